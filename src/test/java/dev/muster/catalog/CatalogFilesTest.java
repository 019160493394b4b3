package dev.muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files that we ship, whole and broken in one place each: a wrong entry fails here, with its file and line.
class CatalogFilesTest {

    @Test
    void what_we_ship_is_sound() {
        new CatalogFiles("", Map.of()).check();
    }

    @Test
    void no_file_is_newer_than_the_day_of_its_sources() {
        var files = new CatalogFiles("", Map.of());

        assertThat(CatalogFiles.NAMES)
                .allSatisfy(name -> assertThat(files.date(name)).isBeforeOrEqualTo(files.date("sources.yaml")));
        assertThat(files.legend().values())
                .allSatisfy(source -> assertThat(source.date()).isBeforeOrEqualTo(files.date("sources.yaml")));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # file         | what stands there                      | what stands there instead                   | what is said
        sizes.yaml     | floorCores: 1, floorMemory: 1 GiB      | floorCores: -1, floorMemory: 1 GiB          | floorCores: -1 is below 0
        sizes.yaml     | floorMemory: 1 GiB                     | floorMemory: -1 GiB                         | floorMemory: -1 GiB isn't an amount
        sizes.yaml     | adviceCores: 2                         | adviceCores: 0                              | the advice is below the floor
        sizes.yaml     | roles: [etcd, controlplane], floor     | roles: [etcd, master], floor                | roles[1]: master isn't one of
        sizes.yaml     | tolerancePercent: 5                    | tolerance: 5                                | tolerance: isn't known here
        disks.yaml     | floor: 5 GiB                           | floor: 50 GiB                               | the advice is below the floor
        disks.yaml     | , source: *room}                       | }                                           | source: is missing
        ports.yaml     | from: 6443, to: 6443                   | from: 6443, to: 6442                        | 6443 to 6442 are no ports
        ports.yaml     | protocol: tcp                          | protocol: sctp                              | sctp is neither tcp nor udp
        ports.yaml     | purpose: KUBELET                       | purpose: CUBELET                            | purpose: CUBELET isn't one of
        windows.yaml   | build: 17763, channel                  | build: Redstone, channel                    | Redstone isn't a Integer
        windows.yaml   | available: 2018-11-13                  | available: yesterday                        | available: yesterday isn't a date
        windows.yaml   | "17134": ["1803"]                      | "17133": ["1803"]                           | 17133 isn't a build that windows.yaml has
        windows.yaml   | channel: ltsc, image: true, aliases: [ltsc2022] | channel: lts, image: true, aliases: [ltsc2022] | channel: lts isn't one of
        isolation.yaml | build: 20348, cells                    | build: 20349, cells                         | 20349 isn't a build that windows.yaml has
        isolation.yaml | [PH dm,                                | [                                           | 9 cells for 10 images
        isolation.yaml | [PH dm,                                | [HP dm,                                     | a cell is PH, P, H, N or U and letters, not HP dm
        isolation.yaml | [PH dm,                                | [PH dz,                                     | no evidence z, which 14393 names
        rancher.yaml   | {build: 17134, word: supported         | {build: 1803, word: supported               | 1803 isn't a build that windows.yaml has
        rancher.yaml   | byDefault: v1.24                       | byDefault: v1.25                            | the default v1.25 isn't offered
        rancher.yaml   | source: "RAN tag v2.9.0: chart/Chart.yaml (kubeVersion)" | source: a friend          | "a friend" names no source of sources.yaml, so it has no date
        rancher.yaml   | source: "RAN tag v2.9.0: chart/Chart.yaml (kubeVersion)" | source: null              | source: null isn't a String
        rancher.yaml   | released: 2019-01-29                   | released: 29.1.2019                         | isn't a date
        rancher.yaml   | network: calico, word: supported       | network: calico, word: fine                 | word: fine isn't one of
        kernel.yaml    | distributions: [rke2, k3s]             | distributions: [rke2]                       | K3S isn't there once
        limits.yaml    | date: 2026-11-23                       | day: 2026-11-23                             | date: is missing
        guidance.yaml  | what: CA_UNREADABLE                    | what: CA_ILLEGIBLE                          | what: CA_ILLEGIBLE isn't one of
        sources.yaml   | date: 2019-03-22                       | date: long ago                              | legend.DOCS-MAR.date: long ago isn't a date
        """)
    void what_is_wrong_is_named_with_file_and_line(String file, String there, String instead, String said) {
        var text = CatalogFiles.shipped(file);
        assertThat(text).contains(there);
        var line = text.substring(0, text.indexOf(there)).lines().count();
        var broken = text.replaceFirst(Pattern.quote(there), java.util.regex.Matcher.quoteReplacement(instead));

        var thrown = catchThrowableOfType(RowFault.class, () -> new CatalogFiles("here", Map.of(file, broken)).check());

        assertThat(thrown.file()).isEqualTo("here/" + file);
        assertThat(thrown).hasMessageContaining(said);
        // a whole row, or a whole file, is named by its first line
        assertThat(thrown.line()).isPositive().isLessThanOrEqualTo((int) line + 1);
        if (said.contains("isn't one of") || said.contains("below 0") || said.contains("names no source")) {
            assertThat(thrown.line()).isEqualTo((int) line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1, 2", "just words", "date: 2027-01-01\ndate: 2027-01-01"})
    void what_is_no_catalogue_file_at_all_says_so(String text) {
        assertThatThrownBy(() -> new CatalogFiles("here", Map.of("limits.yaml", text)).check())
                .isInstanceOf(RowFault.class)
                .hasMessageStartingWith("here/limits.yaml:");
    }

    private static final String LIMITS = CatalogFiles.shipped("limits.yaml");

    @Test
    void a_newer_file_takes_the_place_of_ours(@TempDir Path folder) throws IOException {
        var newer = LIMITS.replace("date: 2026-11-23", "date: 2099-01-31").replace("value: 5,", "value: 7,");
        Files.writeString(folder.resolve("limits.yaml"), newer);

        var catalog = Catalog.with(folder);

        assertThat(catalog.limits().clockHard().value()).isEqualTo(7);
        assertThat(catalog.date()).isEqualTo(LocalDate.of(2099, 1, 31));
        assertThat(catalog.newer())
                .singleElement()
                .satisfies(file -> assertThat(file.used()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2018-12-24"})
    void an_older_one_is_told_of_and_left_alone(String date, @TempDir Path folder) throws IOException {
        var older = LIMITS.replace("date: 2026-11-23", "date: " + date).replace("value: 5,", "value: 7,");
        Files.writeString(folder.resolve("limits.yaml"), older);

        var catalog = Catalog.with(folder);

        assertThat(catalog.limits().clockHard().value()).isEqualTo(5);
        assertThat(catalog.newer())
                .singleElement()
                .satisfies(file -> assertThat(file.used()).isFalse());
        assertThat(catalog.date()).isEqualTo(Catalog.shipped().date());
    }

    @Test
    void a_newer_one_that_is_wrong_is_refused_with_its_line(@TempDir Path folder) throws IOException {
        var wrong = LIMITS.replace("date: 2026-11-23", "date: 2099-01-31").replace("value: 5,", "value: -5,");
        Files.writeString(folder.resolve("limits.yaml"), wrong);

        var problem = problem(folder);

        assertThat(problem.place().file())
                .isEqualTo(folder.resolve("limits.yaml").toString());
        assertThat(problem.place().line()).isEqualTo(4);
        assertThat(problem.place().field()).isEqualTo("clockHard.value");
    }

    @Test
    void a_newer_one_that_fits_no_other_is_refused(@TempDir Path folder) throws IOException {
        var windows = CatalogFiles.shipped("windows.yaml")
                .replace("date: 2026-11-23", "date: 2099-01-31")
                .replace("build: 20348", "build: 20349")
                .replace("\"20348\":", "\"20349\":");
        Files.writeString(folder.resolve("windows.yaml"), windows);

        assertThat(problem(folder).place().file()).isEqualTo("catalog/isolation.yaml");
    }

    @Test
    void a_file_that_the_catalogue_does_not_have_is_refused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("rancer.yaml"), LIMITS);

        assertThat(problem(folder).what().key()).isEqualTo(CatalogWords.FILE_STRANGE);
    }

    @ParameterizedTest(name = "on {0}: {1} months, old: {2}")
    @CsvSource(textBlock = """
        2026-11-22, 0, false
        2026-11-23, 0, false
        2027-03-22, 3, false
        2027-03-23, 4, true
        2031-01-01, 49, true
        """)
    void a_catalogue_is_old_when_a_line_has_most_likely_come_since(LocalDate today, long months, boolean old) {
        assertThat(Catalog.shipped().months(today)).isEqualTo(months);
        assertThat(Catalog.shipped().isOld(today)).isEqualTo(old);
    }

    @Test
    void no_folder_is_no_trouble(@TempDir Path folder) {
        assertThat(Catalog.with(folder.resolve("catalogue")).newer()).isEmpty();
    }

    private static Problem problem(Path folder) {
        return catchThrowableOfType(ProblemException.class, () -> Catalog.with(folder))
                .problems()
                .getFirst();
    }
}
