package dev.muster.probe;

import dev.muster.base.Reading;
import dev.muster.probe.Answers.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What else on a Linux host has a say: AppArmor, NetworkManager, proxies, the agent's id, etcd's disk.
final class Surroundings {

    private static final Pattern UNMANAGED = Pattern.compile("\\s*unmanaged-devices\\s*[+-]?=(.*)");
    private static final Pattern PROXY = Pattern.compile("(.{1,100}) ((?:HTTP|HTTPS|NO|ALL)_PROXY)=(.{1,1000})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(?:\\.\\d{1,12})?(?:e-\\d{1,2})?");
    private static final double NANOS = 1e9;

    private Surroundings() {}

    static Reading<AppArmor> appArmor(Answers answers) {
        return switch (answers.text("apparmor-parser")) {
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
            case Reading.Known<String>(var parser) ->
                switch (absentIsEmpty(answers, "apparmor")) {
                    case Reading.Unknown<String>(var why) -> Reading.unknown(why);
                    case Reading.Known<String>(var on) ->
                        Reading.of(new AppArmor(on.equals("Y"), parser.equals("yes")));
                };
        };
    }

    /// The id that an agent of today's lines made for this host; empty: none has.
    static Reading<String> cattleId(Answers answers) {
        return absentIsEmpty(answers, "cattle-id").map(text -> Clean.text(text.strip()));
    }

    private static Reading<String> absentIsEmpty(Answers answers, String key) {
        return answers.answer(key) instanceof Answer.NotHad(var why) && why.endsWith(AnswersReader.NOT_THERE)
                ? Reading.of("")
                : answers.text(key);
    }

    static Reading<NetworkKeeper> networkManager(Answers answers) {
        return switch (answers.text("network-manager")) {
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
            case Reading.Known<String>(var runs)
            when !runs.equals("yes") -> Reading.of(new NetworkKeeper(false, List.of(), false));
            case Reading.Known<String> _ ->
                answers.lines("unmanaged")
                        .map(lines -> new NetworkKeeper(
                                true,
                                unmanaged(lines),
                                answers.text("nm-cloud-setup").equals(Reading.of("yes"))));
        };
    }

    private static List<String> unmanaged(List<String> lines) {
        return lines.stream()
                .map(UNMANAGED::matcher)
                .flatMap(line -> line.matches() ? Stream.of(line.group(1).split("[;,]", -1)) : Stream.empty())
                .map(device -> Clean.text(device.strip()))
                .filter(device -> !device.isEmpty())
                .distinct()
                .toList();
    }

    static Reading<List<ProxySetting>> proxies(Answers answers) {
        return answers.lines("proxies")
                .map(lines -> lines.stream()
                        .map(PROXY::matcher)
                        .filter(line -> line.matches())
                        .map(line ->
                                new ProxySetting(Clean.text(line.group(1)), line.group(2), Clean.text(line.group(3))))
                        .distinct()
                        .toList());
    }

    static Reading<Boolean> imageHere(Answers answers) {
        return switch (answers.answer("image")) {
            case Answer.NotHad(var why) -> Reading.unknown(why);
            case Answer.Said(var status, var _) -> Reading.of(status == 0);
        };
    }

    /// First the folder, then a number of seconds a write; what dd complains of begins with `said`.
    static Reading<FsyncTimes> etcdDisk(Answers answers) {
        if (!answers.has("fsync")) {
            return Reading.unknown("not asked");
        }
        return switch (answers.lines("fsync")) {
            case Reading.Unknown<List<String>>(var why) -> Reading.unknown(why);
            case Reading.Known<List<String>>(var lines) -> etcdDisk(lines);
        };
    }

    private static Reading<FsyncTimes> etcdDisk(List<String> lines) {
        var times = new ArrayList<Duration>();
        for (var line : lines) {
            if (SECONDS.matcher(line).matches()) {
                times.add(Duration.ofNanos(Math.round(Double.parseDouble(line) * NANOS)));
            }
        }
        if (times.isEmpty()) {
            return Reading.unknown(Clean.text("dd: " + lines.getLast().replaceFirst("^said ", "")));
        }
        times.sort(null);
        return Reading.of(new FsyncTimes(
                Clean.text(lines.getFirst()), times.size(), at(times, 50), at(times, 99), times.getLast()));
    }

    /// The smallest that this many of a hundred don't exceed.
    private static Duration at(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
