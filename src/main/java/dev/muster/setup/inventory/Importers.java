package dev.muster.setup.inventory;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Reads hosts from what admins already have.
public final class Importers {

    private static final Pattern SSH_CONFIG = Pattern.compile(
            "(?im)^\\s*host\\s+\\S+.*\\R(?:\\s*(?:#.*)?\\R)*\\s*(?:hostname|user|port|identityfile)\\b");

    private Importers() {}

    /// Whatever was pasted: an SSH configuration when it looks like one, else a list.
    public static Proposal pasted(String text, Path home) {
        return SSH_CONFIG.matcher(text).find() ? new SshConfig(home, "").text(text) : list(text, "");
    }

    /// One host a line or several with commas or blanks between: `user@host:port`, `node[01-20]`, `name,address`,
    /// CSV with or without a header, lines of `/etc/hosts`.
    ///
    /// @param fileName as the problems shall call it; empty when it was pasted
    public static Proposal list(String text, String fileName) {
        return new HostList(fileName).read(text);
    }

    /// An OpenSSH client's configuration, with what it includes.
    public static Proposal sshConfig(Path file, Path home) {
        return new SshConfig(home, file.toString()).file(file);
    }

    /// Windows images of the admin's own: one a line, by name, by build, or both; or what `docker inspect`
    /// prints.
    public static ProposedImages images(String pasted) {
        return new PastedImages().read(pasted);
    }

    /// The proposal as a setup file's `logins:`, `bastions:` and `hosts:`.
    public static String yaml(Proposal proposal) {
        return new ProposedFile(proposal).text();
    }
}
