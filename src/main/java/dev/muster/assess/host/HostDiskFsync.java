package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.setup.Role;

/// Whether etcd's disk takes small writes fast enough: 99 of 100 within the limit.
final class HostDiskFsync extends HostCheck {

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
            var wanted = Text.of(FSYNC_WANTED, most);
            var found = Text.of(FSYNC_FOUND, times.p99(), times.folder(), times.median(), times.writes());
            return times.p99().compareTo(most) < 0
                    ? question.passed(found, wanted)
                    : question.failed(
                            Severity.SOFT,
                            found,
                            wanted,
                            Text.of(FSYNC_FAILS, subject.host().name(), times.p99(), times.folder()),
                            "fio --name=etcd --directory=" + times.folder()
                                    + " --rw=write --ioengine=sync --fdatasync=1 --size=22m --bs=2300");
        });
    }
}
