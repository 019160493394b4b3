package dev.muster.setup.inventory;

import static dev.muster.setup.inventory.ImportWords.*;

import dev.muster.setup.shape.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The blocks of an SSH configuration, with those of the files that it includes in their places.
final class SshConfigLines {

    private static final int DEEPEST = 16;
    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z]+)(?:\\s*=\\s*|\\s+)(.*?)\\s*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /// @param line of the file that holds it
    record Option(String value, int line) {}

    /// A `Host` or `Match` block; the lines before the first one are a block that matches all.
    ///
    /// @param patterns empty: matches nobody
    /// @param host     whether it is a `Host` block, whose plain names are hosts; a `Match` block has conditions
    ///     only
    record Block(List<String> patterns, boolean host, int line, Map<String, Option> options) {

        boolean matches(String name) {
            var matched = false;
            for (var pattern : patterns) {
                if (pattern.startsWith("!")) {
                    if (glob(pattern.substring(1)).matcher(name).matches()) {
                        return false;
                    }
                } else {
                    matched |= glob(pattern).matcher(name).matches();
                }
            }
            return matched;
        }

        /// The names that are no patterns.
        List<String> names() {
            return patterns.stream()
                    .filter(_ -> host)
                    .filter(pattern -> !pattern.startsWith("!") && !pattern.contains("*") && !pattern.contains("?"))
                    .toList();
        }

        static Pattern glob(String pattern) {
            var regex = new StringBuilder();
            for (var c : pattern.toCharArray()) {
                regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
            }
            return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
        }
    }

    private final Path home;
    private final Collected collected;
    private final List<Block> blocks = new ArrayList<>();

    SshConfigLines(Path home, Collected collected) {
        this.home = home;
        this.collected = collected;
    }

    List<Block> file(Path file) {
        try {
            return text(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            collected.problem(0, file.toString(), FILE_UNREADABLE, file.toString());
            return blocks;
        }
    }

    List<Block> text(String text) {
        open(List.of("*"), 0);
        read(text, 0);
        return blocks;
    }

    private void read(String text, int depth) {
        var lines = text.replace("\uFEFF", "").split("\\R", -1);
        for (var i = 0; i < lines.length; i++) {
            var line = LINE.matcher(lines[i]);
            if (lines[i].isBlank() || lines[i].strip().startsWith("#") || !line.matches()) {
                continue;
            }
            var value = line.group(2);
            switch (line.group(1).toLowerCase(Locale.ROOT)) {
                case "host" -> open(words(value), i + 1);
                case "match" -> match(words(value), i + 1);
                case "include" -> words(value).forEach(path -> include(path, depth));
                default -> option(line.group(1).toLowerCase(Locale.ROOT), value, i + 1);
            }
        }
    }

    private void open(List<String> patterns, int line) {
        blocks.add(new Block(patterns, true, line, new LinkedHashMap<>()));
    }

    private void match(List<String> words, int line) {
        if (words.size() == 1 && words.getFirst().equalsIgnoreCase("all")) {
            open(List.of("*"), line);
        } else if (words.size() == 2
                && words.getFirst().toLowerCase(Locale.ROOT).matches("(?:original)?host")) {
            blocks.add(new Block(List.of(words.get(1).split(",", -1)), false, line, new LinkedHashMap<>()));
        } else {
            collected.problem(line, String.join(" ", words), MATCH_NOT_TAKEN);
            open(List.of(), line);
        }
    }

    private void option(String key, String value, int line) {
        var words = words(value);
        if (!words.isEmpty()) {
            var kept = key.equals("proxycommand") ? value : words.getFirst();
            blocks.getLast().options().putIfAbsent(key, new Option(kept, line));
        }
    }

    /// Paths are relative to `~/.ssh`; a pattern that fits no file is no mistake, as for `ssh`.
    private void include(String written, int depth) {
        var path = written.startsWith("~/")
                ? home.resolve(written.substring(2))
                : home.resolve(".ssh").resolve(written);
        var block = blocks.getLast();
        var folder = path.getParent();
        var found = new ArrayList<Path>();
        if (depth < DEEPEST && folder != null && Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, path.getFileName().toString())) {
                files.forEach(found::add);
            } catch (IOException e) {
                found.clear();
            }
        }
        found.sort(null);
        if (found.isEmpty() && (depth >= DEEPEST || !written.contains("*"))) {
            collected.problem(0, written, INCLUDE_NOT_TAKEN, Shown.of(written));
        }
        for (var file : found) {
            try {
                read(Files.readString(file, StandardCharsets.UTF_8), depth + 1);
            } catch (IOException e) {
                collected.problem(0, written, INCLUDE_NOT_TAKEN, Shown.of(file.toString()));
            }
        }
        // what follows belongs to the block that the Include stands in
        blocks.add(new Block(block.patterns(), block.host(), block.line(), new LinkedHashMap<>()));
    }

    private static List<String> words(String value) {
        return WORD.matcher(value)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
    }
}
