package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.Disks.Disk;
import dev.muster.probe.DiskSpace;
import java.util.ArrayList;
import java.util.Locale;

/// Room for files, not bytes: a file system without free inodes is full.
final class HostInodes extends HostCheck {

    HostInodes() {
        super(
                CheckId.HOST_INODES,
                Severity.SOFT,
                new Topic(INODES, INODES_WHY, INODES_FIX),
                "",
                situation -> situation.catalog().disks().inodes().source());
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(subject, question, _ -> {
            var least = subject.catalog().disks().inodes().freePercent();
            var wanted = Text.of(INODES_WANTED, least);
            var unknown = new ArrayList<String>();
            for (var path : subject.disks().stream().map(Disk::path).toList()) {
                switch (HostDisks.of(subject.facts(), path)) {
                    case Reading.Unknown<DiskSpace>(var why) -> unknown.add(path + ": " + why);
                    case Reading.Known<DiskSpace>(var space)
                    when isShort(space, least) -> {
                        return failed(subject, question, path, space, wanted);
                    }
                    case Reading.Known<DiskSpace> _ -> {}
                }
            }
            return unknown.isEmpty()
                    ? question.passed(Text.of(INODES_ENOUGH), wanted)
                    : question.unknown(String.join("; ", unknown), wanted);
        });
    }

    /// A file system that doesn't count inodes (btrfs) says 0 of 0 and can't run out of them.
    private static boolean isShort(DiskSpace space, int least) {
        return space.inodes() > 0 && space.inodesFree() * 100.0 < (double) space.inodes() * least;
    }

    private static Finding failed(Subject subject, Question question, String path, DiskSpace space, Text wanted) {
        var percent = String.format(Locale.ROOT, "%.1f", space.inodesFree() * 100.0 / space.inodes());
        return question.failed(
                Severity.SOFT,
                Text.of(INODES_FOUND, percent, path),
                wanted,
                Text.of(INODES_FAILS, subject.host().name(), path, percent),
                "df -i " + space.mountPoint());
    }
}
