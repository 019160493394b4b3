package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.assess.IsolationMatrix;
import dev.muster.assess.LineImages;
import dev.muster.assess.Overlay;
import dev.muster.assess.OwnImage;
import dev.muster.catalog.Catalog;
import dev.muster.catalog.WindowsBuild;
import dev.muster.report.MatrixExport.Format;
import dev.muster.setup.WindowsImage;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixExportTest {

    private static final Catalog CATALOG = Catalog.shipped();
    private static final IsolationMatrix MATRIX = new IsolationMatrix(CATALOG);
    private static final Texts ENGLISH = new Texts(Language.EN);
    private static final Texts CHINESE = new Texts(Language.ZH);

    private static WindowsBuild host(String name) {
        return MATRIX.hosts().stream()
                .filter(build -> build.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Overlay overlay(String image, String host) {
        return new Overlay(
                Optional.of(LineImages.of(CATALOG, "v2.1.6")),
                List.of(OwnImage.of(new WindowsImage(image, "17763"), CATALOG)),
                Map.of(host("2019"), List.of(host)));
    }

    private static String text(Format format, Texts texts, Overlay overlay) throws IOException {
        return new String(
                new MatrixExport(MATRIX.cells(), overlay, CATALOG.date()).bytes(format, texts), StandardCharsets.UTF_8);
    }

    @Test
    void every_cell_is_a_row() throws IOException {
        var rows = text(Format.CSV, ENGLISH, overlay("app:7", "win1")).split("\r\n", -1);

        assertThat(rows).hasSize(MATRIX.cells().size() + 2);
        assertThat(rows[0]).startsWith("image,imageBuild,host,hostBuild,hostKind,process,hyperv,condition,source");
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .startsWith("1803,17134,2019,17763,server,no,yes,,")
                        .contains("rancher/rancher-agent:v2.1.6-nanoserver-1803")
                        .endsWith(",,win1"))
                .anySatisfy(row ->
                        assertThat(row).startsWith("2019,17763,2019,17763,").contains(",app:7,win1"));
    }

    @Test
    void a_name_that_a_spreadsheet_would_take_for_a_formula_is_text() throws IOException {
        assertThat(text(Format.CSV, ENGLISH, overlay("app", "=cmd|'/c calc'!A1")))
                .contains("\"'=cmd|'/c calc'!A1\"")
                .doesNotContain(",=cmd");
    }

    @Test
    void the_page_has_both_languages_and_fetches_nothing() throws IOException {
        var page = text(Format.HTML, CHINESE, overlay("<img src=x>", "win1"));

        assertThat(page)
                .contains("<html lang=\"zh-CN\">", "id=\"zh\" checked", "Server hosts", "服务器主机", "win1")
                .contains("&lt;img src=x&gt;")
                .doesNotContain("<img", "<script", "http://", "url(");
        assertThat(page.split("class=\"cell ", -1)).hasSize(MATRIX.cells().size() + 1);
        assertThat(page).contains("same revision", "修订号相同");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_picture_is_a_picture(Language language, @TempDir Path folder) throws IOException {
        var export =
                new MatrixExport(MATRIX.cells(), overlay("registry.example.org/team/app:7", "win1"), CATALOG.date());

        var file = export.write(folder.resolve("new").resolve("matrix.png"), Format.PNG, new Texts(language));

        var image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
        assertThat(image.getWidth()).isGreaterThan(1500);
        assertThat(image.getHeight()).isGreaterThan(1000);
        Files.createDirectories(Path.of("target", "screens"));
        Files.copy(
                file,
                Path.of("target", "screens", "matrix-export-" + language + ".png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void an_earlier_file_is_written_over_and_nothing_stays_beside_it(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("matrix.csv"), "old");

        new MatrixExport(MATRIX.cells("2019", "1803"), Overlay.NOTHING, CATALOG.date())
                .write(file, Format.CSV, ENGLISH);

        assertThat(Files.readString(file)).startsWith("image,").hasLineCount(2);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }
}
