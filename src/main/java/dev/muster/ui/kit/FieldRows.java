package dev.muster.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Rows of label, control and note. A fault takes the note's place once the field was left for the first time.
public final class FieldRows extends GridPane {

    private static final double LABEL_WIDTH = 150;
    private static final double CONTROL_WIDTH = 330;

    private final Words words;

    public FieldRows(Words words) {
        this.words = words;
        var labels = new ColumnConstraints(LABEL_WIDTH);
        var controls = new ColumnConstraints(CONTROL_WIDTH);
        var notes = new ColumnConstraints();
        notes.setHgrow(Priority.ALWAYS);
        notes.setFillWidth(true);
        notes.setMinWidth(0);
        getColumnConstraints().setAll(labels, controls, notes);
        getStyleClass().add("field-rows");
    }

    /// A row with something to read instead of something to fill in.
    public void fact(String label, Node value, Node note) {
        addRow(getRowCount(), Parts.wrapped(label, Styles.FIELD_LABEL), value, note);
    }

    /// A row to read that has no note: the value takes its room.
    public void fact(String label, Node value) {
        var row = getRowCount();
        add(Parts.wrapped(label, Styles.FIELD_LABEL), 0, row);
        add(value, 1, row, 2, 1);
    }

    /// @return shows and clears a fault beside the control
    public FieldNote field(String label, Control control, String note) {
        var name = Parts.wrapped(label, Styles.FIELD_LABEL);
        name.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        if (control.getAccessibleText() == null) {
            control.setAccessibleText(label);
        }
        var shown = Parts.wrapped(note, Styles.NOTE);
        addRow(getRowCount(), name, control, shown);
        return new FieldNote(control, shown, note, words);
    }
}
