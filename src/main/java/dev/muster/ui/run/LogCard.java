package dev.muster.ui.run;

import dev.muster.base.HostName;
import dev.muster.plan.Plan;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The live log with what one does with it: one host or all, find, first error, follow, save; and below, the known
/// error explained.
final class LogCard extends VBox {

    private final RunModel model;
    private final Words words;
    private final LogList list;
    private final ComboBox<String> hosts = new ComboBox<>();

    /// @param save asks for a file and writes the log into it
    LogCard(RunModel model, Runnable save, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        list = new LogList(model.log(), words, ties);
        VBox.setVgrow(list, Priority.ALWAYS);
        hosts.setId(Ids.RUN_HOST);
        hosts.getStyleClass().add("small-field");
        hosts.setAccessibleText(words.of(UiWords.RUN_HOST_COLUMN));
        hosts.setOnAction(_ -> choose());
        var find = new TextField();
        find.setId(Ids.RUN_FIND);
        find.getStyleClass().addAll("finder", "small-field");
        find.setPromptText(words.of(UiWords.RUN_FIND));
        find.setAccessibleText(words.of(UiWords.RUN_FIND));
        find.textProperty().subscribe((_, now) -> model.log().find(now));
        find.setOnAction(_ -> model.log().next());
        var found = Parts.label("", Styles.MUTED);
        var first = Parts.small(
                Ids.RUN_FIRST_ERROR,
                words.of(UiWords.RUN_FIRST_ERROR),
                () -> model.log().firstWrong(() -> found.setText(words.of(UiWords.RUN_FOUND_NONE))));
        var follow = new ToggleButton(words.of(UiWords.RUN_FOLLOW));
        follow.setId(Ids.RUN_FOLLOW);
        follow.getStyleClass().add(Styles.SMALL_BUTTON);
        follow.setOnAction(_ -> list.follow(follow.isSelected()));
        var keep = Parts.small(Ids.RUN_SAVE, words.of(UiWords.RUN_SAVE), save);
        var card = new Card(words.of(UiWords.RUN_LOG));
        card.head().getChildren().setAll(card.title(), hosts, find, found, Parts.gap(), first, follow, keep);
        card.body(new VBox(list, new AdviceBox(model, words, ties)));
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
        ties.when(
                () -> {
                    found.setText(foundText());
                    follow.setSelected(list.following());
                },
                model.log().changes());
        ties.when(this::fillHosts, model.changes());
    }

    private String foundText() {
        var log = model.log();
        if (!log.finding()) {
            return "";
        }
        return log.foundCount() == 0
                ? words.of(UiWords.RUN_FOUND_NONE)
                : words.of(UiWords.RUN_FOUND, log.foundAt(), log.foundCount());
    }

    private void fillHosts() {
        var names = new ArrayList<String>();
        names.add(words.of(UiWords.RUN_ALL_HOSTS));
        model.plan().map(Plan::hosts).ifPresent(all -> all.forEach(host -> names.add(host.value())));
        if (!hosts.getItems().equals(names)) {
            hosts.getItems().setAll(names);
            hosts.getSelectionModel()
                    .select(model.log().host().map(HostName::value).orElse(names.getFirst()));
        }
    }

    private void choose() {
        var place = hosts.getSelectionModel().getSelectedIndex();
        var wanted = place <= 0
                ? Optional.<HostName>empty()
                : HostName.parse(hosts.getItems().get(place));
        if (place >= 0 && !wanted.equals(model.log().host())) {
            model.log().only(wanted);
        }
    }
}
