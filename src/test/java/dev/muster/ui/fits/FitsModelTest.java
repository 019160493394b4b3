package dev.muster.ui.fits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import dev.muster.ui.teach.Topic;
import dev.muster.ui.work.Desks;
import dev.muster.ui.work.HostForm;
import dev.muster.ui.work.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FitsModelTest {

    private final Texts texts = new Texts(Language.EN);
    private final List<Set<HostName>> asked = new ArrayList<>();
    private final List<Topic> taught = new ArrayList<>();
    private Work work;
    private FitsModel model;

    @BeforeEach
    void two_hosts_have_answered(@TempDir Path home) {
        work = Desks.work(home);
        work.paste(Desks.COMMAND);
        work.edit(form ->
                form.withName("factory").withCluster("factory").withHosts(List.of(host("lin1", 11), host("lin2", 12))));
        model = new FitsModel(
                work,
                _ -> {},
                new FitsModel.Asking() {
                    @Override
                    public void again(Set<HostName> hosts) {
                        asked.add(new HashSet<>(hosts));
                    }

                    @Override
                    public boolean asks(HostName host) {
                        return false;
                    }

                    @Override
                    public boolean busy() {
                        return false;
                    }
                },
                taught::add);
        assertThat(work.setup()).as(String.valueOf(work.understood())).isPresent();
        for (var name : List.of("lin1", "lin2")) {
            var host = work.setup().orElseThrow().host(new HostName(name)).orElseThrow();
            work.heard(Given.probed(host, Given.healthyLinuxBut().facts()));
        }
        assertThat(work.assessment().findings()).isNotEmpty();
    }

    private static HostForm host(String name, int last) {
        var roles = last == 11 ? Set.of(Role.ETCD, Role.CONTROLPLANE, Role.WORKER) : Set.of(Role.WORKER);
        return new HostForm(name, "10.0.0." + last, "", Os.LINUX, roles, "", "", "");
    }

    private List<Finding> shown() {
        return model.findings(texts::of);
    }

    private List<Section> sections() {
        return model.sections(texts::of);
    }

    @Test
    void by_host_the_findings_of_one_host_are_shown() {
        model.arrange(Arrangement.BY_HOST);

        assertThat(sections()).extracting(Section::key).containsExactlyInAnyOrder("", "lin1", "lin2");
        sections().stream().filter(it -> it.key().equals("lin2")).findFirst().ifPresent(model::choose);
        assertThat(shown())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.about()).contains(new HostName("lin2")));
        assertThat(model.askedFor(shown())).containsExactly(new HostName("lin2"));
    }

    @Test
    void by_check_one_check_is_shown_on_all_hosts_and_its_hosts_are_asked_again() {
        model.arrange(Arrangement.BY_CHECK);
        sections().stream()
                .filter(it -> it.key().equals(CheckId.HOST_MEMORY.id()))
                .findFirst()
                .ifPresent(model::choose);

        assertThat(shown()).extracting(Finding::id).containsOnly(CheckId.HOST_MEMORY);
        model.askAgain(model.askedFor(shown()));
        assertThat(asked).containsExactly(Set.of(new HostName("lin1"), new HostName("lin2")));
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void only_one_severity_is_shown_when_it_is_asked_for(Severity severity) {
        model.arrange(Arrangement.BY_HOST);
        model.severity(Optional.of(severity));

        assertThat(shown()).allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(severity));
        assertThat(model.filtered()).isTrue();
    }

    @Test
    void the_filter_holds_in_every_view_and_a_section_without_findings_goes() {
        model.arrange(Arrangement.BY_HOST);
        model.filter("host.memory");

        assertThat(sections()).extracting(Section::key).containsExactly("lin1", "lin2");
        model.filter("nothing says this");
        assertThat(sections()).isEmpty();
        assertThat(shown()).isEmpty();
    }

    @Test
    void the_worst_section_stands_first_and_is_shown_first() {
        var facts = Given.healthyLinuxBut();
        facts.swap = dev.muster.base.Reading.unknown("not said");
        var host = work.setup().orElseThrow().host(new HostName("lin2")).orElseThrow();
        work.heard(Given.probed(host, facts.facts()));
        model.arrange(Arrangement.BY_CHECK);

        var order = sections().stream()
                .mapToInt(section -> switch (section.sign()) {
                    case STOPS -> 0;
                    case WARNS -> 1;
                    case UNKNOWN -> 2;
                    case FITS, WAITS, WORKS, NONE -> 3;
                })
                .toArray();
        assertThat(order).contains(0, 3).isSorted();
        assertThat(model.section(sections())).contains(sections().getFirst());
    }

    @Test
    void the_age_of_the_facts_is_that_of_the_finding_s_own_host() {
        var finding = work.assessment().of(new HostName("lin1")).getFirst();

        assertThat(model.age(finding)).isEqualTo(work.age(new HostName("lin1"))).isPresent();
        assertThat(model.at(finding))
                .isEqualTo(work.answered(new HostName("lin1")))
                .isPresent();
        assertThat(work.age(new HostName("nobody"))).isEmpty();
    }

    @Test
    void what_a_windows_check_rests_on_is_taught() {
        Topic.about(CheckId.WINDOWS_ISOLATION).ifPresent(model::teach);

        assertThat(taught).containsExactly(Topic.ISOLATION);
        assertThat(Topic.about(CheckId.HOST_MEMORY)).isEmpty();
    }

    @Test
    void nothing_is_said_of_an_unknown_section() {
        assertThat(Arrangement.ALL.sections(List.of())).isEmpty();
        assertThat(model.section(List.of())).isEmpty();
        assertThat(Text.of(Arrangement.ALL.word())).isNotNull();
    }
}
