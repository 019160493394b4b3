import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Holds every Java file of the project to one format, or brings it there: `check` or `apply`.
/// The build runs this file as it stands, with palantir-java-format on the class path.
final class Format {
    private Format() {}

    public static void main(String[] arguments) throws IOException {
        var formatter = new ArrayList<>(List.of("--palantir"));
        switch (arguments[0]) {
            case "check" -> formatter.addAll(List.of("--dry-run", "--set-exit-if-changed"));
            case "apply" -> formatter.add("--replace");
            default -> throw new IllegalArgumentException("format is check or apply, not " + arguments[0]);
        }
        for (var folder : List.of("src", "installer")) {
            try (var files = Files.walk(Path.of(folder))) {
                files.map(Path::toString)
                        .filter(name -> name.endsWith(".java"))
                        .sorted()
                        .forEach(formatter::add);
            }
        }
        if (arguments[0].equals("check")) {
            System.out.println(
                    "Files that are listed here aren't formatted; mvn -Dformat=apply initialize exec:exec@format mends"
                            + " them:");
        }
        com.palantir.javaformat.java.Main.main(formatter.toArray(String[]::new));
    }
}
