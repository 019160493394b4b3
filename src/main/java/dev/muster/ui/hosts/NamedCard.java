package dev.muster.ui.hosts;

import dev.muster.ui.kit.FieldNote;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.NamedForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// One login, or one bastion, with its fields in lines, and below each line what is wrong in it.
///
/// The model fills the fields; what is filled in goes to the model as it is typed.
final class NamedCard<F extends NamedForm> extends VBox {

    private final Named<F> named;
    private final HostsModel model;
    private final Words words;
    private final int at;
    private final List<Runnable> updates = new ArrayList<>();
    private boolean filling;

    NamedCard(Named<F> named, HostsModel model, Words words, int at) {
        this.named = named;
        this.model = model;
        this.words = words;
        this.at = at;
        getStyleClass().add("login-row");
    }

    F form() {
        return named.all().get(at);
    }

    private String id(String part) {
        return named.said().one() + "-" + part + at;
    }

    /// Shows the form as it is now.
    void update() {
        filling = true;
        updates.forEach(Runnable::run);
        filling = false;
    }

    private void change(Function<F, F> change) {
        if (!filling) {
            named.change(at, change::apply);
        }
    }

    /// A field for a text.
    ///
    /// @param part of its id
    TextField text(String part, UiWords label, Function<F, String> get, BiFunction<F, String, F> set) {
        var field = new TextField(get.apply(form()));
        called(field, part, label);
        field.textProperty().subscribe((_, now) -> change(it -> set.apply(it, now)));
        updates.add(() -> {
            var now = get.apply(form());
            if (!field.getText().equals(now)) {
                field.setText(now);
            }
        });
        return field;
    }

    /// A field for one of several.
    ///
    /// @param shown the words of each
    <T> ComboBox<T> choice(
            String part,
            UiWords label,
            Supplier<List<T>> choices,
            Function<T, String> shown,
            Function<F, T> get,
            BiFunction<F, T, F> set) {
        var field = new ComboBox<T>();
        called(field, part, label);
        field.setConverter(new Shown<>(shown));
        updates.add(() -> {
            var now = choices.get();
            if (!field.getItems().equals(now)) {
                field.getItems().setAll(now);
            }
            field.setValue(get.apply(form()));
        });
        field.valueProperty().subscribe((_, now) -> {
            if (now != null) {
                change(it -> set.apply(it, now));
            }
        });
        return field;
    }

    CheckBox tick(String part, UiWords label, Predicate<F> get, BiFunction<F, Boolean, F> set) {
        var field = new CheckBox(words.of(label));
        field.setId(id(part));
        updates.add(() -> field.setSelected(get.test(form())));
        field.selectedProperty().subscribe((_, now) -> change(it -> set.apply(it, now)));
        return field;
    }

    /// For all hosts that name none.
    CheckBox usual() {
        var field = new CheckBox(words.of(named.said().usual()));
        field.setId(id("usual"));
        updates.add(() -> field.setSelected(named.usual().equals(form().name())));
        field.selectedProperty().subscribe((_, now) -> {
            if (!filling) {
                named.usual(at, now);
            }
        });
        return field;
    }

    Node remove() {
        var remove = Parts.small(id("remove-"), words.of(named.said().remove()), () -> named.remove(at));
        remove.setAccessibleText(
                words.of(UiWords.START_EARLIER_SPOKEN, words.of(named.said().remove()), form().name()));
        return remove;
    }

    private void called(Control field, String part, UiWords label) {
        field.setId(id(part));
        field.setAccessibleText(words.of(label));
    }

    Label label(UiWords key, Node field) {
        var label = Parts.label(words.of(key), Styles.FIELD_LABEL);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    static <N extends Node> N wide(N field) {
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    /// What is wrong with a field, below its line.
    ///
    /// @param part as the setup file calls it: `port`; empty: the thing itself, and its name
    Node fault(Control field, String part) {
        var note = FieldNote.silent(field, words);
        note.begin(
                !isNew() || (field instanceof TextField text && !text.getText().isEmpty()));
        updates.add(() -> note.show(model.fault(named.said().all(), at, form().name(), part)));
        return note.label();
    }

    private boolean isNew() {
        return model.isFresh(named.said().all(), at);
    }

    /// Adds a line that is always there.
    void line(Node... nodes) {
        getChildren().add(Parts.row("chips", nodes));
    }

    /// Adds a line, or the notes below one, that is there while something holds.
    void lineWhile(Predicate<F> holds, Node... nodes) {
        var line = Parts.row("chips", nodes);
        getChildren().add(line);
        updates.add(() -> {
            line.setVisible(holds.test(form()));
            line.setManaged(line.isVisible());
        });
    }

    /// Adds what is wrong in the line above.
    void faults(Node... notes) {
        getChildren().addAll(notes);
    }

    /// Shows a node while something holds.
    void showWhile(Node node, Predicate<F> holds) {
        updates.add(() -> {
            node.setVisible(holds.test(form()));
            node.setManaged(node.isVisible());
        });
    }

    /// Whatever else follows the form.
    void also(Runnable update) {
        updates.add(update);
    }

    /// Words for what can be chosen.
    private static final class Shown<T> extends StringConverter<T> {

        private final Function<T, String> shown;

        private Shown(Function<T, String> shown) {
            this.shown = shown;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : shown.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new IllegalStateException("nobody types here: " + text);
        }
    }
}
