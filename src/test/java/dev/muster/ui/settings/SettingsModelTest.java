package dev.muster.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.setup.RegistrationReading;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Standing.Mark;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.Desks;
import dev.muster.ui.work.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsModelTest {

    @TempDir
    Path home;

    private Work work;
    private SettingsModel model;
    private final List<PageId> opened = new ArrayList<>();

    @BeforeEach
    void begin() {
        work = Desks.work(home);
        model = new SettingsModel(work, opened::add);
    }

    @ParameterizedTest(name = "{0} and name ''{1}'': open {2}")
    @CsvSource(textBlock = """
        # command, name,     open,  mark
        none,      factory,  false, OPEN
        broken,    factory,  false, ATTENTION
        whole,     '',       false, ATTENTION
        whole,     'a b',    false, ATTENTION
        whole,     factory,  true,  DONE
        """)
    void the_button_opens_when_command_and_name_can_be_used(String command, String name, boolean open, Mark mark) {
        model.paste(
                switch (command) {
                    case "none" -> "";
                    case "broken" -> Desks.COMMAND.substring(0, 120);
                    default -> Desks.COMMAND;
                });
        model.name(name);

        assertThat(model.bar().get().open()).isEqualTo(open);
        assertThat(model.standing().get().mark()).isEqualTo(mark);
    }

    @Test
    void where_rancher_itself_is_asked_no_command_is_missing() {
        var asking = new SettingsModel(Desks.workOn(home, """
            muster: 1
            name: factory
            goal: join
            rancher: {version: v2.1.6, server: "https://rancher.example.org", api: {token: {env: TOKEN}}}
            cluster: {name: factory}
            hosts:
              - {name: lin1, address: 10.0.0.11, roles: [etcd, controlplane, worker]}
            """), opened::add);

        assertThat(asking.bar().get().open()).isTrue();
        assertThat(asking.standing().get().mark()).isEqualTo(Mark.DONE);
    }

    @Test
    void todays_command_says_no_version_and_so_it_is_asked_for() {
        assertThat(model.wantsVersion()).isFalse();

        model.paste("curl -fL https://rancher.example.org/system-agent-install.sh | sudo  sh -s - --server"
                + " https://rancher.example.org --label 'cattle.io/os=linux' --token " + "x".repeat(54)
                + " --ca-checksum " + "0".repeat(64));
        model.name("factory");
        model.version("v2.15.0 ");
        model.kubernetes("v1.35.7+rke2r1");

        assertThat(model.wantsVersion()).isTrue();
        assertThat(model.version()).isEqualTo("v2.15.0");
        assertThat(model.reads())
                .extracting(Read::name)
                .contains(UiWords.READ_RANCHER, UiWords.READ_SERVER)
                .doesNotContain(UiWords.READ_IMAGE);
        assertThat(model.shownCommand()).doesNotContain("x".repeat(54)).contains("system-agent-install.sh");
        assertThat(model.kubernetesChoices()).isNotEmpty();
        assertThat(work.form().server()).isEqualTo("https://rancher.example.org");
        assertThat(work.form().kubernetes()).isEqualTo("v1.35.7+rke2r1");
        model.paste(Desks.COMMAND);
        assertThat(model.version()).isEqualTo("v2.1.6");
    }

    @Test
    void the_button_leads_to_the_hosts() {
        model.go();

        assertThat(opened).containsExactly(PageId.HOSTS);
    }

    @Test
    void the_command_is_shown_without_its_token() {
        model.paste(Desks.COMMAND);

        assertThat(model.shownCommand())
                .contains("--token ••••••••", "3f1a9c0e…")
                .doesNotContain("9d8f7c6b");
    }

    @Test
    void no_line_of_what_was_read_holds_the_token() {
        model.paste(Desks.COMMAND);

        assertThat(model.reads().toString()).contains("v2.1.6").doesNotContain("9d8f7c6b");
    }

    @Test
    void roles_in_the_command_are_said_to_be_unused() {
        model.paste(Desks.COMMAND);

        assertThat(model.reads())
                .filteredOn(read -> read.name() == UiWords.READ_ROLES)
                .extracting(Read::sign)
                .containsExactly(Sign.WARNS);
    }

    @Test
    void version_and_server_come_from_the_command() {
        model.paste(Desks.COMMAND);

        assertThat(work.form().version()).isEqualTo("v2.1.6");
        assertThat(work.form().server()).isEqualTo("https://rancher.example.org");
        assertThat(model.kubernetesChoices()).contains("v1.11.6-rancher1-1");
    }

    @Test
    void a_broken_command_stays_to_be_mended_and_says_what_is_wrong() {
        model.paste("docker run nonsense");

        assertThat(model.command()).isEqualTo("docker run nonsense");
        assertThat(model.registration()).isInstanceOf(RegistrationReading.Unreadable.class);
        assertThat(model.commandProblems()).isNotEmpty();
    }

    @Test
    void one_name_serves_setup_and_cluster_until_they_differ() {
        model.name("factory");
        work.edit(form -> form.withCluster("other"));
        model.name("shop");

        assertThat(work.form().name()).isEqualTo("shop");
        assertThat(work.form().cluster()).isEqualTo("other");
    }
}
