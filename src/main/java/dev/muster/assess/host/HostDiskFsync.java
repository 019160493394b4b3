package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.setup.Role;
import java.time.Duration;
import java.util.Locale;

/// Whether etcd's disk takes small writes fast enough: 99 of 100 within the limit.
final class HostDiskFsync extends HostCheck {

    private static final double NANOS_A_MILLISECOND = 1e6;

    HostDiskFsync() {
        super(
                CheckId.HOST_DISK_FSYNC,
                Severity.SOFT,
                new Topic(FSYNC, FSYNC_WHY, FSYNC_FIX),
                "roles",
                situation -> situation.catalog().limits().fsync().source());
    }

    @Override
    Finding judge(Subject subject, Question question) {
        if (!subject.host().roles().contains(Role.ETCD)) {
            return question.notApplicable(Text.of(FSYNC_NO_ETCD));
        }
        return withFact(subject.facts().etcdDisk(), question, times -> {
            var most = subject.catalog().limits().fsync().duration();
            var wanted = Text.of(FSYNC_WANTED, shown(most));
            var found = Text.of(FSYNC_FOUND, shown(times.p99()), times.folder(), shown(times.median()), times.writes());
            return times.p99().compareTo(most) < 0
                    ? question.passed(found, wanted)
                    : question.failed(
                            Severity.SOFT,
                            found,
                            wanted,
                            Text.of(FSYNC_FAILS, subject.host().name(), shown(times.p99()), times.folder()),
                            "fio --name=etcd --directory=" + times.folder()
                                    + " --rw=write --ioengine=sync --fdatasync=1 --size=22m --bs=2300");
        });
    }

    /// A tenth of a second would say nothing here.
    private static String shown(Duration time) {
        return String.format(Locale.ROOT, "%.2f ms", time.toNanos() / NANOS_A_MILLISECOND);
    }
}
