package dev.muster.ui;

import dev.muster.base.Text;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Standing;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.Tile;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The left rail: the stages with their state and one line of what each holds, and at its foot what this is all
/// about.
final class RailView extends VBox {

    private final WizardModel wizard;
    private final Words words;
    private final Ties ties;

    RailView(WizardModel wizard, ObservableValue<Text> foot, Words words, Ties ties) {
        this.wizard = wizard;
        this.words = words;
        this.ties = ties;
        getStyleClass().add(Styles.RAIL);
        for (var page : PageId.stages()) {
            getChildren().add(item(page));
        }
        var grow = new Region();
        VBox.setVgrow(grow, Priority.ALWAYS);
        var about = Parts.wrapped("", Styles.RAIL_FOOT);
        ties.watch(foot, text -> about.setText(words.of(text)));
        getChildren().addAll(grow, about);
    }

    private Tile item(PageId page) {
        var mark = new StackPane();
        mark.getStyleClass().add(Styles.MARK);
        var name = Parts.label(words.of(page.title()), Styles.RAIL_NAME);
        var line = Parts.wrapped("", Styles.RAIL_LINE);
        line.managedProperty().bind(line.textProperty().isNotEmpty());
        line.visibleProperty().bind(line.managedProperty());
        var texts = new VBox(name, line);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var item = new Tile(
                Ids.RAIL + page.name().toLowerCase(Locale.ROOT),
                words.of(page.title()),
                () -> wizard.open(page),
                new HBox(mark, texts));
        item.getStyleClass().add(Styles.RAIL_ITEM);
        var standing = wizard.page(page).standing();
        ties.when(() -> paint(page, standing.get(), item, mark, line), standing, wizard.current());
        return item;
    }

    private void paint(PageId page, Standing standing, Tile item, StackPane mark, Label line) {
        var here = wizard.current().get() == page;
        item.setDisable(!wizard.canOpen(page));
        item.getStyleClass().remove(Styles.HERE);
        mark.getStyleClass().setAll(Styles.MARK);
        if (here) {
            item.getStyleClass().add(Styles.HERE);
            mark.getStyleClass().add(Styles.ACCENT);
        }
        mark.getChildren()
                .setAll(
                        switch (here ? Standing.Mark.OPEN : standing.mark()) {
                            case OPEN -> Parts.label(Integer.toString(page.number()), Styles.AS_IS);
                            case DONE -> painted(mark, MaterialDesignC.CHECK, Styles.SUCCESS);
                            case ATTENTION, STALE -> {
                                mark.getStyleClass().add(Styles.WARNING);
                                yield Parts.label("!", Styles.AS_IS);
                            }
                        });
        line.setText(words.of(standing.line()));
        item.setAccessibleText(
                words.of(UiWords.RAIL_SPOKEN, page.number(), page.title(), markWord(here, standing), standing.line()));
    }

    private static FontIcon painted(StackPane mark, MaterialDesignC picture, String style) {
        mark.getStyleClass().add(style);
        var icon = new FontIcon(picture);
        icon.getStyleClass().add(style);
        return icon;
    }

    private static UiWords markWord(boolean here, Standing standing) {
        if (here) {
            return UiWords.MARK_HERE;
        }
        return switch (standing.mark()) {
            case OPEN -> UiWords.MARK_OPEN;
            case DONE -> UiWords.MARK_DONE;
            case ATTENTION -> UiWords.MARK_ATTENTION;
            case STALE -> UiWords.MARK_STALE;
        };
    }
}
