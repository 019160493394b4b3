package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.PRIVILEGE;

import dev.muster.base.Secret;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The last rung: finds out how the login comes by root's rights. The usual case costs one command.
final class Climb {

    private static final Script HELLO = Script.of("linux/hello.sh");
    private static final byte[] NOTHING = {};

    private final Shell login;
    private final Host host;
    private final Function<Host, @Nullable Secret> sudoPassword;

    Climb(Shell login, Host host, Function<Host, @Nullable Secret> sudoPassword) {
        this.login = login;
        this.host = host;
        this.sudoPassword = sudoPassword;
    }

    Rights rights() throws Trouble.Found, LostException, InterruptedException {
        if (host.login().user().equals("root")) {
            return asLogin();
        }
        try {
            return root(new Rights.SudoFree());
        } catch (Trouble.Found e) {
            return otherwise(e.trouble());
        }
    }

    /// sudo didn't run it for nothing: is it the shell, is it root already, is there a password?
    private Rights otherwise(Trouble sudo) throws Trouble.Found, LostException, InterruptedException {
        if (hello(new Rights.AsLogin()).contains("uid 0\n")) {
            return new Rights.AsRoot();
        }
        if (sudo.what().key() == RemoteWords.SUDO_MISSING) {
            throw new Trouble.Found(sudo);
        }
        var password = sudoPassword.apply(host);
        if (password == null) {
            throw new Trouble.Found(sudo);
        }
        return root(new Rights.SudoAsking(host.login(), password));
    }

    private Rights asLogin() throws Trouble.Found, LostException, InterruptedException {
        return root(new Rights.AsRoot());
    }

    private Rights root(Rights rights) throws Trouble.Found, LostException, InterruptedException {
        var said = hello(rights);
        if (!said.contains("uid 0\n")) {
            throw new Trouble.Found(Trouble.of(PRIVILEGE, RemoteWords.NOT_ROOT, Said.clean(said)));
        }
        return rights;
    }

    private String hello(Rights rights) throws Trouble.Found, LostException, InterruptedException {
        var output = login.with(rights).run(HELLO, NOTHING, Shell.ANSWER);
        if (output.exit() != 0 || !output.out().contains("kernel ")) {
            throw new Trouble.Found(
                    Trouble.of(PRIVILEGE, RemoteWords.NO_SHELL, Said.clean(output.err() + "\n" + output.out())));
        }
        if (!output.out().contains("kernel Linux")) {
            throw new Trouble.Found(Trouble.of(PRIVILEGE, RemoteWords.NOT_LINUX, Said.clean(output.out())));
        }
        return output.out();
    }
}
