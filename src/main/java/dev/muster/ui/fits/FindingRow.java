package dev.muster.ui.fits;

import dev.muster.assess.Finding;
import dev.muster.assess.State;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.teach.Topic;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One finding: its sentence and what can be done, and below, once open, what was found, wanted, why, and what would
/// do.
final class FindingRow extends VBox {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final FitsModel model;
    private final Finding finding;
    private final Words words;
    private final String id;
    private final VBox answers = new VBox();

    FindingRow(FitsModel model, Finding finding, Words words) {
        this.model = model;
        this.finding = finding;
        this.words = words;
        id = finding.id().id().replace('.', '-')
                + finding.about()
                        .map(host -> "-" + host.value().replace('.', '-'))
                        .orElse("");
        var sign = Sign.of(dev.muster.report.Sign.of(finding));
        getStyleClass().addAll(Styles.FINDING, sign.style());
        answers.getStyleClass().add(Styles.BODY);
        // a head of several lines needs them all, however long the page is
        setMinHeight(USE_PREF_SIZE);
        fill();
        getChildren().setAll(head(sign), answers);
        open(Group.open(finding));
    }

    private HBox head(Sign sign) {
        var what = Parts.wrapped(words.of(finding.what()), Styles.STRONG);
        what.setGraphic(Parts.icon(sign));
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        var buttons = new ArrayList<Node>();
        if (!finding.command().isEmpty() && finding.state() != State.PASSED) {
            var copy = Parts.small("copy-" + id, words.of(UiWords.FITS_COPY), this::copy);
            copy.setAccessibleText(words.of(UiWords.FITS_COPY_SPOKEN, finding.command()));
            buttons.add(copy);
        }
        if (FitsModel.acceptable(finding)) {
            buttons.add(Parts.small("accept-" + id, words.of(UiWords.FITS_ACCEPT_BUTTON), this::askWhy));
        }
        var code = Parts.label(finding.id().id(), Styles.MONO, Styles.MUTED, Styles.AS_IS);
        code.setMinWidth(USE_PREF_SIZE);
        var toggle = Parts.small("open-" + id, "", () -> open(!answers.isVisible()));
        toggle.setAccessibleText(words.of(finding.what()));
        toggle.setGraphic(new org.kordamp.ikonli.javafx.FontIcon("mdi2c-chevron-down"));
        toggle.getStyleClass().add("quiet");
        var head = Parts.row(Styles.HEAD, what);
        head.getChildren().addAll(buttons);
        head.getChildren().addAll(code, toggle);
        return head;
    }

    private void fill() {
        answers.getChildren().clear();
        line(UiWords.FITS_FOUND, words.of(finding.found()));
        line(UiWords.FITS_WANTED, words.of(finding.wanted()));
        line(UiWords.FITS_WHY, words.of(finding.why()));
        line(UiWords.FITS_DO, words.of(finding.fix()));
        if (!finding.command().isEmpty()) {
            answers.getChildren().add(Parts.wrapped(finding.command(), Styles.MONO, Styles.AS_IS));
        }
        if (!finding.because().isEmpty()) {
            answers.getChildren().add(answer(UiWords.FITS_BECAUSE, Parts.wrapped(finding.because(), Styles.AS_IS)));
        }
        var actions = Parts.row(Styles.ACTIONS);
        finding.about()
                .filter(_ -> finding.stops())
                .ifPresent(host -> actions.getChildren()
                        .add(Parts.link(
                                "take-out-" + id, words.of(UiWords.FITS_TAKE_OUT, host), () -> model.takeOut(host))));
        if (finding.field().startsWith("hosts[") && finding.stops()) {
            actions.getChildren().add(Parts.link("field-" + id, words.of(UiWords.FITS_SHOW_FIELD), model::showHosts));
        }
        if (!finding.because().isEmpty()) {
            actions.getChildren()
                    .add(Parts.link("back-" + id, words.of(UiWords.FITS_UNACCEPT), () -> model.takeBack(finding)));
        }
        Topic.about(finding.id())
                .filter(_ -> finding.state() != State.NOT_APPLICABLE)
                .ifPresent(topic -> actions.getChildren()
                        .add(Parts.link("teach-" + id, words.of(UiWords.FITS_TEACH), () -> model.teach(topic))));
        model.age(finding).ifPresent(age -> {
            var asked = Parts.label(words.of(UiWords.FITS_AGE, age), Styles.NOTE);
            asked.setMinWidth(USE_PREF_SIZE);
            model.at(finding).ifPresent(at -> asked.setTooltip(new Tooltip(EXACT.format(at))));
            actions.getChildren().add(asked);
        });
        if (!finding.source().isEmpty()) {
            actions.getChildren().add(Parts.wrapped(words.of(UiWords.FITS_SOURCE, finding.source()), Styles.NOTE));
        }
        answers.getChildren().add(actions);
    }

    private void line(UiWords name, String text) {
        if (!text.isEmpty()) {
            answers.getChildren().add(answer(name, Parts.wrapped(text)));
        }
    }

    private HBox answer(UiWords name, Node text) {
        var label = Parts.label(words.of(name), Styles.STRONG, "answer-name");
        label.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        return Parts.row("answer", label, text);
    }

    private void open(boolean open) {
        answers.setVisible(open);
        answers.setManaged(open);
        getStyleClass().remove("open");
        if (open) {
            getStyleClass().add("open");
        }
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(finding.command());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Asks for the reason where the answer stands; an empty reason accepts nothing.
    private void askWhy() {
        open(true);
        var why = new TextField();
        why.setId("because-" + id);
        why.setPromptText(words.of(UiWords.FITS_ACCEPT_FIELD));
        why.setAccessibleText(words.of(UiWords.FITS_ACCEPT_FIELD));
        HBox.setHgrow(why, Priority.ALWAYS);
        Runnable accept = () -> {
            if (!why.getText().isBlank()) {
                model.accept(finding, why.getText());
            }
        };
        why.setOnAction(_ -> accept.run());
        var done = Parts.small("because-do-" + id, words.of(UiWords.FITS_ACCEPT_DO), accept);
        done.disableProperty().bind(why.textProperty().map(String::isBlank));
        fill();
        answers.getChildren().add(Parts.row(Styles.ACTIONS, why, done));
        why.requestFocus();
    }
}
