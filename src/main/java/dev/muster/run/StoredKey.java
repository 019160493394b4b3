package dev.muster.run;

import dev.muster.base.Key;
import java.util.Locale;

/// The name of a sentence as it was read from a run's folder: the room's enum of words needn't be known to read it.
///
/// @param name as the constant is called: `PORT_OUT_OF_RANGE`
record StoredKey(String room, String name) implements Key {

    static StoredKey of(String room, String id) {
        return new StoredKey(room, id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
