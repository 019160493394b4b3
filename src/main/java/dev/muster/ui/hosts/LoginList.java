package dev.muster.ui.hosts;

import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.LoginForm;
import java.util.List;
import java.util.function.UnaryOperator;

/// The logins: who signs in, and with what. Secrets are asked for when they are needed, never here.
record LoginList(HostsModel model, Words words) implements Named<LoginForm> {

    private static final Said SAID = new Said(
            "login",
            UiWords.LOGINS_TITLE,
            UiWords.LOGINS_HINT,
            UiWords.LOGIN_NONE,
            UiWords.LOGIN_HELP,
            UiWords.LOGIN_ADD,
            UiWords.LOGIN_REMOVE,
            UiWords.LOGIN_MAKE_DEFAULT);

    @Override
    public Said said() {
        return SAID;
    }

    @Override
    public List<LoginForm> all() {
        return model.logins();
    }

    @Override
    public String usual() {
        return model.defaultLogin();
    }

    @Override
    public void set(List<LoginForm> all, String usual) {
        model.logins(all, usual);
    }

    @Override
    public void change(int at, UnaryOperator<LoginForm> change) {
        model.changeLogin(at, change);
    }

    @Override
    public LoginForm named(String name) {
        return LoginForm.byKey(name, "", "~/.ssh/id_ed25519");
    }

    @Override
    public boolean isUsualAtOnce() {
        return true;
    }

    @Override
    public NamedCard<LoginForm> card(int at) {
        return new LoginLines(new NamedCard<>(this, model, words, at), words, at).card();
    }
}
