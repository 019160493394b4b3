package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.SIGN_IN;

import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.setup.Login;
import dev.muster.setup.SecretSource;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import net.schmizz.sshj.userauth.method.AuthPassword;
import org.jspecify.annotations.Nullable;

/// The fourth rung: keys first, then the password, which is sent by one method only, once.
final class SignIn {

    private final Keys keys;
    private final SecretSource secrets;
    private final Attempts attempts;

    SignIn(Keys keys, SecretSource secrets, Attempts attempts) {
        this.keys = keys;
        this.secrets = secrets;
        this.attempts = attempts;
    }

    /// What a login has to show, read and asked for before the server waits for it.
    record Credentials(List<Keys.Ready> keys, @Nullable Secret password) {}

    /// Reads the login's files and asks a person where it must.
    Credentials prepare(Login login) throws Trouble.Found {
        var password =
                login.password() == null ? null : secrets.get(login.password(), "logins." + login.name() + ".password");
        var ready = keys.of(login);
        if (password == null && ready.isEmpty()) {
            throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.NOTHING_TO_SHOW, login.user()));
        }
        return new Credentials(ready, password);
    }

    /// Signs in.
    ///
    /// @return by what
    /// @throws IOException when the line breaks
    Text go(SSHClient client, Target target, Credentials credentials)
            throws Trouble.Found, IOException, InterruptedException {
        var user = target.user();
        var refused = new ArrayList<String>();
        for (var key : credentials.keys()) {
            if (accepts(client, user, key.method().get())) {
                return key.how();
            }
            refused.add(key.name());
        }
        if (refused.isEmpty() && accepts(client, user, new AuthNone())) {
            return Text.of(RemoteWords.BY_NOTHING);
        }
        var offered = List.copyOf(client.getUserAuth().getAllowedMethods());
        var password = credentials.password();
        if (password == null) {
            throw new Trouble.Found(
                    client.getUserAuth().hadPartialSuccess()
                            ? Trouble.of(SIGN_IN, RemoteWords.MORE_WANTED, user, offered)
                            : Trouble.of(SIGN_IN, RemoteWords.KEY_REFUSED, user, refused, offered));
        }
        return byPassword(client, target, password, offered);
    }

    private Text byPassword(SSHClient client, Target target, Secret password, List<String> offered)
            throws Trouble.Found, IOException, InterruptedException {
        var user = target.user();
        var asked = new OncePassword(password);
        var plain = offered.contains("password");
        if (!plain && !offered.contains("keyboard-interactive")) {
            throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.PASSWORD_NOT_OFFERED, user, offered));
        }
        try (var turn = attempts.turn(Attempts.Use.SIGN_IN, target.login(), password, target.place())) {
            switch (turn.answer()) {
                case REFUSED_HERE ->
                    throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.PASSWORD_REFUSED_BEFORE, user));
                case REFUSED_ELSEWHERE ->
                    throw new Trouble.Found(
                            Trouble.of(SIGN_IN, RemoteWords.PASSWORD_REFUSED_ELSEWHERE, user, turn.refusals()));
                case TRY -> {}
            }
            var method = plain ? new AuthPassword(asked, asked) : new AuthKeyboardInteractive(asked);
            if (accepts(client, user, method, asked)) {
                turn.accepted();
                return Text.of(plain ? RemoteWords.BY_PASSWORD : RemoteWords.BY_KEYBOARD);
            }
            if (client.getUserAuth().hadPartialSuccess()) {
                turn.accepted();
                var wanted = List.copyOf(client.getUserAuth().getAllowedMethods());
                throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.MORE_WANTED, user, wanted));
            }
            if (!asked.wasSent()) {
                throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.PROMPT_UNKNOWN, user, asked.prompt()));
            }
            turn.refused();
            throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.PASSWORD_REFUSED, user, banner(client)));
        }
    }

    private static boolean accepts(SSHClient client, String user, AuthMethod method, OncePassword asked)
            throws Trouble.Found, IOException {
        try {
            return accepts(client, user, method);
        } catch (IOException e) {
            if (asked.hasExpired()) {
                throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.PASSWORD_EXPIRED, user));
            }
            throw e;
        }
    }

    private static boolean accepts(SSHClient client, String user, AuthMethod method) throws Trouble.Found, IOException {
        try {
            client.auth(user, method);
            return true;
        } catch (UserAuthException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof TimeoutException) {
                    throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.SIGN_IN_SLOW, user));
                }
                if (isNoRefusal(cause)) {
                    throw e;
                }
            }
            return false;
        }
    }

    /// A plain refusal has no such cause. The line may still look alive when it broke just now; what a reset
    /// throws has the library's most general type.
    private static boolean isNoRefusal(Throwable cause) {
        return (cause instanceof SSHException && !(cause instanceof UserAuthException))
                || cause instanceof SocketException
                || cause instanceof RuntimeException;
    }

    private static String banner(SSHClient client) {
        return Said.clean(client.getUserAuth().getBanner());
    }
}
