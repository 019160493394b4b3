package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.Disks.Disk;
import dev.muster.probe.DiskSpace;
import dev.muster.setup.Os;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Room on the file systems that a node fills: below the floor the join stops, below the advice it wants a word.
final class HostDiskSpace extends HostCheck {

    HostDiskSpace() {
        super(
                CheckId.HOST_DISK_SPACE,
                Severity.HARD,
                new Topic(DISK, DISK_WHY, DISK_FIX),
                "",
                situation -> situation.catalog().disks().disks().stream()
                        .map(Disk::source)
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private record Short(Severity severity, String path, DiskSpace space, Disk need) {}

    @Override
    boolean asks(Os os) {
        return true;
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(subject, question, _ -> {
            var tight = new ArrayList<Short>();
            var unknown = new ArrayList<String>();
            var roomy = new ArrayList<Text>();
            for (var need : subject.disks()) {
                switch (HostDisks.of(subject.facts(), need.path())) {
                    case Reading.Unknown<DiskSpace>(var why) -> unknown.add(need.path() + ": " + why);
                    case Reading.Known<DiskSpace>(var space)
                    when !space.free().atLeast(need.floor()) ->
                        tight.add(new Short(Severity.HARD, need.path(), space, need));
                    case Reading.Known<DiskSpace>(var space)
                    when !space.free().atLeast(need.advice(space.size())) ->
                        tight.add(new Short(Severity.SOFT, need.path(), space, need));
                    case Reading.Known<DiskSpace>(var space) ->
                        roomy.add(Text.of(DISK_FOUND, space.free(), need.path()));
                }
            }
            return answer(subject, question, tight, unknown, roomy);
        });
    }

    private static Finding answer(
            Subject subject, Question question, List<Short> tight, List<String> unknown, List<Text> roomy) {
        if (!tight.isEmpty()) {
            tight.sort(Comparator.comparing(Short::severity));
            return failed(subject, question, tight);
        }
        return unknown.isEmpty()
                ? question.passed(Text.of(LIST, roomy), Text.of(DISK_ENOUGH))
                : question.unknown(String.join("; ", unknown));
    }

    private static Finding failed(Subject subject, Question question, List<Short> tight) {
        var worst = tight.getFirst();
        var wanted = worst.severity() == Severity.HARD
                ? worst.need().floor()
                : worst.need().advice(worst.space().size());
        return question.failed(
                worst.severity(),
                Text.of(
                        LIST,
                        tight.stream()
                                .map(one -> Text.of(DISK_FOUND, one.space().free(), one.path()))
                                .toList()),
                Text.of(DISK_WANTED, wanted, worst.path()),
                Text.of(
                        DISK_FAILS,
                        subject.host().name(),
                        worst.path(),
                        worst.space().free(),
                        wanted),
                "df -h " + worst.space().mountPoint() + "; sudo docker system df");
    }
}
