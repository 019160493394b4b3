package dev.muster.ui.kit;

import dev.muster.base.Problem;
import java.util.Optional;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The note of one field, and its fault: that takes the note's place once the field was left for the first time.
public final class FieldNote {

    private final Control control;
    private final Label label;
    private final String note;
    private final Words words;
    private boolean left;
    private Optional<Problem> fault = Optional.empty();

    FieldNote(Control control, Label label, String note, Words words) {
        this.control = control;
        this.label = label;
        this.note = note;
        this.words = words;
        label.setMaxHeight(Region.USE_PREF_SIZE);
        control.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                left = true;
                paint();
            }
        });
    }

    /// A note with nothing to say until there is a fault; it takes no room then.
    public static FieldNote silent(Control control, Words words) {
        var note = new FieldNote(control, Parts.wrapped("", Styles.NOTE), "", words);
        note.paint();
        return note;
    }

    public Label label() {
        return label;
    }

    public void show(Optional<Problem> newFault) {
        fault = newFault;
        paint();
    }

    /// Another thing is in the field now.
    ///
    /// @param seen whether its faults are told at once: it was filled in before
    public void begin(boolean seen) {
        left = seen;
        paint();
    }

    private void paint() {
        var shown = left ? fault : Optional.<Problem>empty();
        label.getStyleClass().setAll("label", Styles.NOTE);
        control.getStyleClass().remove(Styles.FAULT);
        label.setGraphic(null);
        if (shown.isPresent()) {
            label.getStyleClass().add(Styles.DANGER);
            control.getStyleClass().add(Styles.FAULT);
            label.setGraphic(Parts.icon(Sign.STOPS));
        }
        var text = shown.map(problem -> words.of(UiWords.PROBLEM_SHOWN, problem.what(), problem.fix()))
                .orElse(note);
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
        control.setAccessibleHelp(text);
    }
}
