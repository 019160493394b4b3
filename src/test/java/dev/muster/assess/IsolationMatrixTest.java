package dev.muster.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.base.ProblemException;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.WindowsBuild.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Both published tables, typed in by hand from the fact files, against every cell of the matrix.
class IsolationMatrixTest {

    private static final List<Integer> IMAGES =
            List.of(14393, 16299, 17134, 17763, 18362, 18363, 19041, 19042, 20348, 26100);

    /// rancher-today.md §7.2: PH both, P process alone, H Hyper-V alone, - neither; the letter is the evidence.
    private static final String TODAY = """
        14393 | PH d | - a  | - b  | - d  | - c  | - c  | - c  | - c  | - d  | - r
        16299 | H a  | PH a | - a  | - a  | - a  | - r  | - r  | - r  | - r  | - r
        17134 | H b  | H a  | PH b | - b  | - b  | - b  | - r  | - r  | - r  | - r
        17763 | H d  | H a  | H b  | PH d | - c  | - c  | - c  | - c  | - d  | - r
        18362 | H c  | H a  | H b  | H c  | PH c | - c  | - c  | - c  | - c  | - r
        18363 | H c  | H r  | H b  | H c  | H c  | PH c | - c  | - c  | - c  | - r
        19041 | H c  | H r  | H r  | H c  | H c  | H c  | PH c | - c  | - c  | - r
        19042 | H c  | H r  | H r  | H c  | H c  | H c  | H c  | PH c | - c  | - r
        20348 | H d  | H r  | H r  | H d  | H c  | H c  | H c  | H c  | PH d | - r
        25398 | - e  | - e  | - e  | - e  | - e  | - e  | - e  | - e  | P e  | - e
        26100 | H d  | H r  | H r  | H d  | H r  | H r  | H r  | H r  | PH d | PH d
        """;

    private static final String LETTER_A = "cddb773e";
    private static final String LETTER_B = "827b6813";
    private static final String LETTER_C = "625cdb25";
    private static final String LETTER_D = "version-compatibility.md @ 77e0742a";
    private static final String LETTER_E = "portability.md @ 77e0742a";

    private final IsolationMatrix matrix = new IsolationMatrix(Catalog.shipped());

    @Test
    void one_cell_is_found_by_its_host_and_its_image() {
        assertThat(matrix.cells())
                .isNotEmpty()
                .allSatisfy(cell ->
                        assertThat(matrix.cell(cell.host(), cell.image())).contains(cell));
        var client = matrix.hosts().stream()
                .filter(host -> host.kind() == Kind.CLIENT)
                .findFirst()
                .orElseThrow();
        assertThat(matrix.cell(client, client)).as("no image is of a client").isEmpty();
    }

    @ParameterizedTest(name = "host {0}, image {1}: {2} {3}")
    @MethodSource("today")
    void every_cell_is_as_todays_table_says(int host, int image, String how, String letter) {
        var cell = cell(Kind.SERVER, host, image);

        assertThat(shown(cell)).isEqualTo(how);
        assertThat(cell.source())
                .contains(
                        switch (letter) {
                            case "a" -> LETTER_A;
                            case "b" -> LETTER_B;
                            case "c" -> LETTER_C;
                            case "d" -> LETTER_D;
                            case "e" -> LETTER_E;
                            default -> "derived: ";
                        });
        assertThat(cell.derived()).isEqualTo(letter.equals("r"));
    }

    static Stream<Arguments> today() {
        return TODAY.lines().flatMap(line -> {
            var parts = line.split("\\|");
            return Stream.iterate(1, i -> i + 1).limit(10).map(i -> {
                var cell = parts[i].strip().split(" +");
                return Arguments.of(Integer.valueOf(parts[0].strip()), IMAGES.get(i - 1), cell[0], cell[1]);
            });
        });
    }

    @ParameterizedTest(name = "host {0}: {1} {2} {3} {4}")
    @CsvSource(textBlock = """
        # rancher-2.1.md 7.3, turned: a host's images 2016, 1709, 1803, 2019
        SERVER, 14393, PH, -,  -,  -
        SERVER, 16299, H,  PH, -,  -
        SERVER, 17134, H,  H,  PH, -
        SERVER, 17763, H,  H,  H,  PH
        # Windows 10 in the same table: Hyper-V only, or not
        CLIENT, 14393, H,  -,  -,  -
        CLIENT, 15063, H,  -,  -,  -
        CLIENT, 16299, H,  H,  -,  -
        CLIENT, 17134, H,  H,  H,  -
        CLIENT, 17763, H,  H,  H,  H
        """)
    void every_cell_of_2018_is_as_microsoft_published_it(
            Kind kind, int host, String of2016, String of1709, String of1803, String of2019) {
        var row = Stream.of(14393, 16299, 17134, 17763)
                .map(image -> cell(kind, host, image))
                .toList();

        assertThat(row.stream().map(IsolationMatrixTest::shown)).containsExactly(of2016, of1709, of1803, of2019);
        assertThat(row).allSatisfy(cell -> assertThat(cell.source()).contains("d69ed13d"));
    }

    @ParameterizedTest(name = "{0} with an image of {1}: {2}")
    @CsvSource(textBlock = """
        # the current page
        win11-24h2, 2025, PH
        win11-24h2, 2022, PH
        win11-24h2, 2019, H
        win11-24h2, 2016, H
        win11-23h2, 2025, -
        win11-23h2, 2022, PH
        win11-21h2, 2022, PH
        win10,      2022, -
        win10,      2019, H
        win10,      2016, H
        # the page of 2021
        win10-21h1, 20H2, PH
        win10-21h1, 2022, H
        win10-21h1, 2004, H
        win10-20h2, 20H2, PH
        win10-20h2, 2022, -
        win10-2004, 2004, PH
        win10-2004, 20H2, -
        win10-2004, 1909, H
        # nobody says whether process isolation works
        win10,      20H2, ?H
        """)
    void client_hosts_are_told_apart_from_servers(String host, String image, String how) {
        assertThat(matrix.cells(host, image)).singleElement().satisfies(cell -> {
            assertThat(cell.host().kind()).isEqualTo(Kind.CLIENT);
            assertThat(shown(cell)).isEqualTo(how);
        });
    }

    @Test
    void an_image_newer_than_its_host_never_runs_but_where_a_page_says_so() {
        assertThat(matrix.cells().stream()
                        .filter(cell -> cell.image().build() > cell.host().build() && cell.runs())
                        .map(cell ->
                                cell.host().name() + " with " + cell.image().name()))
                .containsExactly("win10-21h1 with 2022");
    }

    @Test
    void a_derived_answer_never_says_that_process_isolation_works() {
        assertThat(matrix.cells().stream().filter(IsolationCell::derived))
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.process()).isNotEqualTo(Answer.YES));
    }

    @Test
    void on_23H2_only_the_image_of_2022_runs_and_nobody_knows_of_hyper_v() {
        var row = matrix.cells("25398", "");

        assertThat(row).hasSize(10);
        assertThat(row.stream().filter(cell -> cell.process() == Answer.YES))
                .extracting(cell -> cell.image().name())
                .containsExactly("2022");
        assertThat(row).noneMatch(cell -> cell.hyperv() == Answer.YES);
        assertThat(cell(Kind.SERVER, 25398, 20348).hyperv()).isEqualTo(Answer.UNKNOWN);
    }

    @ParameterizedTest(name = "host {1}, image {2}: {3}")
    @CsvSource(textBlock = """
        SERVER, 14393, 14393, SAME_REVISION
        SERVER, 16299, 16299, REVISION_DISPUTED
        SERVER, 17134, 17134, REVISION_DISPUTED
        SERVER, 26100, 20348, TABLE_AGAINST_TEXT
        SERVER, 25398, 20348, ONLY_IMAGE_OF_23H2
        CLIENT, 19043, 20348, TEMPORARY_EXCEPTION
        """)
    void conditions_and_contradictions_are_named(Kind kind, int host, int image, String condition) {
        assertThat(cell(kind, host, image).conditions())
                .singleElement()
                .satisfies(text -> assertThat(text.key().name()).isEqualTo(condition));
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(textBlock = """
        17763,          2019 win10-1809
        2019,           2019
        1809,           2019
        ltsc2019,       2019
        LTSC2022,       2022
        win10-1809,     win10-1809
        20h2,           20H2
        23H2,           23H2
        10.0.14393.1770, 2016 win10-1607
        Windows Server 2025, 2025
        26100,          2025 win11-24h2
        """)
    void a_host_is_known_by_build_and_by_every_name(String written, String expected) {
        var hosts = Catalog.shipped().windows().hosts(written).stream().map(host -> host.name());

        assertThat(hosts.collect(Collectors.joining(" "))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is nearest to {1}")
    @CsvSource({"17764, 17763", "ltsc2023, ltsc2022", "win10-1808, win10-1803", "201, 2016", "'', 2016"})
    void an_unknown_name_is_told_the_nearest(String written, String nearest) {
        var thrown = catchThrowableOfType(
                ProblemException.class, () -> Catalog.shipped().windows().hosts(written));

        var problem = thrown.problems().getFirst();
        assertThat(problem.place().value()).isEqualTo(written);
        assertThat(problem.fix().arguments().getFirst()).isEqualTo(nearest);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        mcr.microsoft.com/windows/servercore:ltsc2019,                2019
        mcr.microsoft.com/windows/servercore:1809-KB4493509,          2019
        mcr.microsoft.com/windows/nanoserver:10.0.17763.437,          2019
        registry.example.org:5000/windows/nanoserver:1803,            1803
        rancher/rancher-agent:v2.1.6-nanoserver-1803,                 1803
        microsoft/iis:windowsservercore-1709,                         1709
        microsoft/nanoserver:sac2016,                                 2016
        microsoft/nanoserver:1709_KB4043961,                          1709
        """)
    void an_image_is_known_by_its_own_name(String written, String expected) {
        assertThat(Catalog.shipped().windows().images(written))
                .singleElement()
                .satisfies(build -> assertThat(build.name()).isEqualTo(expected));
    }

    @Test
    void a_23H2_image_doesnt_exist() {
        var thrown = catchThrowableOfType(ProblemException.class, () -> matrix.cells("", "25398"));

        assertThat(thrown.problems()).hasSize(1);
    }

    @Test
    void the_whole_matrix_has_every_host_with_every_image_once() {
        assertThat(matrix.cells())
                .hasSize(matrix.hosts().size() * matrix.images().size());
        assertThat(matrix.cells().stream().map(cell -> Arrays.asList(cell.host(), cell.image())))
                .doesNotHaveDuplicates();
        assertThat(matrix.cells()).allSatisfy(cell -> assertThat(cell.source()).isNotBlank());
    }

    private IsolationCell cell(Kind kind, int host, int image) {
        return matrix.cells(String.valueOf(host), String.valueOf(image)).stream()
                .filter(cell -> cell.host().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String shown(IsolationCell cell) {
        var process = switch (cell.process()) {
            case YES -> "P";
            case NO -> "";
            case UNKNOWN -> "?";
        };
        var hyperv = switch (cell.hyperv()) {
            case YES -> "H";
            case NO -> "";
            case UNKNOWN -> process.isEmpty() ? "?" : "";
        };
        return (process + hyperv).isEmpty() ? "-" : (process + hyperv).toUpperCase(Locale.ROOT);
    }
}
