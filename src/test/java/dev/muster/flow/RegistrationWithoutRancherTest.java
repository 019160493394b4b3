package dev.muster.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Redactor;
import dev.muster.base.Secret;
import dev.muster.plan.ScriptStep;
import dev.muster.practice.rancher.Mishap;
import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.rancher.Release;
import dev.muster.rancher.Access;
import dev.muster.rancher.Authorities;
import dev.muster.rancher.ClusterCalls;
import dev.muster.rancher.Credentials;
import dev.muster.rancher.Rancher;
import dev.muster.rancher.RancherWords;
import dev.muster.rancher.ServerVersion;
import dev.muster.setup.Limits;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.RegistrationReading.Foretold;
import dev.muster.setup.RegistrationReading.Readable;
import dev.muster.setup.RegistrationReading.Unreadable;
import dev.muster.setup.Setup;
import dev.muster.setup.file.SetupFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A registration that Rancher itself is asked for. Practice Rancher answers; no Rancher took part.
final class RegistrationWithoutRancherTest {

    @TempDir
    private Path folder;

    private PracticeRancher rancher;
    private Flow flow;

    @BeforeEach
    void start() throws Exception {
        rancher = PracticeRancher.start(Release.V2_1_6);
        var token = Secret.of(rancher.token());
        flow = new Flow(
                Workplace.here(new Home(folder.resolve("home")), folder.resolve("user")),
                (_, _) -> token,
                Limits.DEFAULT);
        Files.writeString(folder.resolve("ca.pem"), rancher.authority() + "\n");
    }

    @AfterEach
    void stop() {
        flow.close();
        rancher.close();
    }

    private Setup setup(String more) {
        return SetupFile.parse(text(more), "factory.muster.yaml", folder);
    }

    private String text(String more) {
        return """
            muster: 1
            name: factory
            goal: join
            rancher: {version: v2.1.6, server: "%s", api: {token: {env: TOKEN}}%s}
            cluster: {name: factory, kubernetes: v1.11.6-rancher1-1}
            hosts:
              - {name: lin1, address: 10.0.0.11, roles: [etcd, controlplane, worker]}
            """.formatted(rancher.url(), more);
    }

    /// As somebody did it in Rancher's own pages.
    private void makeCluster() throws InterruptedException {
        var version = new ServerVersion("v2.1.6");
        var access = new Access.ApiToken(Secret.of(rancher.token()));
        var credentials = new Credentials() {
            @Override
            public Access get() {
                return access;
            }

            @Override
            public Access again() {
                return access;
            }
        };
        try (var client = new Rancher(
                rancher.url(),
                new Authorities.Fingerprint(rancher.fingerprint()),
                _ -> false,
                credentials,
                new Redactor())) {
            var cluster = client.make(
                    version, "factory", ClusterCalls.of(version, setup("").cluster(), ""));
            client.makeCommands(cluster);
        }
    }

    @Test
    void with_its_authority_in_a_file_rancher_is_asked_and_nothing_there_is_changed() throws Exception {
        makeCluster();
        var before = rancher.asked().changes();

        var reading = flow.registration(setup(", ca: ca.pem"));

        assertThat(reading).isInstanceOfSatisfying(Readable.class, readable -> {
            assertThat(readable.registration().server()).isEqualTo(rancher.url());
            assertThat(readable.registration().caChecksum()).isEqualTo(rancher.caChecksum());
        });
        assertThat(rancher.asked().changes()).isEqualTo(before);
    }

    @Test
    void the_plan_joins_by_what_rancher_said() throws Exception {
        makeCluster();
        var setup = setup(", ca: ca.pem");

        var plan = flow.plan(flow.situation(setup, Map.of()));

        assertThat(plan.steps())
                .filteredOn(step -> step.id().value().equals("join/lin1"))
                .singleElement()
                .isInstanceOfSatisfying(
                        ScriptStep.class,
                        step -> assertThat(step.script().text()).contains(rancher.url(), rancher.caChecksum()));
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_a_question_and_gets_no_token() throws Exception {
        makeCluster();
        var asked = rancher.asked().all().size();

        assertThat(flow.registration(setup(""))).isInstanceOf(Unreadable.class);
        var questions = flow.trustQuestions();

        assertThat(rancher.asked().all()).hasSize(asked);
        assertThat(questions.unknown()).singleElement().satisfies(key -> {
            assertThat(key.isCertificate()).isTrue();
            assertThat(key.port()).isEqualTo(rancher.port());
        });
        flow.confirm(questions.unknown());
        assertThat(flow.trustQuestions().unknown()).isEmpty();
        assertThat(flow.situation(setup(""), Map.of()).registration()).isInstanceOf(Readable.class);
    }

    @Test
    void a_certificate_that_has_changed_stops_everything() throws Exception {
        makeCluster();
        flow.registration(setup(""));
        flow.confirm(flow.trustQuestions().unknown());

        rancher.changeCertificate();
        var reading = flow.registration(setup(""));

        assertThat(reading).isInstanceOf(Unreadable.class);
        assertThat(flow.trustQuestions().changed()).hasSize(1);
    }

    @Test
    void a_cluster_that_is_not_there_is_foretold_and_not_made() throws Exception {
        var setup = setup(", ca: ca.pem");
        var foretold = flow.registration(setup);

        assertThat(rancher.asked().changes()).isEmpty();
        makeCluster();
        var made = flow.registration(setup);

        assertThat(foretold).isInstanceOfSatisfying(Foretold.class, before -> {
            assertThat(before.requests()).hasSize(2);
            assertThat(before.registration().token()).isEmpty();
            var after = made.known().orElseThrow();
            assertThat(before.registration().server()).isEqualTo(after.server());
            assertThat(before.registration().caChecksum()).isEqualTo(after.caChecksum());
            assertThat(before.registration().image()).isEqualTo(after.image());
        });
    }

    @Test
    void a_kubernetes_that_it_does_not_offer_is_told_before() {
        var setup = SetupFile.parse(text(", ca: ca.pem").replace("v1.11.6", "v1.11.99"), "factory.muster.yaml", folder);

        assertThat(word(flow.registration(setup))).isEqualTo(RancherWords.KUBERNETES_NOT_OFFERED);
    }

    @Test
    void what_failed_once_is_remembered_until_somebody_asks_again() throws Exception {
        makeCluster();
        var setup = setup(", ca: ca.pem");
        rancher.mishaps().next("GET", "/v3/clusters", new Mishap.Refused(403, "Forbidden", "", "no"));

        assertThat(word(flow.registration(setup))).isEqualTo(RancherWords.FORBIDDEN);
        assertThat(word(flow.situation(setup, Map.of()).registration())).isEqualTo(RancherWords.FORBIDDEN);
        assertThat(flow.heard(setup)).isInstanceOf(Unreadable.class);
        assertThat(flow.registration(setup)).isInstanceOf(Readable.class);
    }

    @Test
    void a_file_without_certificates_can_not_be_used() throws Exception {
        Files.writeString(folder.resolve("ca.pem"), "nothing");

        assertThatThrownBy(() -> flow.registration(setup(", ca: ca.pem")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().getFirst().kind()).isEqualTo(Problem.Kind.INPUT));
    }

    private static Object word(RegistrationReading reading) {
        return reading instanceof Unreadable(var problems)
                ? problems.getFirst().what().key()
                : reading;
    }
}
