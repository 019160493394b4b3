package dev.muster.ui.reach;

import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page *Reach*, whole.
public final class ReachView extends VBox {

    private static final double FACTS_HEIGHT = 250;
    private static final double LIST_HEIGHT = 120;

    private final ReachModel model;
    private final Words words;
    private final Label title = Parts.label("", Styles.TITLE);
    private final Label asking = Parts.label("", Styles.MUTED);
    private final ProgressBar progress = new ProgressBar();

    public ReachView(ReachModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        title.setId(Ids.PAGE_TITLE);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(words.of(UiWords.REACH_LIST));
        progress.setFocusTraversable(false);
        var list = new ReachList(model, words);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(LIST_HEIGHT);
        var facts = new FactsCard(words);
        facts.setMinHeight(FACTS_HEIGHT);
        facts.setPrefHeight(FACTS_HEIGHT);
        var again = Parts.small(Ids.REACH_AGAIN, words.of(UiWords.REACH_AGAIN), model::ask);
        var tools = Parts.row(Styles.ACTIONS, asking, Parts.gap(), again);
        var none = new VBox(
                Parts.label(words.of(UiWords.REACH_NONE), Styles.STRONG),
                Parts.wrapped(words.of(UiWords.REACH_NONE_WHAT), Styles.MUTED));
        none.getStyleClass().add(Styles.EMPTY);
        ties.when(
                () -> {
                    paint(again);
                    none.setVisible(!model.begun());
                    none.setManaged(!model.begun());
                    for (var part : new javafx.scene.Node[] {list, facts, tools}) {
                        part.setVisible(model.begun());
                        part.setManaged(model.begun());
                    }
                    if (!model.questions().unknown().isEmpty()
                            || !model.questions().changed().isEmpty()) {
                        facts.setVisible(false);
                        facts.setManaged(false);
                    }
                    if (list.getSelectionModel().isEmpty()
                            && !model.busy()
                            && !model.rows().isEmpty()) {
                        list.getSelectionModel().selectFirst();
                    }
                    facts.show(Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                            .flatMap(row -> model.probed(row.host())));
                },
                model.changes());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> facts.show(Optional.ofNullable(row).flatMap(it -> model.probed(it.host()))));
        getStyleClass().add(Styles.PAGE);
        Explained.by(this, UiWords.REACH_HELP);
        getChildren()
                .setAll(
                        new VBox(title, Parts.wrapped(words.of(UiWords.REACH_SENTENCE), Styles.SENTENCE)),
                        none,
                        tools,
                        progress,
                        new TrustCard(model, words, ties),
                        list,
                        facts);
    }

    private void paint(javafx.scene.control.Button again) {
        title.setText(
                model.begun() && !model.busy()
                        ? words.of(UiWords.REACH_TITLE_DONE, model.reached(), model.hosts())
                        : words.of(UiWords.REACH_TITLE));
        asking.setText(model.busy() ? words.of(UiWords.REACH_ASKING, model.answered(), model.hosts()) : "");
        asking.setGraphic(model.busy() ? Parts.icon(Sign.WORKS) : null);
        again.setDisable(model.busy());
        progress.setVisible(model.busy());
        progress.setManaged(model.busy());
        progress.setProgress(model.hosts() == 0 ? 0 : (double) model.answered() / model.hosts());
    }
}
