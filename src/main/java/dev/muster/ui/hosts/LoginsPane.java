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
import dev.muster.ui.work.LoginForm;
import dev.muster.ui.work.LoginForm.How;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;

/// The logins: who signs in, and with what. Secrets are asked for when they are needed, never here.
final class LoginsPane extends VBox {

    private final HostsModel model;
    private final Words words;
    private final VBox list = new VBox();
    private int shown = -1;

    LoginsPane(HostsModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        list.setId(Ids.LOGIN_LIST);
        Explained.by(this, UiWords.LOGIN_HELP);
        var add = Parts.small(Ids.LOGIN_ADD, words.of(UiWords.LOGIN_ADD), this::add);
        var close = Parts.small(Ids.LOGIN_CLOSE, words.of(UiWords.PASTE_CLOSE), () -> model.show(Pane.TABLE));
        var card = new Card(words.of(UiWords.LOGINS_TITLE), add, close)
                .padded(Parts.wrapped(words.of(UiWords.LOGINS_HINT), Styles.MUTED), list);
        getChildren().setAll(card);
        ties.when(this::refresh, model.changes());
    }

    private void add() {
        var more = new ArrayList<>(model.logins());
        var name = "login" + (more.size() + 1);
        more.add(new LoginForm(name, "", How.KEY, "~/.ssh/id_ed25519", false));
        model.logins(more, model.defaultLogin().isEmpty() ? name : model.defaultLogin());
    }

    private void change(int at, UnaryOperator<LoginForm> change) {
        var changed = new ArrayList<>(model.logins());
        var before = changed.get(at);
        var after = change.apply(before);
        changed.set(at, after);
        model.logins(changed, model.defaultLogin().equals(before.name()) ? after.name() : model.defaultLogin());
    }

    private void remove(int at) {
        var left = new ArrayList<>(model.logins());
        var gone = left.remove(at);
        model.logins(left, model.defaultLogin().equals(gone.name()) ? "" : model.defaultLogin());
    }

    /// Rows are made anew only when their number changes: typing doesn't lose its place.
    private void refresh() {
        if (shown == model.logins().size()) {
            return;
        }
        shown = model.logins().size();
        var rows = new ArrayList<Node>();
        for (var at = 0; at < shown; at++) {
            rows.add(row(at, model.logins().get(at)));
        }
        list.getChildren()
                .setAll(rows.isEmpty() ? List.of(Parts.wrapped(words.of(UiWords.LOGIN_NONE), Styles.MUTED)) : rows);
    }

    private Node row(int at, LoginForm login) {
        var name =
                text(Ids.LOGIN_NAME + at, UiWords.LOGIN_NAME, login.name(), now -> change(at, it -> it.withName(now)));
        var user =
                text(Ids.LOGIN_USER + at, UiWords.LOGIN_USER, login.user(), now -> change(at, it -> it.withUser(now)));
        var key = text(Ids.LOGIN_KEY + at, UiWords.LOGIN_KEY, login.key(), now -> change(at, it -> it.withKey(now)));
        HBox.setHgrow(key, Priority.ALWAYS);
        var choose = Parts.small(Ids.LOGIN_KEY_CHOOSE + at, words.of(UiWords.LOGIN_KEY_CHOOSE), () -> {
            var chooser = new FileChooser();
            chooser.setTitle(words.of(UiWords.LOGIN_KEY));
            var file = chooser.showOpenDialog(getScene().getWindow());
            if (file != null) {
                key.setText(file.getPath());
            }
        });
        var how = new ComboBox<How>();
        how.setId(Ids.LOGIN_HOW + at);
        how.setAccessibleText(words.of(UiWords.LOGIN_HOW));
        how.getItems().setAll(How.values());
        if (login.how() != How.PASSWORD_ELSEWHERE) {
            how.getItems().remove(How.PASSWORD_ELSEWHERE);
        }
        how.setConverter(new HowNames(words));
        how.valueProperty().subscribe(now -> {
            var withKey = now == How.KEY;
            key.setDisable(!withKey);
            choose.setDisable(!withKey);
        });
        how.setValue(login.how());
        how.valueProperty().subscribe((_, now) -> change(at, it -> it.withHow(now)));
        var sudo = new CheckBox(words.of(UiWords.LOGIN_SUDO));
        sudo.setId(Ids.LOGIN_SUDO + at);
        sudo.setSelected(login.sudo());
        sudo.selectedProperty().subscribe((_, now) -> change(at, it -> it.withSudo(now)));
        var remove = Parts.small("login-remove-" + at, words.of(UiWords.LOGIN_REMOVE), () -> remove(at));
        var first = Parts.row(
                "chips",
                named(UiWords.LOGIN_NAME, name),
                name,
                named(UiWords.LOGIN_USER, user),
                user,
                named(UiWords.LOGIN_HOW, how),
                how,
                Parts.gap(),
                remove);
        var second = Parts.row("chips", named(UiWords.LOGIN_KEY, key), key, choose, sudo);
        var both = new VBox(first, second);
        both.getStyleClass().add("login-row");
        return both;
    }

    private TextField text(String id, UiWords key, String value, java.util.function.Consumer<String> change) {
        var field = new TextField(value);
        field.setId(id);
        field.setAccessibleText(words.of(key));
        field.textProperty().subscribe((_, now) -> change.accept(now));
        return field;
    }

    private Node named(UiWords key, Node field) {
        var label = Parts.label(words.of(key), Styles.FIELD_LABEL);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /// How a login shows itself, in words.
    private static final class HowNames extends StringConverter<How> {

        private final Words words;

        private HowNames(Words words) {
            this.words = words;
        }

        @Override
        public String toString(How how) {
            return how == null ? "" : words.of(UiWords.valueOf("LOGIN_HOW_" + how.name()));
        }

        @Override
        public How fromString(String shown) {
            throw new IllegalStateException("nobody types here: " + shown);
        }
    }
}
