package dev.muster.ui.settings;

import dev.muster.base.Secret;
import dev.muster.base.Text;
import dev.muster.setup.Registration;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was read in a registration command, line by line, and the command as it may be shown.
final class CommandReads {

    private static final int SHOWN_OF_CHECKSUM = 8;

    private CommandReads() {}

    /// The command without its token; a long checksum as its two ends.
    static String shown(String command, Registration read) {
        var token = read.token().map(Secret::revealString).orElse("");
        var shown = token.isEmpty() ? command : command.replace(token, Secret.DOTS);
        return read.caChecksum().isEmpty() ? shown : shown.replace(read.caChecksum(), ends(read.caChecksum()));
    }

    private static String ends(String checksum) {
        return checksum.length() <= 2 * SHOWN_OF_CHECKSUM
                ? checksum
                : checksum.substring(0, SHOWN_OF_CHECKSUM) + "…"
                        + checksum.substring(checksum.length() - SHOWN_OF_CHECKSUM);
    }

    /// @param version of the setup; empty: none is said
    /// @param server  of the setup; empty: none is said
    static List<Read> of(Registration read, String version, String server) {
        var lines = new ArrayList<Read>();
        lines.add(rancher(read, version));
        lines.add(
                server.isEmpty() || server.equals(read.server())
                        ? plain(UiWords.READ_SERVER, read.server(), true, UiWords.NOTHING)
                        : line(
                                UiWords.READ_SERVER,
                                as(read.server()),
                                true,
                                Sign.WARNS,
                                UiWords.READ_SERVER_OTHER,
                                server));
        lines.add(line(
                UiWords.READ_TOKEN,
                UiWords.text(
                        UiWords.READ_TOKEN_VALUE,
                        Secret.DOTS,
                        read.token().map(Secret::length).orElse(0)),
                false,
                Sign.NONE,
                UiWords.READ_TOKEN_NOTE));
        lines.add(
                read.caChecksum().isEmpty()
                        ? line(UiWords.READ_CA, UiWords.text(UiWords.READ_CA_NONE), false, Sign.NONE, UiWords.NOTHING)
                        : plain(UiWords.READ_CA, ends(read.caChecksum()), true, UiWords.READ_CA_NOTE));
        if (!read.bySystemAgent()) {
            lines.add(plain(UiWords.READ_IMAGE, read.image(), true, UiWords.NOTHING));
        }
        var roles = read.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        if (!roles.isEmpty()) {
            lines.add(line(UiWords.READ_ROLES, as(roles), false, Sign.WARNS, UiWords.READ_ROLES_NOTE));
        }
        if (!read.said().isEmpty()) {
            lines.add(line(
                    UiWords.READ_SAID, as(String.join(" ", read.said())), true, Sign.WARNS, UiWords.READ_SAID_NOTE));
        }
        if (!read.unknownFlags().isEmpty()) {
            lines.add(line(
                    UiWords.READ_FLAGS,
                    as(String.join(" ", read.unknownFlags())),
                    true,
                    Sign.STOPS,
                    UiWords.READ_FLAGS_NOTE));
        }
        return lines;
    }

    private static Read rancher(Registration read, String version) {
        var tag = read.imageTag();
        if (read.bySystemAgent()) {
            var since = UiWords.text(UiWords.READ_TODAY);
            return line(UiWords.READ_RANCHER, since, false, Sign.NONE, UiWords.READ_TODAY_NOTE);
        }
        return version.isEmpty() || version.equals(tag)
                ? plain(UiWords.READ_RANCHER, tag, false, UiWords.READ_RANCHER_NOTE)
                : line(UiWords.READ_RANCHER, as(tag), false, Sign.WARNS, UiWords.READ_RANCHER_OTHER, version);
    }

    private static Read plain(UiWords name, String value, boolean mono, UiWords note) {
        return line(name, as(value), mono, Sign.NONE, note);
    }

    private static Read line(UiWords name, Text value, boolean mono, Sign sign, UiWords note, Object... arguments) {
        return new Read(name, value, mono, sign, UiWords.text(note, arguments));
    }

    private static Text as(String value) {
        return UiWords.text(UiWords.AS_IS, value);
    }
}
