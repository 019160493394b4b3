package dev.muster.ui.hosts;

import dev.muster.ui.hosts.HostsModel.Pane;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.BastionForm;
import dev.muster.ui.work.LoginForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The bastions: SSH servers that hosts are reached through, each with its login, one behind the other if need be.
final class BastionsPane extends VBox {

    private final HostsModel model;
    private final Words words;
    private final VBox list = new VBox();
    private List<String> shown = List.of("-");

    BastionsPane(HostsModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        list.setId(Ids.BASTION_LIST);
        Explained.by(this, UiWords.BASTION_HELP);
        var add = Parts.small(Ids.BASTION_ADD, words.of(UiWords.BASTION_ADD), this::add);
        var close = Parts.small(Ids.BASTION_CLOSE, words.of(UiWords.PASTE_CLOSE), () -> model.show(Pane.TABLE));
        var card = new Card(words.of(UiWords.BASTIONS_TITLE), add, close)
                .padded(Parts.wrapped(words.of(UiWords.BASTIONS_HINT), Styles.MUTED), list);
        getChildren().setAll(card);
        ties.when(this::refresh, model.changes());
    }

    private void add() {
        var more = new ArrayList<>(model.bastions());
        var name = "bastion" + (more.size() + 1);
        var login = model.logins().stream().map(LoginForm::name).findFirst().orElse("");
        more.add(new BastionForm(name, "", "", login, ""));
        model.bastions(more, more.size() == 1 ? name : model.defaultVia());
    }

    private void remove(int at) {
        var left = new ArrayList<>(model.bastions());
        var gone = left.remove(at);
        model.bastions(left, model.defaultVia().equals(gone.name()) ? "" : model.defaultVia());
    }

    /// Rows are made anew only when others can be chosen in them: typing doesn't lose its place.
    private void refresh() {
        var choices = new ArrayList<String>();
        model.logins().forEach(login -> choices.add(login.name()));
        choices.add(String.valueOf(model.bastions().size()));
        if (shown.equals(choices)) {
            return;
        }
        shown = choices;
        var rows = new ArrayList<Node>();
        for (var at = 0; at < model.bastions().size(); at++) {
            rows.add(row(at, model.bastions().get(at)));
        }
        list.getChildren()
                .setAll(rows.isEmpty() ? List.of(Parts.wrapped(words.of(UiWords.BASTION_NONE), Styles.MUTED)) : rows);
    }

    private Node row(int at, BastionForm bastion) {
        var name = text(Ids.BASTION_NAME + at, UiWords.BASTION_NAME, bastion.name(), at, BastionForm::withName);
        var address = text(
                Ids.BASTION_ADDRESS + at, UiWords.BASTION_ADDRESS, bastion.address(), at, BastionForm::withAddress);
        HBox.setHgrow(address, Priority.ALWAYS);
        var port = text(Ids.BASTION_PORT + at, UiWords.BASTION_PORT, bastion.port(), at, BastionForm::withPort);
        port.setPromptText("22");
        port.setPrefColumnCount(5);
        var logins = model.logins().stream().map(LoginForm::name).toList();
        var login = choice(Ids.BASTION_LOGIN + at, UiWords.BASTION_LOGIN, logins, bastion.login());
        login.valueProperty().subscribe((_, now) -> change(at, it -> it.withLogin(now == null ? "" : now)));
        var others = new ArrayList<String>();
        others.add("");
        model.bastions().stream()
                .map(BastionForm::name)
                .filter(other -> !other.equals(bastion.name()))
                .forEach(others::add);
        var via = choice(Ids.BASTION_VIA + at, UiWords.BASTION_VIA, others, bastion.via());
        via.valueProperty().subscribe((_, now) -> change(at, it -> it.withVia(now == null ? "" : now)));
        var usual = new CheckBox(words.of(UiWords.BASTION_USUAL));
        usual.setId(Ids.BASTION_USUAL + at);
        usual.setSelected(model.defaultVia().equals(bastion.name()));
        usual.selectedProperty().subscribe((_, now) -> usual(at, now));
        var remove = Parts.small("bastion-remove-" + at, words.of(UiWords.BASTION_REMOVE), () -> remove(at));
        var first = Parts.row(
                "chips",
                named(UiWords.BASTION_NAME, name),
                name,
                named(UiWords.BASTION_ADDRESS, address),
                address,
                named(UiWords.BASTION_PORT, port),
                port,
                remove);
        var second = Parts.row(
                "chips", named(UiWords.BASTION_LOGIN, login), login, named(UiWords.BASTION_VIA, via), via, usual);
        var both = new VBox(first, second);
        both.getStyleClass().add("login-row");
        return both;
    }

    private void usual(int at, boolean now) {
        var name = model.bastions().get(at).name();
        if (now || model.defaultVia().equals(name)) {
            model.bastions(model.bastions(), now ? name : "");
        }
    }

    private void change(int at, UnaryOperator<BastionForm> change) {
        model.changeBastion(at, change);
    }

    private ComboBox<String> choice(String id, UiWords key, List<String> choices, String value) {
        var choice = new ComboBox<String>();
        choice.setId(id);
        choice.setAccessibleText(words.of(key));
        choice.getItems().setAll(choices);
        choice.setValue(value);
        return choice;
    }

    /// Changes one part of a bastion.
    private interface Change {
        BastionForm with(BastionForm bastion, String now);
    }

    private TextField text(String id, UiWords key, String value, int at, Change change) {
        Consumer<String> typed = now -> change(at, it -> change.with(it, now));
        var field = new TextField(value);
        field.setId(id);
        field.setAccessibleText(words.of(key));
        field.textProperty().subscribe((_, now) -> typed.accept(now));
        return field;
    }

    private Node named(UiWords key, Node field) {
        var label = Parts.label(words.of(key), Styles.FIELD_LABEL);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
