package dev.muster.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.remote.HostKey;
import dev.muster.remote.Opened;
import dev.muster.remote.Opened.Barred;
import dev.muster.remote.Opened.KeyChanged;
import dev.muster.remote.Opened.KeyUnknown;
import dev.muster.remote.Reach;
import dev.muster.setup.Host;
import dev.muster.setup.Login;
import dev.muster.setup.Role;
import dev.muster.setup.SecretRef;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is asked about the keys of hosts, and of bastions before them.
final class TrustQuestionsTest {

    private static final HostKey GATE = new HostKey("10.0.0.1", 2222, "ssh-ed25519", "SHA256:gate", "AAAA");
    private static final HostKey HOST = new HostKey("10.0.0.11", 22, "ssh-ed25519", "SHA256:host", "BBBB");

    private static Host host(String name) {
        return Host.linux(
                new HostName(name),
                "10.0.0.11",
                Set.of(Role.WORKER),
                Login.withPassword("ops", "ops", new SecretRef.Prompt()));
    }

    /// A reach over answers that are given.
    private record Given(Map<String, Opened> answers) implements Reach {

        @Override
        public Opened open(Host host) {
            var answer = answers.get(host.name().value());
            if (answer == null) {
                throw new AssertionError(host);
            }
            return answer;
        }

        @Override
        public void drop(Host host) {}

        @Override
        public void close() {}
    }

    private static TrustQuestions questions(Map<String, Opened> answers) throws InterruptedException {
        try (var reach = new WatchedReach(new Given(answers))) {
            for (var name : answers.keySet()) {
                reach.open(host(name));
            }
            return reach.questions();
        }
    }

    @Test
    void many_hosts_behind_one_bastion_ask_one_question_with_its_name() throws Exception {
        var barred = new Barred("gate", new KeyUnknown("10.0.0.1", GATE));

        var questions = questions(Map.of("lin1", barred, "lin2", barred, "lin3", new KeyUnknown("10.0.0.11", HOST)));

        assertThat(questions.unknown()).containsExactlyInAnyOrder(GATE, HOST);
        assertThat(questions.problems()).anySatisfy(problem -> {
            assertThat(new Texts(Language.EN).of(problem.what())).startsWith("gate ([10.0.0.1]:2222) shows");
            assertThat(problem.place().field()).isEqualTo("bastions.gate");
            assertThat(problem.place().value()).isEqualTo("[10.0.0.1]:2222");
        });
    }

    @Test
    void a_bastions_changed_key_names_the_address_that_is_to_be_forgotten() throws Exception {
        var questions = questions(
                Map.of("lin1", new Barred("gate", new KeyChanged("10.0.0.1", GATE, "SHA256:old", "known_hosts:1"))));

        assertThat(questions.changed()).hasSize(1);
        assertThat(new Texts(Language.EN).of(questions.problems().getFirst().fix()))
                .endsWith("--forget [10.0.0.1]:2222");
    }

    @Test
    void a_certificate_is_called_one_and_its_way_to_be_seen_is_told_in_both_languages() throws Exception {
        var shown = new HostKey("", "10.0.0.21", 5986, HostKey.CERTIFICATE, "SHA256:AB:CD", "CCCC");
        for (var opened : java.util.List.<Opened>of(
                new KeyUnknown("10.0.0.21", shown), new KeyChanged("10.0.0.21", shown, "SHA256:EF", "known_hosts:1"))) {
            var problem = questions(Map.of("win1", opened)).problems().getFirst();
            for (var language : Language.values()) {
                var texts = new Texts(language);
                var said = texts.of(problem.what()) + texts.of(problem.why()) + texts.of(problem.fix());

                assertThat(said).contains(language == Language.EN ? "certificate" : "证书");
                assertThat(said)
                        .doesNotContain("host key")
                        .doesNotContain("主机密钥")
                        .doesNotContain("ssh-keygen");
            }
        }
        assertThat(new Texts(Language.EN)
                        .of(questions(Map.of("win1", new KeyUnknown("10.0.0.21", shown)))
                                .problems()
                                .getFirst()
                                .fix()))
                .contains("Cert:\\LocalMachine");
    }

    @Test
    void a_bastion_that_only_refuses_asks_nothing() throws Exception {
        var nothing = dev.muster.base.Text.of(FlowWords.KEY_UNKNOWN);
        var questions = questions(Map.of(
                "lin1", new Barred("gate", new Opened.Refused(Opened.Stage.SIGN_IN, "", nothing, nothing, nothing))));

        assertThat(questions.unknown()).isEmpty();
        assertThat(questions.changed()).isEmpty();
    }
}
