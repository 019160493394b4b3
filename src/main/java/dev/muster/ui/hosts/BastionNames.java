package dev.muster.ui.hosts;

import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import javafx.util.StringConverter;

/// Bastions as people read them; the empty name is the setup's default, which may be none.
final class BastionNames extends StringConverter<String> {

    private final HostsModel model;
    private final Words words;

    BastionNames(HostsModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @Override
    public String toString(String name) {
        if (name == null) {
            return words.of(UiWords.HOST_SEVERAL);
        }
        var wanted = name.isEmpty() ? model.defaultVia() : name;
        return wanted.isEmpty() ? words.of(UiWords.HOST_DIRECT) : wanted;
    }

    @Override
    public String fromString(String shown) {
        return shown;
    }
}
