package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.PRIVILEGE;

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
        var kept = false;
        try {
            WindowsHello.ask(line);
            kept = true;
            return new Ready(
                    new WindowsConnection(line),
                    dialed.address(),
                    dialed.key(),
                    Text.of(RemoteWords.HOW, dialed.how(), Text.of(RemoteWords.AS_ADMINISTRATOR)));
        } catch (Trouble.Found e) {
            return e.trouble().at(dialed.address());
        } catch (LostException e) {
            return Trouble.of(PRIVILEGE, RemoteWords.LOST_WHILE_CLIMBING, e.why())
                    .at(dialed.address());
        } finally {
            if (!kept) {
                line.close();
            }
        }
    }
}
