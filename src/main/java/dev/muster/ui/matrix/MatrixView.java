package dev.muster.ui.matrix;

import dev.muster.catalog.WindowsBuild.Kind;
import dev.muster.report.MatrixExport.Format;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page *Matrix*, whole.
public final class MatrixView extends VBox {

    private final MatrixPageModel model;
    private final Words words;

    /// @param save             asks for a file and writes the matrix into it
    /// @param importCatalogue  asks for a newer file of the catalogue and takes it
    public MatrixView(MatrixPageModel model, Consumer<Format> save, Runnable importCatalogue, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        var grid = new MatrixGrid(model, words, ties);
        VBox.setVgrow(grid, Priority.ALWAYS);
        var cell = new CellCard(model, words, ties);
        var unplaced = Parts.signed(Sign.UNKNOWN, "", Styles.NOTE);
        unplaced.setWrapText(true);
        var whole = new VBox(grid, unplaced, cell);
        whole.getStyleClass().add("matrix-page");
        var images = new ImagesPane(model, words, ties);
        var content = new VBox();
        VBox.setVgrow(content, Priority.ALWAYS);
        for (var part : new Node[] {whole, images}) {
            VBox.setVgrow(part, Priority.ALWAYS);
        }
        ties.when(
                () -> {
                    var part = switch (model.pane()) {
                        case GRID -> whole;
                        case IMAGES -> images;
                    };
                    if (!content.getChildren().contains(part)) {
                        content.getChildren().setAll(part);
                    }
                    var lost = model.unplaced();
                    unplaced.setText(lost.isEmpty() ? "" : words.of(MatrixWords.UNPLACED, few(lost), lost.size()));
                    unplaced.setVisible(!lost.isEmpty());
                    unplaced.setManaged(!lost.isEmpty());
                },
                model.changes());
        getStyleClass().add(Styles.PAGE);
        Explained.by(this, UiWords.MATRIX_HELP);
        getChildren().setAll(heading(importCatalogue, ties), tools(save, ties), content);
    }

    private static String few(java.util.List<String> names) {
        return String.join(", ", names.subList(0, Math.min(6, names.size()))) + (names.size() > 6 ? ", …" : "");
    }

    private Node heading(Runnable importCatalogue, Ties ties) {
        var date = Parts.label("", Styles.NOTE);
        date.setId(Ids.MATRIX_CATALOGUE);
        date.setMinWidth(USE_PREF_SIZE);
        ties.when(
                () -> {
                    var sign = model.catalogueSign();
                    date.setText(words.of(model.catalogue()));
                    date.setGraphic(sign == Sign.NONE ? null : Parts.icon(sign));
                },
                model.changes());
        var bring = Parts.link(Ids.MATRIX_CATALOGUE_IMPORT, words.of(MatrixWords.CATALOGUE_IMPORT), importCatalogue);
        var title = Parts.label(words.of(MatrixWords.TITLE), Styles.TITLE);
        title.setId(Ids.PAGE_TITLE);
        return new VBox(
                Parts.row(Styles.ACTIONS, title, Parts.gap(), date, bring),
                Parts.wrapped(words.of(MatrixWords.SENTENCE), Styles.SENTENCE));
    }

    private HBox tools(Consumer<Format> save, Ties ties) {
        var kinds = new ToggleGroup();
        var servers = kind(Kind.SERVER, MatrixWords.SERVERS, kinds, ties);
        var clients = kind(Kind.CLIENT, MatrixWords.CLIENTS, kinds, ties);
        var label = Parts.label(words.of(MatrixWords.RANCHER), Styles.MUTED);
        label.setMinWidth(USE_PREF_SIZE);
        var rancher = rancher(ties);
        label.setLabelFor(rancher);
        var images = Parts.small(Ids.MATRIX_IMAGES, "", () -> model.show(MatrixPageModel.Pane.IMAGES));
        ties.when(() -> images.setText(words.of(MatrixWords.IMAGES, model.own().size())), model.changes());
        var tools = Parts.row(Styles.ACTIONS, servers, clients, label, rancher, Parts.gap(), images);
        for (var format : Format.values()) {
            var button = Parts.small(
                    Ids.MATRIX_SAVE + format.name().toLowerCase(Locale.ROOT),
                    words.of(MatrixWords.SAVE, format.name()),
                    () -> save.accept(format));
            tools.getChildren().add(button);
        }
        tools.getChildren().add(Parts.small(Ids.MATRIX_TEACH, words.of(MatrixWords.TEACH), model::teach));
        return tools;
    }

    private ToggleButton kind(Kind kind, MatrixWords word, ToggleGroup group, Ties ties) {
        var toggle = new ToggleButton(words.of(word));
        toggle.setId(Ids.MATRIX_KIND + kind.name().toLowerCase(Locale.ROOT));
        toggle.getStyleClass().add(Styles.CHIP);
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setToggleGroup(group);
        toggle.setOnAction(_ -> {
            toggle.setSelected(true);
            model.show(kind);
        });
        ties.when(() -> toggle.setSelected(model.kind() == kind), model.changes());
        return toggle;
    }

    private ComboBox<String> rancher(Ties ties) {
        var versions = new ComboBox<String>();
        versions.setId(Ids.MATRIX_RANCHER);
        versions.getStyleClass().add("small-field");
        versions.setAccessibleText(words.of(MatrixWords.RANCHER));
        versions.setPromptText(words.of(MatrixWords.RANCHER_NONE));
        versions.setMinWidth(110);
        versions.setPrefWidth(110);
        ties.when(
                () -> {
                    if (!versions.getItems().equals(model.versions())) {
                        versions.getItems().setAll(model.versions());
                    }
                    if (!model.rancher().isEmpty() && !model.rancher().equals(versions.getValue())) {
                        versions.setValue(model.rancher());
                    }
                },
                model.changes());
        versions.setOnAction(_ -> {
            var chosen = versions.getValue();
            if (chosen != null && !chosen.equals(model.rancher())) {
                model.rancher(chosen);
            }
        });
        return versions;
    }
}
