package dev.muster.ui.matrix;

import dev.muster.assess.OwnImage;
import dev.muster.base.Reading;
import dev.muster.catalog.ImageBuild;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.Words;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The images of the admin's own applications: added by tag, by build, or by what `docker inspect` prints; of each,
/// where it can run.
final class ImagesPane extends VBox {

    private static final double ROW = 58;

    private final MatrixPageModel model;
    private final Words words;

    ImagesPane(MatrixPageModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        var text = new TextArea();
        text.setId(Ids.MATRIX_IMAGES_TEXT);
        text.getStyleClass().add(Styles.MONO);
        text.setAccessibleText(words.of(MatrixWords.ADD_FIELD));
        text.setPromptText("registry.example.org/app:1809\nregistry.example.org/web:7 20348\n17763");
        text.textProperty().subscribe((_, now) -> model.read(now));
        text.setPrefRowCount(5);
        text.setMinHeight(110);
        var take = Parts.small(Ids.MATRIX_IMAGES_TAKE, "", () -> {
            model.take();
            text.clear();
        });
        var close = Parts.small(
                Ids.MATRIX_IMAGES_CLOSE,
                words.of(MatrixWords.IMAGES_CLOSE),
                () -> model.show(MatrixPageModel.Pane.GRID));
        var problems = new VBox();
        var add = new Card(words.of(MatrixWords.ADD_TITLE), take, close)
                .padded(Parts.wrapped(words.of(MatrixWords.ADD_HINT), Styles.MUTED), text, problems);
        add.setMinHeight(USE_PREF_SIZE);
        var list = new ListView<OwnImage>();
        list.setId(Ids.MATRIX_IMAGES_LIST);
        list.setAccessibleText(words.of(MatrixWords.ADD_LIST));
        list.setFixedCellSize(ROW);
        list.getStyleClass().add(Styles.PLAIN_LIST);
        list.setPlaceholder(Parts.wrapped(words.of(MatrixWords.ADD_NONE), Styles.MUTED));
        list.setCellFactory(_ -> new ImageCell());
        list.setOnKeyPressed(press -> {
            var chosen = list.getSelectionModel().getSelectedItem();
            if (press.getCode() == KeyCode.DELETE && chosen != null) {
                model.remove(chosen.name());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getStyleClass().add(Styles.INNER);
        getChildren().setAll(add, list);
        ties.when(
                () -> {
                    take.setText(
                            words.of(MatrixWords.ADD_TAKE, model.read().images().size()));
                    take.setDisable(model.read().images().isEmpty());
                    problems.getChildren()
                            .setAll(model.read().problems().stream()
                                    .limit(3)
                                    .map(problem -> Parts.signed(
                                            Sign.STOPS,
                                            words.of(MatrixWords.ADD_PROBLEM, problem.what(), problem.fix())))
                                    .toList());
                    if (!list.getItems().equals(model.own())) {
                        list.getItems().setAll(model.own());
                    }
                },
                model.changes());
    }

    /// Name and build above, where it runs below.
    private final class ImageCell extends ListCell<OwnImage> {

        @Override
        protected void updateItem(OwnImage image, boolean empty) {
            super.updateItem(image, empty);
            setText(null);
            if (empty || image == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            var name = Parts.label(image.name(), Styles.STRONG, Styles.AS_IS);
            var where = where(image);
            var texts = new VBox(name, where);
            HBox.setHgrow(texts, Priority.ALWAYS);
            texts.setMinWidth(0);
            var remove = remove(image);
            setGraphic(Parts.row("cell-box", texts, remove));
            setAccessibleText(image.name() + ". " + ((javafx.scene.control.Label) where).getText());
        }

        private Button remove(OwnImage image) {
            var remove = Parts.small(
                    "matrix-image-remove", words.of(MatrixWords.ADD_REMOVE), () -> model.remove(image.name()));
            remove.setAccessibleText(words.of(MatrixWords.ADD_REMOVE_SPOKEN, image.name()));
            remove.setFocusTraversable(false);
            return remove;
        }

        private javafx.scene.Node where(OwnImage image) {
            return switch (image.build()) {
                case Reading.Unknown<ImageBuild> _ ->
                    Parts.signed(Sign.UNKNOWN, words.of(MatrixWords.IMAGE_UNKNOWN), Styles.NOTE);
                case Reading.Known<ImageBuild>(var build) -> {
                    var process = model.servers(image, true);
                    var hyperv = model.servers(image, false);
                    var text = words.of(MatrixWords.IMAGE_BUILD, build.build()) + " "
                            + (process.isEmpty()
                                    ? words.of(MatrixWords.IMAGE_NOWHERE)
                                    : words.of(MatrixWords.IMAGE_RUNS, String.join(", ", process)))
                            + (hyperv.isEmpty()
                                    ? ""
                                    : " " + words.of(MatrixWords.IMAGE_RUNS_HYPERV, String.join(", ", hyperv)));
                    yield Parts.signed(process.isEmpty() ? Sign.STOPS : Sign.FITS, text, Styles.NOTE);
                }
            };
        }
    }
}
