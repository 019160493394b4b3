package dev.muster.ui.start;

import dev.muster.practice.rancher.Release;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.Tile;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.start.StartModel.Found;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page *Start*, whole.
public final class StartView extends VBox {

    private final StartModel model;
    private final Words words;

    /// @param openFile asks for a setup file and opens it
    public StartView(StartModel model, Runnable openFile, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        var join = job(
                Ids.START_JOIN,
                UiWords.START_JOIN,
                UiWords.START_JOIN_WHAT,
                UiWords.START_JOIN_NEEDS,
                model::go,
                Styles.CURRENT);
        var open = job(
                Ids.START_OPEN, UiWords.START_OPEN_TITLE, UiWords.START_OPEN_WHAT, UiWords.START_OPEN_NEEDS, openFile);
        var jobs = new GridPane();
        jobs.getStyleClass().add(Styles.HALVES);
        jobs.addRow(0, join, open);
        for (var half : List.of(new ColumnConstraints(), new ColumnConstraints())) {
            half.setPercentWidth(50);
            jobs.getColumnConstraints().add(half);
        }
        var earlier = new VBox();
        ties.watch(model.found(), found -> earlier.getChildren().setAll(rows(found)));
        getStyleClass().add(Styles.PAGE);
        Explained.by(this, UiWords.START_HELP);
        getChildren()
                .setAll(
                        Parts.heading(words.of(UiWords.START_TITLE), words.of(UiWords.START_SENTENCE)),
                        jobs,
                        practice(),
                        Parts.label(words.of(UiWords.START_GO_ON), Styles.STRONG),
                        earlier);
    }

    private Tile job(String id, UiWords title, UiWords what, UiWords needs, Runnable action, String... styles) {
        var job = new Tile(
                id,
                words.of(title),
                action,
                Parts.label(words.of(title), Styles.STRONG),
                Parts.wrapped(words.of(what)),
                Parts.wrapped(words.of(needs), Styles.NOTE));
        job.getStyleClass().add(Styles.JOB);
        job.getStyleClass().addAll(styles);
        job.setAccessibleHelp(words.of(what));
        return job;
    }

    private Node practice() {
        var text = new VBox(
                Parts.label(words.of(UiWords.START_PRACTICE), Styles.STRONG),
                Parts.wrapped(words.of(UiWords.START_PRACTICE_WHAT), Styles.MUTED));
        HBox.setHgrow(text, Priority.ALWAYS);
        return Parts.row(
                Styles.BANNER,
                text,
                practise(Ids.START_PRACTISE, Release.V2_1_6),
                practise(Ids.START_PRACTISE_TODAY, Release.V2_15_0));
    }

    private Node practise(String id, Release release) {
        return Parts.button(id, words.of(UiWords.START_PRACTISE, release.version()), () -> model.practise(release));
    }

    private List<Node> rows(Found found) {
        return switch (found) {
            case Found.Looking() -> List.of(Parts.signed(Sign.WORKS, words.of(UiWords.START_LOOKING)));
            case Found.Trouble(var why) -> List.of(Parts.signed(Sign.STOPS, words.of(UiWords.START_TROUBLE, why)));
            case Found.These(var things)
            when things.isEmpty() -> List.of(Parts.wrapped(words.of(UiWords.START_NONE), Styles.MUTED));
            case Found.These(var things) -> things.stream().map(this::row).toList();
        };
    }

    private Node row(Earlier thing) {
        var name = Parts.label(thing.name(), Styles.AS_IS);
        name.setPrefWidth(250);
        var line = thing.sign() == Sign.NONE
                ? Parts.label(words.of(thing.line()), Styles.MUTED)
                : Parts.signed(thing.sign(), words.of(thing.line()));
        var open = Parts.link(
                Ids.START_EARLIER + thing.id(),
                words.of(thing.run() ? UiWords.START_EARLIER_RESUME : UiWords.START_EARLIER_OPEN),
                () -> model.open(thing));
        open.setAccessibleText(words.of(UiWords.START_EARLIER_SPOKEN, open.getText(), thing.name()));
        return Parts.row(Styles.FLAT_ROW, name, line, Parts.gap(), open);
    }
}
