package dev.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.base.Reading;
import dev.muster.probe.Probed;
import dev.muster.probe.Rung;
import dev.muster.remote.Connection;
import dev.muster.remote.HostBoot;
import dev.muster.remote.HostLock;
import dev.muster.remote.JobId;
import dev.muster.remote.JobState;
import dev.muster.remote.LostException;
import dev.muster.remote.Opened;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Facts, lock, jobs and restart of a Windows host over WinRM: Muster's own rooms before the practice hosts. No
/// Windows took part.
@Timeout(120)
final class WindowsEndToEndTest {

    private static final JobId JOB = new JobId("run-1", "feature/win1", 1);
    private static final Set<String> NONE_ON_WINDOWS =
            Set.of("init", "swap", "cgroups", "selinux", "rancherServers", "appArmor", "networkManager", "etcdDisk");

    @TempDir
    private Path home;

    private Practised practised;
    private Host host;

    @BeforeEach
    void trust_the_certificate_that_was_read_out() throws Exception {
        practised = Practised.begin(home);
        host = practised.host("win1");
        if (practised.reach().open(host) instanceof Opened.KeyUnknown(var _, var offered)) {
            practised.trust().confirm(offered);
        }
    }

    @AfterEach
    void end() {
        practised.close();
    }

    private Connection connection() throws InterruptedException {
        return tried().orElseThrow();
    }

    private Optional<Connection> tried() throws InterruptedException {
        return practised.reach().open(host) instanceof Opened.Ready ready
                ? Optional.of(ready.connection())
                : Optional.empty();
    }

    @Test
    void its_facts_are_known_but_for_those_that_Windows_has_not_got() throws Exception {
        var probed = practised.prober().probe(host);

        assertThat(probed.ladder())
                .allMatch(
                        rung -> rung.state() == Rung.State.PASSED,
                        probed.ladder().toString());
        var facts = ((Reading.Known<?>) probed.facts()).value();
        assertThat(unknown((Record) facts)).isEqualTo(NONE_ON_WINDOWS);
        var windows = known(probed);
        assertThat(unknown(windows)).isEmpty();
    }

    private static Record known(Probed probed) {
        return probed.facts().known().orElseThrow().windows().orElseThrow();
    }

    private static Set<String> unknown(Record facts) throws ReflectiveOperationException {
        var names = new ArrayList<String>();
        for (var component : facts.getClass().getRecordComponents()) {
            var accessor = component.getAccessor();
            if (accessor.invoke(facts) instanceof Reading.Unknown<?>) {
                names.add(component.getName());
            }
        }
        return Set.copyOf(names);
    }

    @Test
    void its_lock_has_one_holder() throws Exception {
        var lock = new HostLock(connection(), "win1");
        var us = new HostLock.Holder("run-1", "Änn 安", "desk", Instant.parse("2026-11-23T14:02:00Z"));
        var them = new HostLock.Holder("run-2", "bob", "tower", Instant.parse("2026-11-23T14:03:00Z"));

        assertThat(lock.take(us)).isEqualTo(new HostLock.Taken());
        assertThat(lock.take(them)).isEqualTo(new HostLock.Held(us));
        assertThat(lock.takeOver(them, "run-1")).isEqualTo(new HostLock.Taken());
        lock.free(them);
        assertThat(lock.look()).isEmpty();
    }

    @Test
    void a_job_is_started_once_followed_from_anywhere_and_cleared() throws Exception {
        var jobs = connection().jobs();
        var script = Script.of("windows/reboot.ps1").with("BOOT", "it's 'so'’");
        jobs.start(JOB, script, Map.of());
        jobs.start(JOB, script, Map.of());
        var all = new ByteArrayOutputStream();
        var rest = new ByteArrayOutputStream();

        var state = jobs.follow(JOB, 0, (_, bytes) -> all.writeBytes(bytes));
        jobs.follow(JOB, 7, (_, bytes) -> rest.writeBytes(bytes));

        assertThat(state).isEqualTo(new JobState.Ended(10, all.size()));
        assertThat(all.toString(StandardCharsets.UTF_8)).isEqualTo("error: not a start's time: it's 'so'’\n");
        assertThat(rest.toString(StandardCharsets.UTF_8)).isEqualTo("not a start's time: it's 'so'’\n");
        jobs.clear(JOB);
        assertThat(jobs.look(JOB)).isEqualTo(new JobState.Absent());
    }

    @Test
    void it_restarts_once_and_is_known_by_its_start_when_it_is_back() throws Exception {
        connection().jobs().start(JOB, Script.of("windows/reboot.ps1").with("BOOT", "x"), Map.of());
        var before = new HostBoot(connection(), "win1").look(JOB);
        assertThat(before.change()).isEqualTo(HostBoot.Change.NONE);

        new HostBoot(connection(), "win1").restart(before.now());

        await().atMost(Duration.ofSeconds(60)).until(() -> changed() == HostBoot.Change.RESTARTED);
        new HostBoot(connection(), "win1").restart(before.now());
        assertThat(changed()).isEqualTo(HostBoot.Change.RESTARTED);
    }

    private HostBoot.Change changed() throws InterruptedException {
        try {
            var connection = tried();
            return connection.isPresent()
                    ? new HostBoot(connection.get(), "win1").look(JOB).change()
                    : HostBoot.Change.NONE;
        } catch (LostException e) {
            practised.reach().drop(host);
            return HostBoot.Change.NONE;
        }
    }
}
