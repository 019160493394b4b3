package dev.muster.ui.run;

import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The log: its items are line numbers, its cells ask for the text and show a grey bar until it is there.
final class LogList extends ListView<Integer> {

    private static final double LINE = 22;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final LogModel model;
    private boolean following = true;
    private int wentTo = -1;

    LogList(LogModel model, Words words, Ties ties) {
        this.model = model;
        setId(Ids.RUN_LOG);
        setAccessibleText(words.of(UiWords.RUN_LOG));
        getStyleClass().add(Styles.LOG);
        setFixedCellSize(LINE);
        setItems(model.numbers());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(Parts.wrapped(words.of(UiWords.RUN_LOG_EMPTY), Styles.MUTED));
        setCellFactory(_ -> new LineCell());
        ties.when(this::move, model.changes());
        skinProperty().subscribe(_ -> keepLastAboveBar());
        addEventFilter(ScrollEvent.SCROLL, scroll -> {
            if (scroll.getDeltaY() > 0) {
                following = false;
            }
        });
        setOnKeyPressed(press -> {
            if (KeyCombination.valueOf("Shortcut+C").match(press)) {
                copy();
                press.consume();
            }
        });
    }

    boolean following() {
        return following;
    }

    void follow(boolean follow) {
        following = follow;
        move();
    }

    private void move() {
        var found = model.foundLine().orElse(-1);
        if (found >= 0 && found != wentTo) {
            following = false;
            scrollTo(Math.max(0, found - 3));
            getSelectionModel().clearAndSelect(found);
        } else {
            stay();
        }
        wentTo = found;
        refresh();
    }

    /// A line that is too long brings a bar at the bottom once it is laid out, and the bar would hide the last
    /// line.
    private void keepLastAboveBar() {
        lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL)
                .forEach(bar -> bar.visibleProperty().subscribe(_ -> stay()));
    }

    private void stay() {
        if (following && !getItems().isEmpty()) {
            scrollTo(getItems().size() - 1);
        }
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(getSelectionModel().getSelectedItems().stream()
                .flatMap(number -> model.line(number).stream())
                .map(line -> time(line.time()) + " " + line.host() + " " + line.text())
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private final class LineCell extends ListCell<Integer> {

        private final Label time = Parts.label("", Styles.MONO, Styles.MUTED, Styles.AS_IS);
        private final Label host = Parts.label("", Styles.MONO, Styles.ACCENT, Styles.AS_IS);
        private final Label text = Parts.label("", Styles.MONO, Styles.AS_IS);
        private final HBox row = Parts.row("log-row", time, host, text);

        private LineCell() {
            HBox.setHgrow(text, Priority.ALWAYS);
            time.setMinWidth(USE_PREF_SIZE);
            host.setMinWidth(USE_PREF_SIZE);
            text.setMaxWidth(Double.MAX_VALUE);
        }

        @Override
        protected void updateItem(Integer number, boolean empty) {
            super.updateItem(number, empty);
            getStyleClass().removeAll(Styles.LOG_ERROR, Styles.LOG_FOUND);
            setText(null);
            if (empty || number == null) {
                setGraphic(null);
                return;
            }
            var line = model.line(number);
            time.setText(line.map(it -> time(it.time())).orElse("▒▒▒▒▒▒▒▒"));
            host.setText(line.map(it -> it.host().value()).orElse(""));
            text.setText(line.map(it -> it.text()).orElse(""));
            if (line.filter(model::isWrong).isPresent()) {
                getStyleClass().add(Styles.LOG_ERROR);
            }
            if (model.isFound(number)) {
                getStyleClass().add(Styles.LOG_FOUND);
            }
            setGraphic(row);
        }
    }
}
