package dev.muster.remote;

import dev.muster.base.Text;
import dev.muster.remote.Opened.Ready;
import java.security.SecureRandom;

/// The last rung to a Windows host that is reached over SSH: administrators have their full rights there.
final class WindowsSshClimb {

    private final SecureRandom random;

    WindowsSshClimb(SecureRandom random) {
        this.random = random;
    }

    /// @param lines signed in; closed unless the host is ready
    Opened open(Lines lines, Dialer.Dialed dialed) throws InterruptedException {
        var line = new WindowsSshLine(lines, random);
        return LastRung.climb(
                dialed.address(),
                () -> {
                    WindowsHello.ask(line);
                    return new Ready(
                            new WindowsConnection(line),
                            dialed.address(),
                            dialed.key(),
                            Text.of(RemoteWords.HOW, dialed.how(), Text.of(RemoteWords.AS_ADMINISTRATOR)));
                },
                line::close);
    }
}
