package dev.muster.flow;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The folder that holds Muster's own things: `--home`, else `MUSTER_HOME`, else the platform's data folder.
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /// @param environment of the process
    /// @param osName      as Java says it: `Linux`, `Mac OS X`, `Windows 11`
    /// @param userHome    the user's own folder
    public static Home of(Map<String, String> environment, String osName, Path userHome) {
        var told = environment.getOrDefault("MUSTER_HOME", "");
        return new Home(told.isBlank() ? platform(environment, osName, userHome) : Path.of(told));
    }

    private static Path platform(Map<String, String> environment, String osName, Path userHome) {
        var os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return told(environment, "LOCALAPPDATA", userHome.resolve("AppData/Local"))
                    .resolve("Muster");
        }
        if (os.startsWith("mac")) {
            return userHome.resolve("Library/Application Support/Muster");
        }
        return told(environment, "XDG_DATA_HOME", userHome.resolve(".local/share"))
                .resolve("muster");
    }

    /// A folder that the environment names, when it is an absolute path (XDG says to ignore others).
    private static Path told(Map<String, String> environment, String name, Path otherwise) {
        var path = Path.of(environment.getOrDefault(name, ""));
        return path.isAbsolute() ? path : otherwise;
    }

    public Path runs() {
        return folder.resolve("runs");
    }

    public Path trust() {
        return folder.resolve("trust");
    }

    public Path drafts() {
        return folder.resolve("drafts");
    }

    /// Newer files of the catalogue, which the admin put there.
    public Path catalogue() {
        return folder.resolve("catalogue");
    }

    /// Language, theme, and what else the window remembers.
    public Path settings() {
        return folder.resolve("settings.yaml");
    }
}
