package dev.muster.probe;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Room on disks: what `df -P -k -T` and `df -P -i` say.
final class DiskFacts {

    private static final Pattern ROW = Pattern.compile(
            "(\\S.*?)\\s+(-|\\d{1,15})\\s+(-|-?\\d{1,15})\\s+(-|-?\\d{1,15})\\s+(?:-|-?\\d{1,15}%)\\s+(/.*)");

    private DiskFacts() {}

    /// All at once, or one by one where that failed.
    static Map<String, Reading<DiskSpace>> of(Answers answers) {
        var disks = new LinkedHashMap<String, Reading<DiskSpace>>();
        if (answers.text("disks") instanceof Reading.Known<String>(var text)) {
            disks.putAll(read(text));
        }
        for (var path : answers.startingWith("disk:")) {
            disks.put(path, one(answers, "disk:" + path));
        }
        if (answers.has("docker-disk")
                && DockerFacts.engine(answers) instanceof Reading.Known<Docker>(Docker.Running running)) {
            disks.put(running.rootDirectory(), one(answers, "docker-disk"));
        }
        return disks;
    }

    private static Reading<DiskSpace> one(Answers answers, String key) {
        return switch (answers.text(key)) {
            case Reading.Known<String>(var text) ->
                read(text).values().stream().findFirst().orElse(Reading.unknown("df: " + Clean.text(text)));
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
        };
    }

    /// Three parts with an empty line between them: the paths, their file systems, their inodes; a row a path.
    private static Map<String, Reading<DiskSpace>> read(String text) {
        var parts = Stream.of(text.split("\\R\\R", -1)).map(Answers::split).toList();
        var disks = new LinkedHashMap<String, Reading<DiskSpace>>();
        var paths = parts.getFirst();
        for (var row = 0; row < paths.size(); row++) {
            disks.put(
                    Clean.text(paths.get(row)),
                    parts.size() == 3
                                    && parts.get(1).size() == paths.size() + 1
                                    && parts.get(2).size() == paths.size() + 1
                            ? disk(parts.get(1), parts.get(2), row + 1)
                            : Reading.unknown("df: " + Clean.text(text)));
        }
        return disks;
    }

    private static Reading<DiskSpace> disk(List<String> spaces, List<String> counts, int row) {
        var room = ROW.matcher(spaces.get(row));
        var inodes = ROW.matcher(counts.get(row));
        if (!room.matches() || !inodes.matches()) {
            return Reading.unknown("df: " + Clean.text(spaces.get(row) + " " + counts.get(row)));
        }
        var typed = spaces.getFirst().contains(" Type ");
        return Reading.of(new DiskSpace(
                Clean.text(room.group(5)),
                typed ? Clean.text(Answers.words(room.group(1)).getLast()) : "",
                Bytes.kibi(number(room.group(2))),
                Bytes.kibi(number(room.group(4))),
                number(inodes.group(2)),
                number(inodes.group(4))));
    }

    /// A file system that doesn't count says a dash, and a full one may have less than nothing left for ordinary
    /// users.
    private static long number(String written) {
        return written.equals("-") ? 0 : Math.max(0, Long.parseLong(written));
    }
}
