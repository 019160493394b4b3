package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.run.RunEnd;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.PageId;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the first page to the last over the practice hosts, by keys; every page is looked at in both languages and
/// both themes, and leaves its pictures in `target/screens`.
final class WindowWalkTest {

    private static final PageLook LOOK = new PageLook();
    private static final List<String> unseen = new ArrayList<>();
    private static final List<String> astray = new ArrayList<>();
    private static final List<String> practiceUnsaid = new ArrayList<>();
    private static final List<String> takenOut = new ArrayList<>();
    private static final List<String> joined = new ArrayList<>();
    private static final List<RunEnd> ends = new ArrayList<>();

    @BeforeAll
    static void walk(@TempDir Path home) throws Exception {
        assertThat(Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment()
                                .getAllFonts())
                        .anyMatch(font -> font.canDisplay('主')))
                .as("No font of this machine has Chinese, so its pictures would show boxes: install one, "
                        + "for example the Debian package fonts-wqy-microhei")
                .isTrue();
        try (var stage = new Stagehand(home)) {
            look(stage, "1-start");
            stage.type(Ids.START_PRACTISE, KeyCode.ENTER);
            stage.until("practice begins", () -> stage.pages().work().setup().isPresent());
            look(stage, "2-settings");
            stage.enter();
            stage.until("hosts", () -> stage.page() == PageId.HOSTS);
            stage.type(Ids.HOSTS_TABLE, KeyCode.DOWN);
            look(stage, "3-hosts");
            stage.enter();
            stage.until("keys are shown", () -> stage.find(Ids.REACH_TRUST_ALL).isPresent());
            look(stage, "4-reach-trust");
            stage.type(Ids.REACH_TRUST_ALL, KeyCode.ENTER);
            stage.until("hosts are reached", stage::open);
            look(stage, "4-reach");
            stage.enter();
            stage.until("findings", () -> !stage.pages().work().judging());
            look(stage, "5-what-fits-trouble");
            takeOutWhoCannotJoin(stage);
            look(stage, "5-what-fits");
            stage.enter();
            stage.until("the plan", stage::open);
            look(stage, "6-review");
            stage.enter();
            stage.until("the first step is done", () -> stage.pages().run().done() > 0);
            look(stage, "7-run-working");
            stage.until("the run ends", () -> !stage.pages().run().underWay());
            look(stage, "7-run");
            stage.ask(() -> ends.add(stage.pages().run().end().orElseThrow()));
            stage.enter();
            stage.until("the report", stage::open);
            look(stage, "8-report");
            joined.add(stage.text(Ids.PAGE_TITLE));
        }
    }

    private static void takeOutWhoCannotJoin(Stagehand stage) {
        for (var link = stage.first("take-out-"); link.isPresent(); link = stage.first("take-out-")) {
            var hosts = stage.ask(() -> stage.pages().work().form().hosts().size());
            takenOut.add(link.get().replaceAll(".*-", ""));
            stage.type(link.get(), KeyCode.ENTER);
            stage.until("it is out", () -> stage.pages().work().form().hosts().size() < hosts);
            stage.until("judged anew", () -> !stage.pages().work().judging());
        }
    }

    private static void look(Stagehand stage, String page) throws IOException {
        LOOK.at(stage, page, language -> {
            if (!stage.ask(() -> seesPlantedCut(stage.scene()))) {
                unseen.add(page + " " + language);
            }
            var focused =
                    stage.ask(() -> String.valueOf(stage.scene().getFocusOwner().getId()));
            if (List.of(Ids.LANGUAGE, Ids.THEME, Ids.HELP, Ids.SAVE_FILE).contains(focused)) {
                astray.add(page + ": " + focused);
            }
        });
        if (!page.equals("1-start") && !stage.has(Ids.PRACTICE_SIGN)) {
            practiceUnsaid.add(page);
        }
    }

    /// Makes the page's title too narrow for its words, and back again.
    private static boolean seesPlantedCut(Scene scene) {
        var title = (Label) scene.lookup("#" + Ids.PAGE_TITLE);
        var before = title.getMaxWidth();
        title.setMaxWidth(30);
        scene.getRoot().layout();
        var seen = Inspection.clipped(scene).stream().anyMatch(it -> it.contains(Ids.PAGE_TITLE));
        title.setMaxWidth(before);
        scene.getRoot().layout();
        return seen;
    }

    @Test
    void who_cannot_take_part_is_taken_out_by_the_admin() {
        assertThat(new TreeSet<>(takenOut)).containsExactly("lin4", "lin5", "win2");
    }

    @Test
    void the_other_four_join() {
        assertThat(ends).containsExactly(RunEnd.DONE);
        assertThat(joined).containsExactly("4 hosts have joined");
    }

    @Test
    void whatever_takes_the_focus_has_a_name() {
        assertThat(LOOK.nameless()).isEmpty();
    }

    @Test
    void each_page_opens_with_the_focus_in_itself() {
        assertThat(astray).isEmpty();
    }

    @Test
    void each_id_is_unique() {
        assertThat(LOOK.doubled()).isEmpty();
    }

    @Test
    void no_words_are_cut_off_at_1280_by_800() {
        assertThat(LOOK.clipped()).isEmpty();
    }

    @Test
    void words_that_are_cut_off_would_be_seen_on_every_page_in_both_languages() {
        assertThat(unseen).isEmpty();
    }

    @Test
    void every_text_comes_from_the_words() {
        assertThat(LOOK.outside()).isEmpty();
    }

    @Test
    void every_page_says_that_this_is_practice() {
        assertThat(practiceUnsaid).isEmpty();
    }
}
