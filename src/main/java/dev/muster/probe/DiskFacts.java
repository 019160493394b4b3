package dev.muster.probe;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Room on disks: what `df -P -k -T` and, after an empty line, `df -P -i` say.
final class DiskFacts {

    private static final Pattern ROW = Pattern.compile(
            "(\\S.*?)\\s+(-|\\d{1,15})\\s+(-|-?\\d{1,15})\\s+(-|-?\\d{1,15})\\s+(?:-|-?\\d{1,15}%)\\s+(/.*)");

    private DiskFacts() {}

    static Map<String, Reading<DiskSpace>> of(Answers answers) {
        var disks = new LinkedHashMap<String, Reading<DiskSpace>>();
        for (var path : answers.startingWith("disk:")) {
            disks.put(path, read(answers.text("disk:" + path), path));
        }
        DockerFacts.engine(answers).known().ifPresent(engine -> {
            if (engine instanceof Docker.Running running) {
                var root = running.rootDirectory();
                disks.put(root, read(answers.text("docker-disk"), root));
            }
        });
        return disks;
    }

    private static Reading<DiskSpace> read(Reading<String> said, String path) {
        return switch (said) {
            case Reading.Known<String>(var text) -> read(text, path);
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
        };
    }

    private static Reading<DiskSpace> read(String text, String path) {
        var halves = text.split("\\R\\s*\\R", 2);
        if (halves.length < 2) {
            return Reading.unknown("df " + path + ": " + Clean.text(text));
        }
        var room = row(halves[0]);
        var inodes = row(halves[1]);
        if (!room.matches() || !inodes.matches()) {
            return Reading.unknown("df " + path + ": " + Clean.text(text));
        }
        var typed = halves[0].lines().findFirst().orElse("").contains(" Type ");
        return Reading.of(new DiskSpace(
                Clean.text(room.group(5)),
                typed ? Clean.text(Answers.words(room.group(1)).getLast()) : "",
                Bytes.kibi(number(room.group(2))),
                Bytes.kibi(number(room.group(4))),
                number(inodes.group(2)),
                number(inodes.group(4))));
    }

    private static Matcher row(String table) {
        return ROW.matcher(table.lines().reduce("", (_, next) -> next));
    }

    /// A file system that doesn't count says a dash, and a full one may have less than nothing left for ordinary
    /// users.
    private static long number(String written) {
        return written.equals("-") ? 0 : Math.max(0, Long.parseLong(written));
    }
}
