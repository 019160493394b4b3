package dev.muster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// That the page's inspection isn't blind: each kind of cut is planted once, and found.
final class InspectionTest {

    private static final String LONG = "Words that want more room than they are given here";
    private static final double NARROW = 90;
    private static final double WIDE = 1200;

    @BeforeAll
    static void screen() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static List<String> cutIn(Region planted) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            // wide enough whichever style sheet an earlier test has put on
            var scene = new Scene(new HBox(planted), WIDE, 200);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return Inspection.clipped(scene);
        });
    }

    private static Region narrow(Region part) {
        part.setMinWidth(NARROW);
        part.setMaxWidth(NARROW);
        return part;
    }

    private static Labeled wrapped() {
        var label = new Label(LONG);
        label.setWrapText(true);
        return label;
    }

    @Test
    void a_label_that_ends_in_dots_is_found() {
        assertThat(cutIn(narrow(new Label(LONG)))).hasSize(1).first().asString().contains(LONG);
        assertThat(cutIn(new Label(LONG))).isEmpty();
    }

    @Test
    void a_button_that_ends_in_dots_is_found() {
        assertThat(cutIn(narrow(new Button(LONG)))).hasSize(1);
        assertThat(cutIn(new Button(LONG))).isEmpty();
    }

    @Test
    void a_label_with_room_for_no_letter_is_found() {
        var label = new Label(LONG);
        label.setMaxWidth(1);

        assertThat(cutIn(label)).hasSize(1);
    }

    @Test
    void lines_that_have_no_room_below_each_other_are_found() {
        var low = narrow(wrapped());
        low.setMaxHeight(20);

        assertThat(cutIn(new VBox(low))).hasSize(1);
        assertThat(cutIn(narrow(wrapped()))).isEmpty();
    }

    @Test
    void lines_that_stand_over_their_row_are_found() {
        var label = wrapped();
        label.setMinHeight(Region.USE_PREF_SIZE);
        var low = new HBox(narrow(label));
        low.setMinHeight(20);
        low.setMaxHeight(20);

        assertThat(cutIn(new VBox(low))).isNotEmpty();
        assertThat(cutIn(new VBox(new HBox(narrow(wrapped()))))).isEmpty();
    }

    @Test
    void a_prompt_that_is_wider_than_its_field_is_found() {
        var field = new TextField();
        field.setPromptText(LONG);
        var wide = new TextField();
        wide.setPromptText("short");

        assertThat(cutIn(narrow(field))).hasSize(1);
        assertThat(cutIn(narrow(wide))).isEmpty();
    }

    @Test
    void words_beyond_the_windows_edge_are_found() {
        Node far = new Label("short");
        far.relocate(WIDE - 10, 0);

        assertThat(cutIn(new Pane(far))).hasSize(1);
    }
}
