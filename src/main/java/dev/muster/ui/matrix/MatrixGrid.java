package dev.muster.ui.matrix;

import dev.muster.assess.IsolationCell;
import dev.muster.catalog.WindowsBuild;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The matrix as a picture: images down, hosts across, each cell what each isolation does there. It takes the room
/// that there is; the arrow keys move the cell that is looked at.
final class MatrixGrid extends GridPane {

    private static final double FIRST = 172;
    private static final double LEAST_ROW = 32;
    private static final double ROOMY = 1240;
    private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("roomy");

    private final MatrixPageModel model;
    private final Words words;
    private final Map<IsolationCell, VBox> cells = new HashMap<>();

    MatrixGrid(MatrixPageModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        setId(Ids.MATRIX_GRID);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleHelp(words.of(MatrixWords.GRID));
        getStyleClass().add("whole-matrix");
        setOnMouseClicked(_ -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        widthProperty().subscribe(width -> pseudoClassStateChanged(LARGE, width.doubleValue() > ROOMY));
        ties.when(this::fill, model.changes());
        ties.when(this::mark, model.selected());
    }

    private void move(KeyEvent press) {
        switch (press.getCode()) {
            case LEFT -> model.move(-1, 0);
            case RIGHT -> model.move(1, 0);
            case UP -> model.move(0, -1);
            case DOWN -> model.move(0, 1);
            case HOME -> model.move(-model.hosts().size(), 0);
            case END -> model.move(model.hosts().size(), 0);
            case PAGE_UP -> model.move(0, -model.images().size());
            case PAGE_DOWN -> model.move(0, model.images().size());
            default -> {
                return;
            }
        }
        press.consume();
    }

    private void fill() {
        getChildren().clear();
        cells.clear();
        var hosts = model.hosts();
        var images = model.images();
        room(hosts.size(), images.size());
        add(corner(), 0, 0);
        for (var column = 0; column < hosts.size(); column++) {
            add(head(hosts.get(column)), column + 1, 0);
        }
        for (var row = 0; row < images.size(); row++) {
            add(name(images.get(row)), 0, row + 1);
            for (var column = 0; column < hosts.size(); column++) {
                var cell = model.cell(hosts.get(column), images.get(row));
                var box = answer(cell);
                cells.put(cell, box);
                add(box, column + 1, row + 1);
            }
        }
        mark();
    }

    private void room(int columns, int rows) {
        var first = new ColumnConstraints(FIRST, FIRST, FIRST * 1.6);
        getColumnConstraints().setAll(first);
        for (var column = 0; column < columns; column++) {
            var one = new ColumnConstraints(40, 40, Double.MAX_VALUE);
            one.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(one);
        }
        getRowConstraints().setAll(new RowConstraints());
        for (var row = 0; row < rows; row++) {
            var one = new RowConstraints(LEAST_ROW, LEAST_ROW, Double.MAX_VALUE);
            one.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(one);
        }
    }

    private Node corner() {
        var box = new VBox(Parts.label(words.of(MatrixWords.CORNER), Styles.STRONG, Styles.MUTED));
        box.getStyleClass().add("matrix-name");
        return box;
    }

    private Node head(WindowsBuild host) {
        var box = new VBox(
                Parts.label(shortName(host), Styles.STRONG, Styles.AS_IS),
                Parts.label(String.valueOf(host.build()), Styles.NOTE, Styles.AS_IS));
        if (host.kind() == WindowsBuild.Kind.CLIENT) {
            var family = host.name().startsWith("win11") ? MatrixWords.CLIENT_11 : MatrixWords.CLIENT_10;
            box.getChildren().addFirst(Parts.label(words.of(family), Styles.NOTE));
        }
        var mine = model.overlay().hosts(host);
        if (!mine.isEmpty()) {
            var chip = mine.size() == 1
                    ? Parts.label(mine.getFirst(), Styles.BADGE, Styles.ACCENT, Styles.AS_IS)
                    : Parts.label(words.of(MatrixWords.HOST_COUNT, mine.size()), Styles.BADGE, Styles.ACCENT);
            chip.getStyleClass().add("tight");
            box.getChildren().add(chip);
            box.getStyleClass().add(Styles.CURRENT);
            tip(box, String.join(", ", mine.subList(0, Math.min(20, mine.size()))));
        }
        box.getStyleClass().add("matrix-head");
        return box;
    }

    private static String shortName(WindowsBuild host) {
        return host.name().replaceFirst("^win1[01]-", "").toUpperCase(Locale.ROOT);
    }

    private Node name(WindowsBuild image) {
        var name = Parts.row(
                "cell-box",
                Parts.label(image.name(), Styles.STRONG, Styles.AS_IS),
                Parts.label(String.valueOf(image.build()), Styles.NOTE, Styles.AS_IS));
        var box = new VBox(name);
        var chips = Parts.row("chips");
        var overlay = model.overlay();
        if (!overlay.rancher(image).isEmpty()) {
            chips.getChildren().add(chip(words.of(MatrixWords.OF_RANCHER)));
        }
        var own = overlay.own(image);
        if (!own.isEmpty()) {
            chips.getChildren().add(chip(words.of(MatrixWords.OWN_COUNT, own.size())));
        }
        if (!chips.getChildren().isEmpty()) {
            name.getChildren().add(chips);
        }
        box.getStyleClass().add("matrix-name");
        return box;
    }

    private static Label chip(String text) {
        var chip = Parts.label(text, Styles.BADGE, Styles.ACCENT, "tight");
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    private VBox answer(IsolationCell cell) {
        var verdict = Sign.of(dev.muster.report.Sign.of(cell.verdict()));
        var box = new VBox();
        switch (cell.verdict()) {
            case NONE -> box.getChildren().add(part(Sign.STOPS, MatrixWords.NOT_AT_ALL, cell));
            case BOTH, PROCESS, HYPERV, UNKNOWN ->
                box.getChildren()
                        .addAll(
                                part(MatrixSaid.sign(cell.process(), false), MatrixWords.PROCESS, cell),
                                part(MatrixSaid.sign(cell.hyperv(), true), MatrixWords.HYPERV, null));
        }
        box.getStyleClass().addAll("matrix-cell", verdict.style());
        if (!model.overlay().hosts(cell.host()).isEmpty()) {
            box.getStyleClass().add(Styles.CURRENT);
        }
        box.setOnMousePressed(_ -> model.select(cell.host(), cell.image()));
        tip(box, MatrixSaid.spoken(cell, words));
        return box;
    }

    private Label part(Sign sign, MatrixWords word, @Nullable IsolationCell conditional) {
        var text = words.of(word);
        var label = Parts.signed(
                sign, conditional != null && !conditional.conditions().isEmpty() ? text + "*" : text);
        label.getStyleClass().add("matrix-part");
        return label;
    }

    private static void tip(Node node, String text) {
        var tip = new Tooltip(text);
        tip.setShowDelay(Duration.millis(300));
        tip.setWrapText(true);
        tip.setMaxWidth(480);
        Tooltip.install(node, tip);
    }

    private void mark() {
        var now = model.selected().get();
        cells.forEach((cell, box) -> box.pseudoClassStateChanged(LOOKED_AT, cell.equals(now)));
        setAccessibleText(MatrixSaid.spoken(now, words));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
