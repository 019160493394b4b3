package dev.muster.ui.hosts;

import dev.muster.base.Problem;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.FieldNote;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.HostForm;
import dev.muster.ui.work.NamedForm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Below the table: the selected host's fields, or those that several selected hosts can share.
final class HostEditor extends VBox {

    private final HostsModel model;
    private final Words words;
    private final Card card;
    private final Label many = Parts.label("", Styles.MUTED);
    private final GridPane grid = new GridPane();
    private final Map<String, FieldNote> notes = new LinkedHashMap<>();
    private final TextField name;
    private final TextField address;
    private final TextField port;
    private final TextField labels;
    private final TextField taints;
    private final ComboBox<String> login;
    private final ComboBox<String> via;
    private final WayFields way;
    private final Map<Role, ToggleButton> roles = new EnumMap<>(Role.class);
    private final Label workersOnly;
    private final Label fault = Parts.wrapped("", Styles.NOTE);
    private Set<Integer> filled = Set.of();
    private boolean filling;

    HostEditor(HostsModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        name = field(Ids.HOST_NAME, UiWords.HOST_NAME, UiWords.HOST_NAME_HELP, HostForm::withName);
        address = field(Ids.HOST_ADDRESS, UiWords.HOST_ADDRESS, UiWords.HOST_ADDRESS_HELP, HostForm::withAddress);
        port = field(Ids.HOST_PORT, UiWords.HOST_PORT, UiWords.HOST_PORT_HELP, HostForm::withPort);
        port.setPrefColumnCount(5);
        port.setMaxWidth(90);
        labels = field(Ids.HOST_LABELS, UiWords.HOST_LABELS, UiWords.HOST_LABELS_HELP, HostForm::withLabels);
        labels.setPromptText("key=value");
        taints = field(Ids.HOST_TAINTS, UiWords.HOST_TAINTS, UiWords.HOST_TAINTS_HELP, HostForm::withTaints);
        taints.setPromptText("key=value:NoSchedule");
        login = choice(
                Ids.HOST_LOGIN,
                UiWords.HOST_LOGIN,
                UiWords.HOST_LOGIN_HELP,
                new LoginNames(model, words),
                HostForm::withLogin);
        via = choice(
                Ids.HOST_VIA,
                UiWords.HOST_VIA,
                UiWords.HOST_VIA_HELP,
                new BastionNames(model, words),
                HostForm::withVia);
        way = new WayFields(model, words, this::edit);
        workersOnly = Parts.label(words.of(UiWords.HOST_WORKERS_ONLY), Styles.NOTE);
        var remove = Parts.small(Ids.HOSTS_REMOVE, words.of(UiWords.HOSTS_REMOVE), model::remove);
        card = new Card("", many, remove);
        layOut();
        card.padded(grid, way.http(), fault);
        getChildren().setAll(card);
        ties.when(this::fill, model.changes(), model.selected());
    }

    /// What is filled in goes to the model; what the model fills in doesn't come back to it.
    private void edit(UnaryOperator<HostForm> change) {
        if (!filling) {
            model.edit(change);
        }
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
        var chips = Parts.row("chips");
        Explained.by(chips, UiWords.HOST_ROLES_HELP);
        for (var role : HostsModel.ROLES) {
            var chip = new ToggleButton(words.of(UiWords.valueOf("ROLE_" + role.name())));
            chip.setId(Ids.HOST_ROLE + role.name().toLowerCase(Locale.ROOT));
            chip.getStyleClass().add(Styles.CHIP);
            chip.setOnAction(_ -> model.edit(host -> host.with(role, chip.isSelected())));
            roles.put(role, chip);
            chips.getChildren().add(chip);
        }
        pair(0, UiWords.HOST_NAME, noted(name, "name"), UiWords.HOST_ROLES, below(chips, workersOnly));
        pair(1, UiWords.HOST_ADDRESS, noted(address, "address"), UiWords.HOST_PORT, noted(port, "port"));
        pair(2, UiWords.HOST_OS, way.os(), UiWords.HOST_LOGIN, noted(login, "login"));
        pair(3, UiWords.HOST_LABELS, noted(labels, "labels"), UiWords.HOST_VIA, noted(via, "via"));
        pair(4, UiWords.HOST_CONNECT, way.connect(), UiWords.HOST_AUTH, noted(way.auth(), "winrm"));
        var tainted = noted(taints, "taints");
        grid.addRow(5, named(UiWords.HOST_TAINTS, tainted), tainted);
    }

    private void pair(int row, UiWords left, Node first, UiWords right, Node second) {
        grid.addRow(row, named(left, first), first, named(right, second), second);
    }

    private Label named(UiWords key, Node field) {
        var label = Parts.label(words.of(key), Styles.FIELD_LABEL);
        label.setLabelFor(field instanceof VBox noted ? noted.getChildren().getFirst() : field);
        // goes when its field goes
        label.visibleProperty().bind(field.visibleProperty());
        label.managedProperty().bind(field.managedProperty());
        return label;
    }

    private static VBox below(Node field, Node note) {
        var both = new VBox(field, note);
        both.getStyleClass().add("noted");
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    /// A field with what is wrong in it below.
    ///
    /// @param part as the setup file calls it
    private Node noted(Control field, String part) {
        var note = FieldNote.silent(field, words);
        notes.put(part, note);
        var both = below(field, note.label());
        both.visibleProperty().bind(field.visibleProperty());
        both.managedProperty().bind(field.managedProperty());
        return both;
    }

    private TextField field(String id, UiWords key, UiWords help, BiFunction<HostForm, String, HostForm> change) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(words.of(key));
        Explained.by(field, help);
        field.textProperty().subscribe((_, now) -> edit(host -> change.apply(host, now)));
        return field;
    }

    private ComboBox<String> choice(
            String id,
            UiWords key,
            UiWords help,
            StringConverter<String> names,
            BiFunction<HostForm, String, HostForm> change) {
        var field = new ComboBox<String>();
        field.setId(id);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(words.of(key));
        Explained.by(field, help);
        field.setConverter(names);
        field.valueProperty().subscribe((_, now) -> {
            if (now != null) {
                edit(host -> change.apply(host, now));
            }
        });
        return field;
    }

    private void fill() {
        var hosts = model.selectedHosts();
        card.setVisible(!hosts.isEmpty());
        card.setManaged(!hosts.isEmpty());
        if (hosts.isEmpty()) {
            filled = Set.of();
            return;
        }
        filling = true;
        var one = hosts.size() == 1;
        card.title().setText(words.of(UiWords.HOSTS_SELECTED, hosts.size()));
        many.setText(one ? "" : words.of(UiWords.HOSTS_APPLY_MANY, hosts.size()));
        name.setDisable(!one);
        address.setDisable(!one);
        port.setPromptText(
                model.common(host -> host.way().port()).map(String::valueOf).orElse(""));
        set(name, HostForm::name);
        set(address, HostForm::address);
        set(port, HostForm::port);
        set(labels, HostForm::labels);
        set(taints, HostForm::taints);
        taints.setVisible(model.takesTaints() || !taints.getText().isEmpty());
        taints.setManaged(taints.isVisible());
        choose(login, model.logins(), HostForm::login);
        choose(via, model.bastions(), HostForm::via);
        via.setVisible(!model.bastions().isEmpty());
        via.setManaged(via.isVisible());
        way.fill();
        fillRoles(hosts);
        fillNotes();
        filling = false;
    }

    private void fillRoles(List<HostForm> hosts) {
        var windows = hosts.stream().anyMatch(host -> host.os() == Os.WINDOWS);
        roles.forEach((role, chip) -> {
            chip.setSelected(model.allHave(role));
            // what is wrong already can be taken back
            chip.setDisable(windows && role != Role.WORKER && !model.anyHas(role));
        });
        workersOnly.setVisible(windows);
        workersOnly.setManaged(windows);
    }

    private void fillNotes() {
        var selected = model.selected().get();
        if (!selected.equals(filled)) {
            var seen = selected.stream().noneMatch(place -> model.isFresh("hosts", place));
            notes.values().forEach(note -> note.begin(seen));
            filled = selected;
        }
        // connect stands in the same line as winrm
        notes.forEach((part, note) -> note.show(
                part.equals("winrm") && model.fault(part).isEmpty() ? model.fault("connect") : model.fault(part)));
        show(model.faultBut(notes.keySet()));
    }

    private static void choices(ComboBox<String> field, List<? extends NamedForm> named) {
        var choices = new ArrayList<>(List.of(""));
        named.forEach(one -> choices.add(one.name()));
        if (!field.getItems().equals(choices)) {
            field.getItems().setAll(choices);
        }
    }

    private void choose(ComboBox<String> field, List<? extends NamedForm> named, Function<HostForm, String> part) {
        choices(field, named);
        field.setValue(model.common(part).orElse(null));
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
