package dev.muster.ui.review;

import dev.muster.plan.Step;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.review.Entry.Steps;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The exact text of a step on a host, with its time limit and the names of its secrets.
final class ScriptCard extends VBox {

    private static final double LINE = 20;
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z][A-Z0-9_]*)(=.*)");

    private final Words words;
    private final Label title = Parts.label("", Styles.STRONG);
    private final HBox hosts = Parts.row("chips");
    private final ListView<String> lines = new ListView<>();
    private final Label about = Parts.wrapped("", Styles.MUTED);
    private List<String> text = List.of();

    ScriptCard(Words words) {
        this.words = words;
        lines.setId(Ids.REVIEW_SCRIPT);
        lines.setAccessibleText(words.of(UiWords.REVIEW_SCRIPT));
        lines.setFixedCellSize(LINE);
        lines.getStyleClass().add(Styles.LOG);
        lines.setCellFactory(_ -> new LineCell());
        VBox.setVgrow(lines, Priority.ALWAYS);
        var copy = Parts.small(Ids.REVIEW_COPY, words.of(UiWords.REVIEW_COPY), this::copy);
        title.setMinWidth(0);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        var on = Parts.label(words.of(UiWords.REVIEW_ON), Styles.MUTED);
        on.setMinWidth(USE_PREF_SIZE);
        var card = new Card("", copy);
        card.head().getChildren().setAll(title, on, hosts, Parts.gap(), copy);
        var foot = new VBox(about);
        foot.getStyleClass().addAll(Styles.BODY, "card-foot");
        card.body(new VBox(lines, foot));
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
    }

    void show(Steps steps) {
        title.setText(words.of(steps.of(0).title()));
        var group = new ToggleGroup();
        hosts.getChildren().clear();
        for (var step : steps.steps()) {
            var chip = new ToggleButton(step.host().value());
            chip.setId(Ids.REVIEW_HOST + step.host().value().replace('.', '-'));
            chip.getStyleClass().addAll(Styles.CHIP, Styles.AS_IS);
            chip.setToggleGroup(group);
            chip.setMinWidth(USE_PREF_SIZE);
            chip.setOnAction(_ -> {
                chip.setSelected(true);
                show(step);
            });
            hosts.getChildren().add(chip);
        }
        group.getToggles().getFirst().setSelected(true);
        show(steps.of(0));
    }

    private void show(Step step) {
        text = ReviewModel.text(step);
        lines.getItems().setAll(text);
        lines.scrollTo(0);
        var limit = words.of(UiWords.REVIEW_LIMIT, step.timeout());
        var secrets = ReviewModel.secrets(step);
        var first = step.reboots() ? words.of(UiWords.REVIEW_REBOOTS, step.host()) + "\n" + limit : limit;
        about.setText(
                secrets.isEmpty()
                        ? first
                        : first + "\n" + words.of(UiWords.REVIEW_SECRETS, secrets) + "\n"
                                + words.of(UiWords.REVIEW_SECRET_WHERE));
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(String.join("\n", text) + "\n");
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// A line of a script: comments muted, the names of values in colour.
    private static final class LineCell extends ListCell<String> {

        private final Text name = new Text();
        private final Text rest = new Text();
        private final TextFlow flow = new TextFlow(name, rest);

        private LineCell() {
            getStyleClass().addAll(Styles.MONO, Styles.AS_IS);
            name.getStyleClass().addAll(Styles.MONO, "code-name");
            rest.getStyleClass().add(Styles.MONO);
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            var assignment = ASSIGNMENT.matcher(line);
            var assigns = assignment.matches();
            name.setText(assigns ? assignment.group(1) : "");
            rest.setText(assigns ? assignment.group(2) : line);
            rest.getStyleClass()
                    .setAll(Styles.MONO, line.stripLeading().startsWith("#") ? "code-comment" : "code-text");
            setGraphic(flow);
        }
    }
}
