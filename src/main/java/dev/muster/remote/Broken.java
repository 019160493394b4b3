package dev.muster.remote;

import dev.muster.base.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.ConnectionException;

/// Names what broke a line, from what the library threw.
final class Broken {

    private static final String NO_ANSWER = "keep-alive";
    private static final String END = "EOF";

    private Broken() {}

    static LostException lost(String address, IOException e) {
        return new LostException(Text.of(RemoteWords.LOST, address, reason(e)));
    }

    /// The library fell over what a line does when it breaks: its own fault, and no other end for whoever waits.
    static IOException of(RuntimeException e) {
        return new ConnectionException(e.toString());
    }

    /// Why it broke, as a part of a sentence.
    static Text reason(IOException e) {
        var causes = causes(e);
        // the library looks a reason up in a table that is one too short: it is the server's 16
        if (causes.stream().anyMatch(ArrayIndexOutOfBoundsException.class::isInstance)) {
            return Text.of(RemoteWords.ENDED_BY_SERVER, "16", "");
        }
        for (var cause : causes) {
            var message = cause.getMessage() == null ? "" : cause.getMessage();
            if (message.contains(NO_ANSWER)) {
                return Text.of(RemoteWords.SILENT);
            }
            if (message.contains(END)) {
                return Text.of(RemoteWords.ENDED);
            }
        }
        for (var cause : causes) {
            if (cause instanceof SSHException ssh && ssh.getDisconnectReason() != DisconnectReason.UNKNOWN) {
                var message = cause.getMessage() == null ? "" : cause.getMessage();
                return Text.of(
                        RemoteWords.ENDED_BY_SERVER,
                        String.valueOf(ssh.getDisconnectReason().toInt()),
                        Said.clean(message));
            }
        }
        return Text.of(RemoteWords.BROKE, Said.clean(innermost(causes)));
    }

    private static List<Throwable> causes(Throwable e) {
        var causes = new ArrayList<Throwable>();
        for (Throwable cause = e; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static String innermost(List<Throwable> causes) {
        var last = causes.getLast();
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }
}
