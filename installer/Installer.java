import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes the image that needs no Java, and this system's package of it, from the runnable folder:
/// `Installer LIB VERSION OUT`.
///
/// 1. `OUT/runtime`: the JDK's modules that Muster uses, and JavaFX as modules (jlink)
/// 2. `OUT/image/muster`: that runtime, our jars and a native launcher (jpackage)
/// 3. `…/muster.aot`: what the image's own Java learnt in a training run, bound to the class path of its launcher
/// 4. `OUT/muster_VERSION_ARCH.deb`; on Windows an .msi, on a Mac a .dmg (those two were never tried)
///
/// Decided: no menu entry in the .deb. Because its script fails on a server without a menu folder, and such a server
/// is where the command line is used. Costs: a desktop's user starts `/opt/muster/bin/muster`.
final class Installer {
    private static final String MODULES = "java.base,java.compiler,java.desktop,java.logging,java.management,"
            + "java.naming,java.net.http,java.rmi,java.security.jgss,java.security.sasl,java.sql,java.xml,"
            + "jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs,"
            + "javafx.controls";

    /// ControlsFX looks into two packages that JavaFX as a module keeps to itself.
    private static final List<String> JAVA_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
            "--add-opens=javafx.controls/javafx.scene.control.skin=ALL-UNNAMED",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-Xlog:aot*=off:stderr",
            "-Xlog:cds*=off:stderr");

    private final Path lib;
    private final String version;
    private final Path out;

    private Installer(Path lib, String version, Path out) {
        this.lib = lib;
        this.version = version;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var version = arguments[1].replaceAll("-.*", "");
        new Installer(Path.of(arguments[0]), version, Path.of(arguments[2])).make();
    }

    private void make() throws IOException, InterruptedException {
        remove(out);
        var modules = Files.createDirectories(out.resolve("modules"));
        var jars = Files.createDirectories(out.resolve("jars"));
        try (var files = Files.list(lib)) {
            for (var jar : files.filter(Installer::isJar).toList()) {
                copyTo(isJavaFx(jar) ? modules : jars, jar);
            }
        }
        link(modules);
        var image = image(jars);
        train(image);
        pack(image);
    }

    private void link(Path modules) {
        run(
                "jlink",
                "--module-path",
                modules.toString(),
                "--add-modules",
                MODULES,
                "--include-locales=en,zh-CN",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-6",
                "--output",
                out.resolve("runtime").toString());
    }

    private Path image(Path jars) {
        var command = new ArrayList<>(List.of(
                "--type",
                "app-image",
                "--name",
                "muster",
                "--app-version",
                version,
                "--vendor",
                "Muster",
                "--runtime-image",
                out.resolve("runtime").toString(),
                "--input",
                jars.toString(),
                "--main-jar",
                "muster.jar",
                "--main-class",
                "dev.muster.Main",
                "--java-options",
                "-XX:AOTCache=$APPDIR/muster.aot",
                "--dest",
                out.resolve("image").toString()));
        for (var option : JAVA_OPTIONS) {
            command.addAll(List.of("--java-options", option));
        }
        command.addAll(icon());
        run("jpackage", command.toArray(String[]::new));
        return out.resolve("image").resolve(isOn("mac") ? "muster.app" : "muster");
    }

    /// Without the cache the image works and only starts later, so a training run that fails is said, no more.
    private void train(Path image) throws IOException, InterruptedException {
        var app = image.resolve(isOn("linux") ? "lib/app" : isOn("mac") ? "Contents/app" : "app")
                .toAbsolutePath();
        var home = isOn("linux") ? "lib/runtime" : isOn("mac") ? "Contents/runtime/Contents/Home" : "runtime";
        var cache = app.resolve("muster.aot");
        var command = new ArrayList<String>();
        command.add(image.resolve(home).resolve("bin").resolve("java").toString());
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-cp", classPath(app), "dev.muster.Main", "matrix"));
        var training = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!training.waitFor(2, TimeUnit.MINUTES)) {
            training.destroyForcibly();
        }
        System.out.println(Files.exists(cache) ? "Start-up cache: " + cache : "No start-up cache was made.");
    }

    /// In the order of the launcher's own configuration: the cache is bound to it.
    private static String classPath(Path app) throws IOException {
        var entries = Files.readAllLines(app.resolve("muster.cfg")).stream()
                .filter(line -> line.startsWith("app.classpath="))
                .map(line -> line.substring("app.classpath=".length()).replace("$APPDIR", app.toString()))
                .toList();
        return String.join(System.getProperty("path.separator"), entries);
    }

    private void pack(Path image) {
        var command = new ArrayList<>(List.of(
                "--name",
                "muster",
                "--app-version",
                version,
                "--vendor",
                "Muster",
                "--description",
                "Gathers hosts and joins them to Rancher",
                "--app-image",
                image.toString(),
                "--dest",
                out.toString()));
        if (isOn("linux")) {
            command.addAll(List.of(
                    "--type",
                    "deb",
                    "--linux-package-name",
                    "muster",
                    "--linux-app-category",
                    "admin",
                    "--linux-deb-maintainer",
                    "muster@localhost",
                    "--linux-package-deps",
                    "libgtk-3-0"));
        } else {
            command.addAll(List.of("--type", isOn("mac") ? "dmg" : "msi"));
        }
        run("jpackage", command.toArray(String[]::new));
    }

    private static List<String> icon() {
        if (isOn("mac")) {
            return List.of();
        }
        return List.of("--icon", isOn("linux") ? "icons/muster-512.png" : "icons/muster.ico");
    }

    private static void run(String tool, String... arguments) {
        System.out.println(tool + " " + String.join(" ", arguments));
        var exit = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("this Java has no " + tool + ": it isn't a whole JDK"))
                .run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
        if (exit != 0) {
            System.err.println(tool + " ended with " + exit);
            System.exit(exit);
        }
    }

    private static boolean isOn(String system) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains(system);
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar");
    }

    private static boolean isJavaFx(Path jar) {
        return jar.getFileName().toString().startsWith("javafx-");
    }

    /// Two jars a JavaFX module come from Maven, and the small one is empty; jlink takes the one with the module.
    private static void copyTo(Path folder, Path jar) throws IOException {
        if (!isJavaFx(jar) || Files.size(jar) > 10_000) {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                path.toFile().setWritable(true);
                Files.delete(path);
            }
        }
    }
}
