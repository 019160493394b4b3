package dev.muster.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.base.Reading;
import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.rancher.Release;
import dev.muster.setup.RegistrationReading.Missing;
import dev.muster.setup.Setup;
import dev.muster.setup.file.SetupFile;
import dev.muster.setup.secrets.Asker;
import dev.muster.setup.secrets.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window asks Rancher when it asks the hosts, and not before. Practice Rancher answers; no Rancher took part.
final class AskingWithoutRancherTest {

    @TempDir
    private Path home;

    @Test
    void rancher_is_asked_with_the_hosts_and_what_it_says_is_a_finding() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var desk = new RoomDesk(
                        Desks.place(home), new Secrets(Map.of("TOKEN", rancher.token()), Asker.NOBODY), home)) {
            var setup = setup(rancher);

            assertThat(readable(desk, setup).state().name()).isEqualTo("PENDING");
            assertThat(rancher.asked().all()).isEmpty();
            desk.probe(setup, new Missing(), List.of(), _ -> {});
            assertThat(desk.trustQuestions().unknown()).hasSize(1);
            desk.confirm(desk.trustQuestions().unknown());
            desk.probe(setup, new Missing(), List.of(), _ -> {});

            // there is no such cluster, which only somebody can know who was let in
            assertThat(readable(desk, setup).toString()).contains("READABLE_FORETOLD");
            assertThat(rancher.asked().changes()).isEmpty();
        }
    }

    private static Finding readable(RoomDesk desk, Setup setup) {
        return desk.assess(setup, new Missing(), Map.of(), Reading.unknown("not tried yet")).findings().stream()
                .filter(finding -> finding.id() == CheckId.REGISTRATION_READABLE)
                .findFirst()
                .orElseThrow();
    }

    private Setup setup(PracticeRancher rancher) {
        return SetupFile.parse("""
            muster: 1
            name: factory
            goal: join
            rancher: {version: v2.1.6, server: "%s", api: {token: {env: TOKEN}}}
            cluster: {name: factory}
            hosts:
              - {name: lin1, address: 10.0.0.11, roles: [etcd, controlplane, worker]}
            """.formatted(rancher.url()), "factory.muster.yaml", home);
    }
}
