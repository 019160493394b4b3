package dev.muster.ui.fits;

import dev.muster.catalog.WindowsBuild;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The isolation matrix as a card: images down, hosts across, each cell a sign and words.
final class MatrixCard extends VBox {

    private final MatrixModel model;
    private final Words words;
    private final Label explained;
    private final Label unplaced = Parts.wrapped("", Styles.NOTE, Styles.BODY);
    private final GridPane grid = new GridPane();
    private final javafx.scene.control.Button all;

    /// @param whole opens the page with all of it
    MatrixCard(MatrixModel model, Runnable whole, Words words) {
        this.model = model;
        this.words = words;
        explained = Parts.wrapped(words.of(UiWords.MATRIX_EXPLAINED), Styles.NOTE, Styles.BODY);
        explained.setVisible(false);
        explained.setManaged(false);
        all = Parts.small("matrix-all", "", () -> {
            model.all(!model.all());
            fill();
        });
        var explain = Parts.small("matrix-explain", words.of(UiWords.MATRIX_EXPLAIN), () -> {
            explained.setVisible(!explained.isVisible());
            explained.setManaged(explained.isVisible());
        });
        grid.setId(Ids.FITS_MATRIX);
        grid.getStyleClass().add(Styles.MATRIX);
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        fill();
        getChildren()
                .setAll(new Card(
                                words.of(UiWords.MATRIX_TITLE),
                                all,
                                Parts.small("matrix-whole", words.of(UiWords.MATRIX_WHOLE), whole),
                                explain)
                        .body(new VBox(explained, scroll, unplaced)));
    }

    void fill() {
        var lost = model.unplaced();
        unplaced.setText(lost.isEmpty() ? "" : words.of(UiWords.MATRIX_UNPLACED, String.join(", ", lost)));
        unplaced.setVisible(!lost.isEmpty());
        unplaced.setManaged(!lost.isEmpty());
        all.setText(words.of(model.all() ? UiWords.MATRIX_FEW : UiWords.MATRIX_ALL));
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        var first = new ColumnConstraints();
        first.setMinWidth(220);
        grid.getColumnConstraints().add(first);
        grid.add(cell(Parts.label(words.of(UiWords.MATRIX_CORNER), Styles.MUTED, Styles.STRONG)), 0, 0);
        var column = 1;
        for (var host : model.hosts()) {
            var wide = new ColumnConstraints();
            wide.setHgrow(Priority.ALWAYS);
            wide.setMinWidth(150);
            grid.getColumnConstraints().add(wide);
            grid.add(head(host), column++, 0);
        }
        var agent = model.agentBuilds();
        var row = 1;
        for (var image : model.images()) {
            var name = Parts.label(image.name(), Styles.STRONG, Styles.AS_IS);
            var build = Parts.label(String.valueOf(image.build()), Styles.NOTE, Styles.AS_IS);
            var head = Parts.row("cell-box", name, build);
            if (agent.contains(image.build())) {
                var badge = Parts.label(words.of(UiWords.MATRIX_AGENT), Styles.BADGE, Styles.ACCENT);
                badge.setMinWidth(USE_PREF_SIZE);
                head.getChildren().add(badge);
            }
            model.ownImages(image).forEach(own -> head.getChildren().add(own(own)));
            grid.add(cell(head), 0, row);
            column = 1;
            for (var host : model.hosts()) {
                grid.add(answer(image, host), column++, row);
            }
            row++;
        }
    }

    /// A build as a host, and below it the admin's hosts that have it.
    private Node head(WindowsBuild host) {
        var name = Parts.label(host.name() + " · " + host.build(), Styles.STRONG, Styles.MUTED, Styles.AS_IS);
        var mine = Parts.row("chips");
        model.pinned(host).forEach(own -> mine.getChildren().add(own(own)));
        var head = cell(mine.getChildren().isEmpty() ? name : new VBox(name, mine));
        if (!mine.getChildren().isEmpty()) {
            head.getStyleClass().add(Styles.CURRENT);
        }
        return head;
    }

    private static Label own(String name) {
        var own = Parts.label(name, Styles.BADGE, Styles.ACCENT, Styles.AS_IS);
        own.setMinWidth(USE_PREF_SIZE);
        return own;
    }

    private Node answer(WindowsBuild image, WindowsBuild host) {
        var answer = model.cell(image, host);
        var label = Parts.signed(answer.sign(), words.of(answer.word()));
        label.setAccessibleText(
                words.of(UiWords.MATRIX_CELL_SPOKEN, answer.image(), answer.host(), answer.word(), answer.source()));
        if (!answer.source().isEmpty()) {
            label.setTooltip(new Tooltip(answer.source()));
        }
        var box = cell(label);
        box.getStyleClass().add("answered");
        if (!model.pinned(host).isEmpty()) {
            box.getStyleClass().add(Styles.CURRENT);
        }
        if (answer.sign() == Sign.FITS || answer.sign() == Sign.WARNS) {
            box.getStyleClass().add(answer.sign().style());
        }
        return box;
    }

    private static HBox cell(Node node) {
        return Parts.row(Styles.CELL, node);
    }
}
