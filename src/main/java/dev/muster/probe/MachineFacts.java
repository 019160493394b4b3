package dev.muster.probe;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The machine and its kernel.
final class MachineFacts {

    private static final Pattern RANGES = Pattern.compile("\\d{1,6}(-\\d{1,6})?(,\\d{1,6}(-\\d{1,6})?)*");

    private MachineFacts() {}

    /// A short text, fit to be shown; an empty one isn't an answer.
    static Reading<String> shown(Answers answers, String key) {
        return known(answers.text(key).map(text -> Clean.text(text.strip())), key);
    }

    private static Reading<String> known(Reading<String> reading, String key) {
        return switch (reading) {
            case Reading.Known<String>(var value) when value.isEmpty() -> Reading.unknown(key + ": empty");
            case Reading.Known<String> known -> known;
            case Reading.Unknown<String> unknown -> unknown;
        };
    }

    /// `/sys/devices/system/cpu/online`: `0-3,6`.
    static Reading<Integer> cpus(Answers answers) {
        return switch (answers.text("cpus").map(String::strip)) {
            case Reading.Known<String>(var text) when RANGES.matcher(text).matches() -> Reading.of(count(text));
            case Reading.Known<String>(var text) -> Reading.unknown("cpus: " + Clean.text(text));
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
        };
    }

    private static int count(String ranges) {
        var count = 0;
        for (var range : ranges.split(",", -1)) {
            var ends = range.split("-", -1);
            var first = Integer.parseInt(ends[0]);
            count += ends.length == 1 ? 1 : Math.max(0, Integer.parseInt(ends[1]) - first + 1);
        }
        return count;
    }

    /// A line of `/proc/meminfo`, which counts in units of 1024 bytes and calls them kB.
    static Reading<Bytes> memory(Answers answers, String name) {
        return switch (answers.lines("memory")) {
            case Reading.Known<List<String>>(var lines) -> memory(lines, name);
            case Reading.Unknown<List<String>>(var why) -> Reading.unknown(why);
        };
    }

    private static Reading<Bytes> memory(List<String> lines, String name) {
        var shape = Pattern.compile(Pattern.quote(name) + ":\\s+(\\d{1,15}) kB\\s*");
        for (var line : lines) {
            var match = shape.matcher(line);
            if (match.matches()) {
                return Reading.of(Bytes.kibi(Long.parseLong(match.group(1))));
            }
        }
        return Reading.unknown("/proc/meminfo: no " + name);
    }

    static Reading<ModuleState> module(Answers answers, String key) {
        return switch (answers.text(key)) {
            case Reading.Known<String>(var word) ->
                switch (word) {
                    case "loaded" -> Reading.of(ModuleState.LOADED);
                    case "builtin" -> Reading.of(ModuleState.BUILT_IN);
                    case "available" -> Reading.of(ModuleState.AVAILABLE);
                    case "missing" -> Reading.of(ModuleState.MISSING);
                    default -> Reading.unknown(key + ": " + Clean.text(String.valueOf(word)));
                };
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
        };
    }

    /// Version 2 alone is mounted when its list of controllers stands at the top; else `/proc/cgroups` has
    /// version 1's.
    static Reading<Cgroups> cgroups(Answers answers) {
        return switch (answers.text("cgroup2")) {
            case Reading.Known<String>(var controllers) ->
                Reading.of(new Cgroups(
                        2,
                        Set.copyOf(Answers.words(controllers).stream()
                                .map(Clean::text)
                                .toList())));
            case Reading.Unknown<String> _ -> answers.lines("cgroup1").map(MachineFacts::versionOne);
        };
    }

    private static Cgroups versionOne(List<String> lines) {
        var controllers = new HashSet<String>();
        for (var line : lines) {
            var columns = Answers.words(line);
            if (columns.size() == 4 && columns.get(3).equals("1") && !line.startsWith("#")) {
                controllers.add(Clean.text(columns.getFirst()));
            }
        }
        return new Cgroups(1, controllers);
    }

    static Reading<SelinuxMode> selinux(Answers answers) {
        return switch (answers.text("selinux")) {
            case Reading.Known<String>(var word) ->
                switch (word) {
                    case "1" -> Reading.of(SelinuxMode.ENFORCING);
                    case "0" -> Reading.of(SelinuxMode.PERMISSIVE);
                    case "disabled" -> Reading.of(SelinuxMode.DISABLED);
                    case "absent" -> Reading.of(SelinuxMode.ABSENT);
                    default -> Reading.unknown("selinux: " + Clean.text(String.valueOf(word)));
                };
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
        };
    }
}
