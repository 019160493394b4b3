package dev.muster.ui.settings;

import dev.muster.setup.RegistrationReading.Readable;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;

/// The registration command: a place to paste it; once it can be read, it stands there without its token.
final class CommandCard extends VBox {

    private static final int LINES = 3;

    private final SettingsModel model;
    private final Words words;
    private final TextArea typed = new TextArea();
    private final Label shown = Parts.wrapped("", Styles.MONO, Styles.AS_IS);
    private final Label where;
    private final VBox problems = new VBox();

    CommandCard(SettingsModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        where = Parts.wrapped(words.of(UiWords.SETTINGS_WHERE_TEXT), Styles.NOTE);
        where.setVisible(false);
        where.setManaged(false);
        typed.setId(Ids.COMMAND);
        typed.setWrapText(true);
        typed.setPrefRowCount(LINES);
        typed.setPromptText(words.of(UiWords.SETTINGS_PROMPT));
        typed.setAccessibleText(words.of(UiWords.SETTINGS_COMMAND));
        typed.getStyleClass().addAll(Styles.MONO, Styles.CODE);
        typed.textProperty().subscribe((_, now) -> {
            if (!now.equals(model.command())) {
                model.paste(now);
            }
        });
        shown.setId(Ids.COMMAND_SHOWN);
        shown.getStyleClass().add(Styles.CODE);
        problems.getStyleClass().add(Styles.BODY);
        var paste = Parts.small(Ids.COMMAND_PASTE, words.of(UiWords.SETTINGS_PASTE), this::paste);
        var another = Parts.small(Ids.COMMAND_CLEAR, words.of(UiWords.SETTINGS_ANOTHER), () -> {
            model.paste("");
            typed.requestFocus();
        });
        var find = Parts.small(Ids.COMMAND_WHERE, words.of(UiWords.SETTINGS_WHERE), this::explain);
        Explained.by(this, UiWords.SETTINGS_COMMAND_HELP);
        getChildren()
                .setAll(new Card(words.of(UiWords.SETTINGS_COMMAND), paste, another, find)
                        .body(new VBox(where, typed, shown, problems)));
        where.getStyleClass().add(Styles.BODY);
        ties.when(
                () -> {
                    paint();
                    another.setVisible(!model.command().isEmpty());
                    another.setManaged(another.isVisible());
                    paste.setVisible(model.command().isEmpty());
                    paste.setManaged(paste.isVisible());
                },
                model.changes());
    }

    private void paint() {
        var readable = model.registration() instanceof Readable;
        if (readable && typed.isFocused() && getScene().lookup("#" + Ids.SETUP_NAME) instanceof TextField name) {
            name.requestFocus(); // the area is about to go, and the focus would jump out of the page
        }
        show(typed, !readable);
        show(shown, readable);
        shown.setText(model.shownCommand());
        if (!typed.getText().equals(model.command())) {
            typed.setText(model.command());
        }
        var said = model.commandProblems();
        show(problems, !said.isEmpty());
        problems.getChildren()
                .setAll(said.stream()
                        .map(problem -> new VBox(
                                Parts.signed(Sign.STOPS, words.of(problem.what()), Styles.STRONG),
                                Parts.wrapped(words.of(UiWords.PROBLEM_SHOWN, problem.why(), problem.fix()))))
                        .toList());
    }

    private void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString()) {
            model.paste(clipboard.getString());
        }
        typed.requestFocus();
    }

    private void explain() {
        show(where, !where.isVisible());
    }

    private static void show(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
