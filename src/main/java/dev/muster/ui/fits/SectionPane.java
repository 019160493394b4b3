package dev.muster.ui.fits;

import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The hosts or the checks at the left of their findings, and asking those of the chosen one again.
final class SectionPane extends VBox {

    private static final double WIDTH = 250;
    private static final double ROW = 34;
    private static final double LEAST = 300;

    private final FitsModel model;
    private final Words words;
    private final ListView<Section> list = new ListView<>();
    private final Button again;
    private final Label note = Parts.wrapped("", Styles.NOTE);
    private boolean filling;

    SectionPane(FitsModel model, Words words) {
        this.model = model;
        this.words = words;
        list.setId(Ids.FITS_SECTIONS);
        list.setAccessibleText(words.of(UiWords.FITS_SECTIONS));
        list.setFixedCellSize(ROW);
        list.getStyleClass().add(Styles.PLAIN_LIST);
        list.setPlaceholder(Parts.wrapped(words.of(UiWords.FITS_NO_MATCH), Styles.MUTED));
        list.setCellFactory(_ -> new SectionCell());
        list.setMinHeight(LEAST);
        list.setPrefHeight(LEAST);
        list.getSelectionModel().selectedItemProperty().subscribe((_, now) -> {
            if (now != null && !filling) {
                model.choose(now);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        again = Parts.small(Ids.FITS_ASK, "", () -> model.askAgain(model.askedFor(model.findings(words::of))));
        again.setMaxWidth(Double.MAX_VALUE);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        getStyleClass().add(Styles.INNER);
        getChildren().setAll(list, again, note);
    }

    /// Shows these, and keeps the chosen one and where the list stands.
    void fill(List<Section> sections) {
        filling = true;
        if (!list.getItems().equals(sections)) {
            list.getItems().setAll(sections);
        }
        var chosen = model.section(sections);
        chosen.ifPresent(list.getSelectionModel()::select);
        filling = false;
        var hosts = model.askedFor(model.findings(words::of));
        again.setText(
                model.busy()
                        ? words.of(UiWords.FITS_ASKING)
                        : hosts.size() == 1
                                ? words.of(
                                        UiWords.FITS_ASK_HOST, hosts.iterator().next())
                                : words.of(UiWords.FITS_ASK_HOSTS, hosts.size()));
        again.setDisable(model.busy() || hosts.isEmpty());
        var age = chosen.flatMap(Section::host).flatMap(model::age);
        note.setText(
                model.arrangement() == Arrangement.BY_CHECK
                        ? words.of(UiWords.FITS_ASK_WHY)
                        : age.map(it -> words.of(UiWords.FITS_AGE, it)).orElse(""));
    }

    /// Sign and name, and how many findings.
    private final class SectionCell extends ListCell<Section> {

        private final Label name = new Label();
        private final Label count = Parts.label("", Styles.NOTE, Styles.AS_IS);

        @Override
        protected void updateItem(Section section, boolean empty) {
            super.updateItem(section, empty);
            setText(null);
            if (empty || section == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            var cluster = section.key().isEmpty();
            name.setText(cluster ? words.of(UiWords.FITS_CLUSTER) : section.key());
            name.getStyleClass().setAll("label");
            if (!cluster) {
                name.getStyleClass().add(Styles.AS_IS);
            }
            name.setGraphic(Parts.icon(section.sign()));
            count.setText(String.valueOf(section.count()));
            count.setMinWidth(USE_PREF_SIZE);
            setGraphic(Parts.row("cell-box", name, Parts.gap(), count));
            setAccessibleText(name.getText() + ", " + words.of(section.sign().word()) + ", " + count.getText());
        }
    }
}
