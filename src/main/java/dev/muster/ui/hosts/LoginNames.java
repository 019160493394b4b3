package dev.muster.ui.hosts;

import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import javafx.util.StringConverter;

/// Logins as people read them: `ops (ops)`; the empty name is the setup's default.
final class LoginNames extends StringConverter<String> {

    private final HostsModel model;
    private final Words words;

    LoginNames(HostsModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @Override
    public String toString(String name) {
        if (name == null) {
            return words.of(UiWords.HOST_SEVERAL);
        }
        var wanted = name.isEmpty() ? model.defaultLogin() : name;
        return model.logins().stream()
                .filter(login -> login.name().equals(wanted))
                .map(login -> words.of(UiWords.LOGIN_SHOWN, login.name(), login.user()))
                .findFirst()
                .orElse(words.of(UiWords.LOGIN_DEFAULT));
    }

    @Override
    public String fromString(String shown) {
        return shown;
    }
}
