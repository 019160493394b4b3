package dev.muster.remote;

import dev.muster.base.Secret;
import java.util.List;
import java.util.regex.Pattern;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.PasswordUpdateProvider;
import net.schmizz.sshj.userauth.password.Resource;

/// Gives a password once, to a server that asks for a password: not for a code, not for a new one, not again.
final class OncePassword implements PasswordFinder, PasswordUpdateProvider, ChallengeResponseProvider {

    private static final Pattern ASKS_FOR_PASSWORD = Pattern.compile(
            "(?iu).*(password|passwort|mot de passe|contrase|senha|пароль|密码|口令|密碼|パスワード|암호).*", Pattern.DOTALL);

    private final Secret password;
    private boolean sent;
    private boolean expired;
    private String prompt = "";

    OncePassword(Secret password) {
        this.password = password;
    }

    boolean wasSent() {
        return sent;
    }

    /// The server wants a new password.
    boolean hasExpired() {
        return expired;
    }

    /// What the server asked that wasn't answered.
    String prompt() {
        return Said.clean(prompt);
    }

    private char[] once() {
        if (sent) {
            return new char[0];
        }
        sent = true;
        return password.reveal();
    }

    @Override
    public char[] reqPassword(Resource<?> resource) {
        return once();
    }

    @Override
    public boolean shouldRetry(Resource<?> resource) {
        return false;
    }

    /// Ends the connection: the library has no other way to say no.
    @Override
    public char[] provideNewPassword(Resource<?> resource, String asked) {
        expired = true;
        throw new IllegalStateException("the server wants a new password");
    }

    @Override
    public List<String> getSubmethods() {
        return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library has it
    public void init(Resource resource, String name, String instruction) {
        // name and instruction are for people
    }

    @Override
    public char[] getResponse(String asked, boolean echo) {
        if (!echo && ASKS_FOR_PASSWORD.matcher(asked).matches()) {
            return once();
        }
        prompt = asked;
        return new char[0];
    }

    @Override
    public boolean shouldRetry() {
        return false;
    }
}
