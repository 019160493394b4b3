package dev.muster.ui.hosts;

import dev.muster.ui.hosts.HostsModel.Pane;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page *Hosts*, whole.
public final class HostsView extends VBox {

    private final HostsModel model;
    private final Words words;

    /// @param importFile asks for a file and hands its text to the model
    public HostsView(HostsModel model, Runnable importFile, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        var table = new HostsTable(model, words);
        VBox.setVgrow(table, Priority.ALWAYS);
        var editor = new HostEditor(model, words, ties);
        var hint = Parts.wrapped(words.of(UiWords.HOSTS_SELECT_HINT), Styles.MUTED);
        var rules = new FlowPane();
        rules.getStyleClass().add("signs");
        var empty = empty();
        var windows = Parts.link(Ids.HOSTS_TEACH, words.of(UiWords.FITS_WINDOWS_TEACH), model::teach);
        var list = new VBox(table, hint, editor, rules, windows);
        list.getStyleClass().add(Styles.INNER);
        var paste = new PastePane(model, words, ties);
        var logins = new NamedPane<>(new LoginList(model, words), model, words, ties);
        var bastions = new NamedPane<>(new BastionList(model, words), model, words, ties);
        var content = new VBox();
        VBox.setVgrow(content, Priority.ALWAYS);
        for (var part : new Node[] {list, paste, empty}) {
            VBox.setVgrow(part, Priority.ALWAYS);
        }
        ties.when(
                () -> {
                    var part = switch (model.pane().get()) {
                        case TABLE -> model.empty() ? empty : list;
                        case PASTE -> paste;
                        case LOGINS -> logins;
                        case BASTIONS -> bastions;
                    };
                    if (!content.getChildren().contains(part)) {
                        content.getChildren().setAll(part);
                    }
                    rules.getChildren()
                            .setAll(model.rules().stream()
                                    .map(rule -> Parts.badge(rule.sign(), words.of(rule.text())))
                                    .toList());
                    windows.setVisible(model.windows());
                    windows.setManaged(model.windows());
                    table.showBastions(!model.bastions().isEmpty());
                    hint.setVisible(model.selectedHosts().isEmpty());
                    hint.setManaged(hint.isVisible());
                },
                model.changes(),
                model.pane(),
                model.selected());
        ties.when(() -> table.choose(model.selected().get()), model.selected(), model.changes());
        getStyleClass().add(Styles.PAGE);
        Explained.by(this, UiWords.HOSTS_HELP);
        getChildren()
                .setAll(
                        Parts.heading(words.of(UiWords.HOSTS_TITLE), words.of(UiWords.HOSTS_SENTENCE)),
                        tools(importFile, ties),
                        content);
    }

    private HBox tools(Runnable importFile, Ties ties) {
        var add = Parts.small(Ids.HOST_ADD, words.of(UiWords.HOSTS_ADD), () -> {
            model.add();
            if (getScene().lookup("#" + Ids.HOST_NAME) instanceof TextField name) {
                name.requestFocus();
                name.selectAll();
            }
        });
        var paste = Parts.small(Ids.HOSTS_PASTE, words.of(UiWords.HOSTS_PASTE), () -> model.show(Pane.PASTE));
        var bring = Parts.small(Ids.HOSTS_IMPORT, words.of(UiWords.HOSTS_IMPORT), importFile);
        var filter = new TextField();
        filter.setId(Ids.HOSTS_FILTER);
        filter.setPromptText(words.of(UiWords.HOSTS_FILTER));
        filter.setAccessibleText(words.of(UiWords.HOSTS_FILTER));
        filter.getStyleClass().addAll("finder", "small-field");
        filter.textProperty().subscribe((_, now) -> model.filter(now));
        var logins = Parts.small(Ids.HOSTS_LOGINS, "", () -> model.show(Pane.LOGINS));
        ties.when(
                () -> logins.setText(
                        words.of(UiWords.HOSTS_LOGINS, model.logins().size())),
                model.changes());
        var bastions = Parts.small(Ids.HOSTS_BASTIONS, "", () -> model.show(Pane.BASTIONS));
        ties.when(
                () -> bastions.setText(
                        words.of(UiWords.HOSTS_BASTIONS, model.bastions().size())),
                model.changes());
        return Parts.row(Styles.ACTIONS, add, paste, bring, Parts.gap(), filter, logins, bastions);
    }

    private Node empty() {
        var what = Parts.wrapped(words.of(UiWords.HOSTS_EMPTY_WHAT), Styles.MUTED);
        var add = Parts.button("host-add-first", words.of(UiWords.HOSTS_EMPTY_ADD), model::add);
        var empty = new VBox(Parts.label(words.of(UiWords.HOSTS_EMPTY), Styles.STRONG), what, add);
        empty.getStyleClass().add(Styles.EMPTY);
        return empty;
    }
}
