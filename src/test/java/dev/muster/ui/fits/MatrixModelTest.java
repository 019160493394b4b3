package dev.muster.ui.fits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Given;
import dev.muster.base.Reading;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.WindowsBuild;
import dev.muster.probe.OsRelease;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.ui.work.Desks;
import dev.muster.ui.work.HostForm;
import dev.muster.ui.work.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatrixModelTest {

    private Work work;
    private MatrixModel model;

    @BeforeEach
    void hosts(@TempDir Path home) {
        work = Desks.work(home);
        work.edit(form -> form.withHosts(List.of(
                new HostForm("win1", "10.0.0.21", "", Os.WINDOWS, Set.of(Role.WORKER), "", "", ""),
                new HostForm("lin1", "10.0.0.11", "", Os.LINUX, Set.of(Role.WORKER), "", "", ""))));
        model = new MatrixModel(work, Catalog.shipped());
    }

    private void says(String version, String caption) {
        var facts = Given.healthyLinuxBut();
        facts.os = Reading.of(new OsRelease("windows", version, caption, List.of()));
        work.heard(Given.probed(Given.windows("win1", 21), facts.facts()));
    }

    private List<String> columns() {
        return model.hosts().stream()
                .filter(build -> !model.pinned(build).isEmpty())
                .map(WindowsBuild::name)
                .toList();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
        # version,   caption,                                  column
        10.0.17763,  Microsoft Windows Server 2019 Standard,   2019
        10.0.14393,  Microsoft Windows Server 2016 Datacenter, 2016
        10.0.17763,  Microsoft Windows 10 Enterprise LTSC,     win10-1809
        # newer than the time of Rancher 2.1, and shown all the same
        10.0.20348,  Microsoft Windows Server 2022 Standard,   2022
        """)
    void a_host_stands_in_the_column_of_its_build(String version, String caption, String column) {
        says(version, caption);

        assertThat(columns()).containsExactly(column);
        assertThat(model.hosts().stream().flatMap(build -> model.pinned(build).stream()))
                .containsExactly("win1");
        assertThat(model.unplaced()).isEmpty();
    }

    @Test
    void a_host_that_was_not_asked_yet_stands_in_no_column_and_is_named() {
        assertThat(columns()).isEmpty();
        assertThat(model.unplaced()).containsExactly("win1");
    }

    @ParameterizedTest
    @CsvSource({"10.0.99999", "6.3.9600", "''"})
    void a_build_that_the_tables_do_not_have_is_named(String version) {
        says(version, "Microsoft Windows Server");

        assertThat(model.unplaced()).containsExactly("win1");
    }
}
