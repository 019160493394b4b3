package dev.muster.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.catalog.Catalog;
import dev.muster.setup.WindowsImage;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {

    private static final Catalog CATALOG = Catalog.shipped();
    private static final IsolationMatrix MATRIX = new IsolationMatrix(CATALOG);

    private static IsolationCell cell(String host, String image) {
        return MATRIX.cells(host, image).getFirst();
    }

    private static List<AssessWords> said(String rancher, String own, String host, String image) {
        var overlay = new Overlay(
                rancher == null ? Optional.empty() : Optional.of(LineImages.of(CATALOG, rancher)),
                own == null ? List.of() : List.of(OwnImage.of(new WindowsImage(own, ""), CATALOG)),
                Map.of(cell(host, image).host(), List.of("win1")));
        return overlay.about(cell(host, image)).stream()
                .map(text -> (AssessWords) text.key())
                .toList();
    }

    @ParameterizedTest(name = "{0} and {1}: image {3} on host {2}: {4}")
    @CsvSource(textBlock = """
        # Rancher, own,      host, image, said
        v2.1.6,   ,          1803, 1803,  OVERLAY_LINE_RUNS
        v2.1.6,   ,          2019, 1803,  OVERLAY_LINE_HYPERV
        v2.1.6,   ,          1709, 1803,  OVERLAY_LINE_NO
        v2.1.6,   ,          win10-22h2, 1803, OVERLAY_LINE_UNKNOWN
        v2.15,    ,          2022, 2022,  OVERLAY_LINE_RUNS
        # it has images of the host's own build, and takes those
        v2.15,    ,          2022, 2019,  OVERLAY_LINE_OTHER
        ,         app:1809,  2019, 2019,  OVERLAY_OWN_RUNS
        ,         app:1809,  2022, 2019,  OVERLAY_OWN_HYPERV
        ,         app:1809,  1803, 2019,  OVERLAY_OWN_NO
        ,         app:1809,  1803, 1803,
        # neither the catalogue nor the name tells anything
        v2.3,     app:7,     2019, 2019,
        """)
    void a_cell_says_what_it_means_for_what_runs_there(
            String rancher, String own, String host, String image, AssessWords expected) {
        assertThat(said(rancher, own, host, image)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void the_sentence_names_host_builds_and_what_rancher_says() {
        var overlay = new Overlay(
                Optional.of(LineImages.of(CATALOG, "v2.1.6")),
                List.of(),
                Map.of(cell("2019", "1803").host(), List.of("win1")));

        assertThat(new Texts(Language.EN).of(overlay.about(cell("2019", "1803")).getFirst()))
                .isEqualTo("host win1 is 17763, the image of Rancher v2.1.6 is 17134: Hyper-V isolation only, "
                        + "and Rancher doesn't support it");
    }

    @Test
    void of_many_hosts_some_are_named_and_all_are_counted() {
        var many = java.util.stream.IntStream.rangeClosed(1, 1000)
                .mapToObj(at -> "w" + at)
                .toList();
        var overlay = new Overlay(
                Optional.of(LineImages.of(CATALOG, "v2.1.6")),
                List.of(),
                Map.of(cell("2019", "1803").host(), many));

        assertThat(new Texts(Language.EN).of(overlay.about(cell("2019", "1803")).getFirst()))
                .contains("w1", "w3", "1000")
                .doesNotContain("w4");
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(textBlock = """
        YES,     YES,     BOTH
        YES,     NO,      PROCESS
        YES,     UNKNOWN, PROCESS
        NO,      YES,     HYPERV
        NO,      NO,      NONE
        NO,      UNKNOWN, UNKNOWN
        UNKNOWN, YES,     UNKNOWN
        UNKNOWN, NO,      UNKNOWN
        """)
    void unknown_is_never_green(Answer process, Answer hyperv, Verdict verdict) {
        assertThat(Verdict.of(process, hyperv)).isEqualTo(verdict);
    }
}
