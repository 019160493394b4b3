package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.DNS;
import static dev.muster.remote.Opened.Stage.TCP;

import dev.muster.setup.Bastion;
import java.util.regex.Pattern;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.OpenFailException.Reason;

/// Tells apart why a bastion opened no stream, by the reason's number and, as OpenSSH sends one number for all that
/// goes wrong on its own way (`connect failed: …`), by the words of its C library.
final class Passage {

    private static final Pattern NAME = Pattern.compile(
            "name or service not known|name resolution|no address associated|nodename nor servname|unknown host"
                    + "|unresolved|unknownhost",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROUTE = Pattern.compile("no route|unreachable", Pattern.CASE_INSENSITIVE);
    private static final Pattern SILENT = Pattern.compile("timed out|timeout", Pattern.CASE_INSENSITIVE);

    private Passage() {}

    /// Whether another connection to the bastion may help.
    static boolean mayBeFull(OpenFailException e) {
        return e.getReason() != Reason.CONNECT_FAILED;
    }

    static Trouble refused(OpenFailException e, Bastion bastion, String address, int port) {
        var said = Said.clean(String.valueOf(e.getMessage()));
        if (e.getReason() == Reason.ADMINISTRATIVELY_PROHIBITED || e.getReason() == Reason.UNKNOWN_CHANNEL_TYPE) {
            return Trouble.of(TCP, RemoteWords.VIA_FORBIDDEN, bastion.name(), address, port);
        }
        if (NAME.matcher(said).find()) {
            return Trouble.of(DNS, RemoteWords.VIA_NAME_UNKNOWN, bastion.name(), address);
        }
        if (ROUTE.matcher(said).find()) {
            return Trouble.of(TCP, RemoteWords.VIA_NO_ROUTE, bastion.name(), address);
        }
        if (SILENT.matcher(said).find()) {
            return Trouble.of(TCP, RemoteWords.VIA_SILENT, bastion.name(), address, port, said);
        }
        return said.toLowerCase(java.util.Locale.ROOT).contains("refused")
                ? Trouble.of(TCP, RemoteWords.VIA_REFUSED, bastion.name(), address, port)
                : Trouble.of(TCP, RemoteWords.VIA_FAILED, bastion.name(), address, port, said);
    }
}
