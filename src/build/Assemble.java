import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Puts the runnable folder together, beside the libraries that are there already: `Assemble APP_JAR FOLDER`.
/// Leaves `bin/muster`, `bin/muster.cmd`, `lib/muster.jar` and, where this Java can make one, `lib/muster.aot`.
final class Assemble {
    private Assemble() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Path.of(arguments[1]);
        var lib = folder.resolve("lib");
        var bin = Files.createDirectories(folder.resolve("bin"));
        Files.copy(Path.of(arguments[0]), lib.resolve("muster.jar"), REPLACE_EXISTING);
        for (var name : new String[] {"muster", "muster.cmd"}) {
            var launcher = bin.resolve(name);
            Files.copy(Path.of("src/main/launcher", name), launcher, REPLACE_EXISTING);
            launcher.toFile().setExecutable(true, false);
        }
        train(lib);
    }

    /// Runs a short command once and has Java note what it loaded. Only start-up gains by it, so nothing here may
    /// stop the build.
    private static void train(Path lib) throws IOException, InterruptedException {
        var cache = lib.resolve("muster.aot");
        Files.deleteIfExists(cache);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var training = new ProcessBuilder(
                        java,
                        "-XX:AOTCacheOutput=" + cache,
                        "-Xlog:aot*=off",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        lib.resolve("muster.jar").toString(),
                        "dev.muster.Main",
                        "matrix")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!training.waitFor(2, TimeUnit.MINUTES)) {
            training.destroyForcibly();
        }
        System.out.println(
                Files.exists(cache)
                        ? "Start-up cache: " + cache
                        : "No start-up cache was made; Muster starts without.");
    }
}
