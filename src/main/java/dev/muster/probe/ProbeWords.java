package dev.muster.probe;

import dev.muster.base.Key;

/// What the ladder to a host says, rung by rung.
enum ProbeWords implements Key {
    NOTHING,
    ADDRESS_FOUND,
    ADDRESS_FOUND_BY,
    BARRED,
    PORT_ANSWERS,
    KEY_TRUSTED,
    ROOT,
    AN_EARLIER_RUNG,
    AN_EARLIER_RUNG_FIX,
    KEY_UNKNOWN,
    KEY_UNKNOWN_WHY,
    KEY_UNKNOWN_FIX,
    KEY_CHANGED,
    KEY_CHANGED_WHY,
    KEY_CHANGED_FIX,
    LINE_LOST,
    LINE_LOST_FIX,
    NO_FACTS,
    NO_FACTS_WHY,
    NO_FACTS_FIX,
    WINDOWS,
    WINDOWS_WHY,
    WINDOWS_FIX
}
