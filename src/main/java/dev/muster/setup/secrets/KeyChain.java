package dev.muster.setup.secrets;

import dev.muster.base.Secret;
import java.util.Optional;

/// The key chain of an operating system.
@FunctionalInterface
public interface KeyChain {

    /// Service under which Muster's entries are kept; the account is the entry's name.
    String SERVICE = "muster";

    /// Blocks; a person may have to unlock it.
    ///
    /// @return empty: it has no such entry
    /// @throws Unusable when there is none, or it stays locked
    Optional<Secret> get(String name) throws Unusable;

    /// It can't be asked.
    final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unusable(String why) {
            super(why);
        }
    }

    /// The command by which an admin saves an entry; it asks for the secret by itself.
    ///
    /// @param osName as Java says it
    static String saving(String osName, String name) {
        var os = osName.toLowerCase(java.util.Locale.ROOT);
        if (os.startsWith("windows")) {
            return "cmdkey /generic:\"" + SERVICE + "|" + name + "\" /user:" + name + " /pass";
        }
        return os.startsWith("mac")
                ? "security add-generic-password -s " + SERVICE + " -a " + name + " -w"
                : "secret-tool store --label=\"" + SERVICE + " " + name + "\" service " + SERVICE + " account " + name;
    }
}
