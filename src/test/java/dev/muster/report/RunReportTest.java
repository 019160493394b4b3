package dev.muster.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.base.Redactor;
import dev.muster.base.Secret;
import dev.muster.catalog.Catalog;
import dev.muster.report.RunReport.Format;
import dev.muster.run.RunId;
import dev.muster.run.RunStore;
import dev.muster.setup.Acceptance;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/// A run's folder as it was found on a disk, written by hand: the format is read by every later Muster.
class RunReportTest {

    private static final RunId ID = new RunId("2026-11-23-1402-factory-k3f9");
    private static final String CHECKSUM =
            "ERROR: Configured cacerts checksum (aa) does not match given --ca-checksum (bb)";
    private static final List<Acceptance> ACCEPTED =
            List.of(new Acceptance("docker.version", null, "tested by us <b>for</b> years"));

    @TempDir
    private Path runs;

    private final Redactor redactor = new Redactor();

    @BeforeEach
    void a_run_with_a_done_a_failed_and_a_waiting_step() throws IOException {
        var folder = Files.createDirectories(runs.resolve(ID.value()));
        Files.writeString(folder.resolve("setup.yaml"), "muster: 1\n");
        Files.writeString(folder.resolve("plan.json"), """
            {"goal": "join", "setup": "factory", "phases": [
              {"id": "workers", "title": {"text": "plan/phase-workers"}, "steps": [%s, %s, %s]}]}
            """.formatted(
                        step("join", "lin1"), step("join", "lin2"), step("join", "lin3")));
        Files.writeString(folder.resolve("journal.jsonl"), """
            {"time":"2026-11-23T13:02:00Z","entry":"started","run":"2026-11-23-1402-factory-k3f9",\
            "setup":"factory","goal":"join","base":"/home/ann"}
            {"time":"2026-11-23T13:02:00Z","entry":"taken-up","owner":"ann","workstation":"desk","process":7}
            {"time":"2026-11-23T13:02:01Z","entry":"step","step":"join/lin1","host":"lin1","state":"running",\
            "attempt":1,"exit":-1}
            {"time":"2026-11-23T13:02:31Z","entry":"step","step":"join/lin1","host":"lin1","state":"done",\
            "attempt":1,"exit":0}
            {"time":"2026-11-23T13:02:32Z","entry":"step","step":"join/lin2","host":"lin2","state":"running",\
            "attempt":1,"exit":-1}
            {"time":"2026-11-23T13:02:40Z","entry":"step","step":"join/lin2","host":"lin2","state":"failed",\
            "attempt":1,"exit":30,"problem":{"kind":"step","place":{"file":"","line":0,"column":0,\
            "field":"join/lin2","value":""},"what":{"text":"run/step-failed","with":["join/lin2",30]},\
            "why":{"text":"run/step-failed-why","with":["its lines"]},\
            "fix":{"text":"run/step-failed-fix","with":["2026-11-23-1402-factory-k3f9","join/lin2"]}}}
            {"time":"2026-11-23T13:02:41Z","entry":"ended","end":"failed","problems":[]}
            {"time":"2026-11-23T13:0\
            """);
        log(folder, "lin2", "INFO: <script>alert(1)</script> `whoami`\n" + CHECKSUM + "\nopen-sesame-1\n");
    }

    private static String step(String kind, String host) {
        return """
            {"kind": "script", "id": "%s/%s", "host": "%s", "timeoutSeconds": 900, "quorum": false, "after": [],
             "title": {"text": "plan/step-join", "with": ["worker"]},
             "undo": {"text": "plan/undo-join"}, "script": "linux/join-agent.sh",
             "parameters": [{"name": "SERVER", "word": "https://r.example"}]}
            """.formatted(kind, host, host);
    }

    private static void log(Path folder, String host, String text) throws IOException {
        var hosts = Files.createDirectories(folder.resolve("hosts").resolve(host));
        Files.writeString(hosts.resolve("join.log"), text);
        var length = text.getBytes(UTF_8).length;
        var record = ByteBuffer.allocate(40).putLong(1).putLong(length).putLong(length);
        Files.write(
                hosts.resolve("join.index"),
                record.putLong(text.lines().count()).putLong(0).array());
    }

    private String write(Language language, Format format) {
        var store = new RunStore(runs);
        var report = new RunReport(
                store, Catalog.shipped().guidance(), new Texts(language), ZoneOffset.ofHours(1), redactor);
        return report.write(store.open(ID), ACCEPTED, format);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_page_says_how_it_ended_that_Rancher_was_not_asked_and_what_was_accepted_why(Language language) {
        var texts = new Texts(language);
        for (var format : List.of(Format.HTML, Format.MD)) {
            var page = write(language, format);

            assertThat(page)
                    .contains(ID.value(), texts.of(ReportWords.END_FAILED), "lin1", "lin3", "docker.version", "30")
                    .contains("2026-11-23 14:02:00")
                    .contains(HtmlPage.escapeRaw(texts.of(ReportWords.RANCHER_NOT_ASKED))
                            .substring(0, 12));
        }
    }

    @Test
    void a_known_message_is_explained_beside_the_last_lines() {
        var advice = Catalog.shipped().guidance().about(CHECKSUM).orElseThrow();

        assertThat(write(Language.EN, Format.HTML))
                .contains(CHECKSUM)
                .contains(HtmlPage.escapeRaw(new Texts(Language.EN).of(advice.fix())));
    }

    @Test
    void what_hosts_and_people_wrote_cannot_become_markup() {
        assertThat(write(Language.EN, Format.HTML))
                .doesNotContain("<script>", "<b>for")
                .contains("&lt;script&gt;alert(1)");
        assertThat(write(Language.EN, Format.MD))
                .contains("tested by us \\<b\\>for")
                .contains("```text\nINFO: <script>");
    }

    @Test
    void JUnits_file_has_a_test_a_step_and_nothing_unknown_is_green() throws Exception {
        var xml = parse(write(Language.EN, Format.JUNIT));

        assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("3");
        assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("1");
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(xml.getElementsByTagName("failure").item(0).getTextContent()).contains("its lines");
        assertThat(xml.getElementsByTagName("skipped").getLength()).isOne();
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_secret_that_is_known_by_now_is_dotted(Format format) {
        redactor.add(Secret.of("open-sesame-1"));
        redactor.add(Secret.of(new HostName("lin3").value() + "never"));

        assertThat(write(Language.EN, format)).doesNotContain("open-sesame-1");
    }
}
