package dev.muster.ui.hosts;

import dev.muster.base.Problem;
import dev.muster.setup.Role;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.HostForm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Below the table: the selected host's fields, or those that several selected hosts can share.
final class HostEditor extends VBox {

    private final HostsModel model;
    private final Words words;
    private final Card card;
    private final Label many;
    private final GridPane grid = new GridPane();
    private final TextField name;
    private final TextField address;
    private final TextField port;
    private final TextField labels;
    private final ComboBox<String> login = new ComboBox<>();
    private final ComboBox<String> via = new ComboBox<>();
    private final Label viaLabel;
    private final Map<Role, ToggleButton> roles = new EnumMap<>(Role.class);
    private final Label fault = Parts.wrapped("", Styles.NOTE);
    private boolean filling;

    HostEditor(HostsModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        name = field(Ids.HOST_NAME, UiWords.HOST_NAME, UiWords.HOST_NAME_HELP, HostForm::withName);
        address = field(Ids.HOST_ADDRESS, UiWords.HOST_ADDRESS, UiWords.HOST_ADDRESS_HELP, HostForm::withAddress);
        port = field(Ids.HOST_PORT, UiWords.HOST_PORT, UiWords.HOST_PORT_HELP, HostForm::withPort);
        labels = field(Ids.HOST_LABELS, UiWords.HOST_LABELS, UiWords.HOST_LABELS_HELP, HostForm::withLabels);
        port.setPromptText("22");
        labels.setPromptText("key=value");
        login.setId(Ids.HOST_LOGIN);
        login.setMaxWidth(Double.MAX_VALUE);
        login.setAccessibleText(words.of(UiWords.HOST_LOGIN));
        Explained.by(login, UiWords.HOST_LOGIN_HELP);
        login.valueProperty().subscribe((_, now) -> {
            if (!filling && now != null) {
                model.edit(host -> host.withLogin(now));
            }
        });
        login.setConverter(new LoginNames(model, words));
        via.setId(Ids.HOST_VIA);
        via.setMaxWidth(Double.MAX_VALUE);
        via.setAccessibleText(words.of(UiWords.HOST_VIA));
        Explained.by(via, UiWords.HOST_VIA_HELP);
        via.valueProperty().subscribe((_, now) -> {
            if (!filling && now != null) {
                model.edit(host -> host.withVia(now));
            }
        });
        via.setConverter(new BastionNames(model, words));
        viaLabel = named(UiWords.HOST_VIA, via);
        many = Parts.label("", Styles.MUTED);
        var remove = Parts.small(Ids.HOSTS_REMOVE, words.of(UiWords.HOSTS_REMOVE), model::remove);
        card = new Card("", many, remove);
        layOut();
        card.padded(grid, fault);
        getChildren().setAll(card);
        ties.when(this::fill, model.changes(), model.selected());
    }

    private void layOut() {
        var label = new ColumnConstraints(100);
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setPercentWidth(35);
        var label2 = new ColumnConstraints(90);
        var rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(label, wide, label2, rest);
        grid.getStyleClass().add("field-rows");
        var chips = new HBox();
        chips.getStyleClass().add("chips");
        Explained.by(chips, UiWords.HOST_ROLES_HELP);
        for (var role : HostsModel.ROLES) {
            var chip = new ToggleButton(words.of(UiWords.valueOf("ROLE_" + role.name())));
            chip.setId(Ids.HOST_ROLE + role.name().toLowerCase(Locale.ROOT));
            chip.getStyleClass().add(Styles.CHIP);
            chip.setOnAction(_ -> model.edit(host -> host.with(role, chip.isSelected())));
            roles.put(role, chip);
            chips.getChildren().add(chip);
        }
        port.setPrefColumnCount(5);
        port.setMaxWidth(90);
        grid.addRow(0, named(UiWords.HOST_NAME, name), name, named(UiWords.HOST_ROLES, chips), chips);
        grid.addRow(1, named(UiWords.HOST_ADDRESS, address), address, named(UiWords.HOST_PORT, port), port);
        grid.addRow(3, viaLabel, via);
        grid.addRow(2, named(UiWords.HOST_LOGIN, login), login, named(UiWords.HOST_LABELS, labels), labels);
    }

    private Label named(UiWords key, Node field) {
        var label = Parts.label(words.of(key), Styles.FIELD_LABEL);
        label.setLabelFor(field);
        return label;
    }

    private TextField field(String id, UiWords key, UiWords help, BiFunction<HostForm, String, HostForm> change) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(words.of(key));
        Explained.by(field, help);
        field.textProperty().subscribe((_, now) -> {
            if (!filling) {
                model.edit(host -> change.apply(host, now));
            }
        });
        return field;
    }

    private void fill() {
        var hosts = model.selectedHosts();
        card.setVisible(!hosts.isEmpty());
        card.setManaged(!hosts.isEmpty());
        if (hosts.isEmpty()) {
            return;
        }
        filling = true;
        var one = hosts.size() == 1;
        card.title().setText(words.of(UiWords.HOSTS_SELECTED, hosts.size()));
        many.setText(one ? "" : words.of(UiWords.HOSTS_APPLY_MANY, hosts.size()));
        name.setDisable(!one);
        address.setDisable(!one);
        set(name, HostForm::name);
        set(address, HostForm::address);
        set(port, HostForm::port);
        set(labels, HostForm::labels);
        var choices = new ArrayList<String>();
        choices.add("");
        model.logins().forEach(known -> choices.add(known.name()));
        if (!login.getItems().equals(choices)) {
            login.getItems().setAll(choices);
        }
        login.setValue(model.common(HostForm::login).orElse(null));
        fillVia();
        roles.forEach((role, chip) -> chip.setSelected(model.allHave(role)));
        show(Optional.<Problem>empty()
                .or(() -> model.fault("name"))
                .or(() -> model.fault("address"))
                .or(() -> model.fault("port"))
                .or(() -> model.fault("via"))
                .or(() -> model.fault("")));
        filling = false;
    }

    /// Without a bastion there is nothing to choose.
    private void fillVia() {
        var choices = new ArrayList<String>();
        choices.add("");
        model.bastions().forEach(bastion -> choices.add(bastion.name()));
        if (!via.getItems().equals(choices)) {
            via.getItems().setAll(choices);
        }
        via.setValue(model.common(HostForm::via).orElse(null));
        for (var part : List.of(viaLabel, via)) {
            part.setVisible(!model.bastions().isEmpty());
            part.setManaged(part.isVisible());
        }
    }

    private void set(TextField field, Function<HostForm, String> part) {
        var common = model.common(part);
        var text = common.orElse("");
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
        if (common.isEmpty()) {
            field.setPromptText(words.of(UiWords.HOST_SEVERAL));
        }
    }

    private void show(Optional<Problem> problem) {
        fault.setVisible(problem.isPresent());
        fault.setManaged(problem.isPresent());
        fault.getStyleClass().setAll("label", Styles.NOTE, Styles.DANGER);
        fault.setGraphic(Parts.icon(Sign.STOPS));
        fault.setText(problem.map(it -> words.of(UiWords.PROBLEM_SHOWN, it.what(), it.fix()))
                .orElse(""));
    }
}
