package dev.muster.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.script.Script;
import dev.muster.setup.RancherSettings;
import dev.muster.setup.Registration;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a setup wants to know of a host besides its facts.
class QuestionsTest {

    private static RegistrationReading registration(String image) {
        var healthy = Given.registration();
        return new RegistrationReading.Readable(new Registration(
                healthy.server(),
                healthy.token(),
                healthy.caChecksum(),
                image,
                healthy.shown(),
                healthy.roles(),
                healthy.said(),
                healthy.unknownFlags()));
    }

    @ParameterizedTest
    @CsvSource({
        "rancher/rancher-agent:v2.1.6, https://registry-1.docker.io",
        "docker.io/rancher/rancher-agent:v2.1.6, https://registry-1.docker.io",
        "registry.lab:5000/rancher/rancher-agent:v2.1.6, https://registry.lab:5000",
        "localhost/rancher-agent:v2.1.6, https://localhost",
        "rancher-agent, https://registry-1.docker.io"
    })
    void images_come_from_the_registry_in_their_name(String image, String registry) {
        var setup = Given.setup();
        var questions = Questions.of(setup, registration(image), setup.hosts().getFirst());

        assertThat(questions.registries()).containsExactly(registry);
        assertThat(questions.image()).isEqualTo(image);
    }

    @Test
    void windows_takes_its_base_layers_from_microsoft_too() {
        var setup = Given.setup(Given.host("lin1", 11, Role.WORKER), Given.windows("win1", 21));

        assertThat(Questions.of(setup, registration("a/b:c"), setup.hosts().get(1)))
                .isEqualTo(new Questions(
                        Given.SERVER, "", List.of("https://registry-1.docker.io", "https://mcr.microsoft.com"), ""));
    }

    @Test
    void only_hosts_with_etcd_time_its_disk() {
        var setup = Given.setup();

        assertThat(setup.hosts())
                .extracting(
                        host -> Questions.of(setup, registration("a/b:c"), host).etcdDisk())
                .containsExactly("/var/lib/etcd", "", "");
    }

    @Test
    void the_server_is_the_setups_or_else_the_registrations() {
        var setup = Given.setup();
        var host = setup.hosts().getFirst();
        var nameless = Given.setupWith(
                new RancherSettings("v2.1.6", RancherSettings.Edition.COMMUNITY, "", null), setup.cluster(), setup);

        assertThat(Questions.of(setup, new RegistrationReading.Missing(), host).server())
                .isEqualTo(Given.SERVER);
        assertThat(Questions.of(nameless, registration("a/b:c"), host).server()).isEqualTo(Given.SERVER);
        assertThat(Questions.of(nameless, new RegistrationReading.Missing(), host)
                        .server())
                .isEmpty();
    }

    @Test
    void without_questions_the_script_is_as_it_is_and_with_them_they_stand_in_its_prologue() {
        var script = Script.of("linux/probe.sh");

        assertThat(Questions.NONE.in(script)).isEqualTo(script);
        assertThat(new Questions("https://r", "a/b:c", List.of("https://x", "https://y"), "/var/lib/etcd")
                        .in(script)
                        .prologue())
                .isEqualTo("""
                    SERVER='https://r'
                    REGISTRIES='https://x
                    https://y'
                    IMAGE='a/b:c'
                    ETCD_DISK='/var/lib/etcd'
                    """);
    }
}
