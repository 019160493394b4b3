package dev.muster.setup.file;

import java.nio.file.Path;

/// What a setup file's paths and defaults are relative to.
///
/// @param folder of the file
/// @param home   what `~` stands for
/// @param user   who signs in when no login is named
record Surroundings(Path folder, Path home, String user) {

    static Surroundings of(Path folder) {
        return new Surroundings(folder, Path.of(System.getProperty("user.home")), System.getProperty("user.name"));
    }

    Path resolve(String written) {
        if (written.equals("~")) {
            return home;
        }
        if (written.startsWith("~/") || written.startsWith("~\\")) {
            return home.resolve(written.substring(2)).normalize();
        }
        return folder.resolve(written).toAbsolutePath().normalize();
    }
}
