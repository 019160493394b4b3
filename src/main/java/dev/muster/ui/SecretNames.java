package dev.muster.ui;

import dev.muster.base.Text;
import dev.muster.ui.kit.UiWords;
import java.util.regex.Pattern;

/// What a secret is called when a person is asked for it: the setup file's field, in words.
final class SecretNames {

    static final String REGISTRATION = "rancher.registration";

    private static final Pattern OF_LOGIN = Pattern.compile("logins\\.(.+?)\\.(password|sudo\\.password|passphrase)");

    private SecretNames() {}

    static Text of(String field) {
        if (field.equals(REGISTRATION)) {
            return UiWords.text(UiWords.ASKED_REGISTRATION);
        }
        if (field.contains("/")) {
            return UiWords.text(UiWords.ASKED_KEY_FILE, field);
        }
        var login = OF_LOGIN.matcher(field);
        if (!login.matches()) {
            return UiWords.text(UiWords.ASKED_OTHER, field);
        }
        return switch (login.group(2)) {
            case "password" -> UiWords.text(UiWords.ASKED_PASSWORD, login.group(1));
            case "passphrase" -> UiWords.text(UiWords.ASKED_PASSPHRASE, login.group(1));
            default -> UiWords.text(UiWords.ASKED_SUDO, login.group(1));
        };
    }
}
