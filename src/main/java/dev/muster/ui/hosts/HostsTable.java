package dev.muster.ui.hosts;

import dev.muster.setup.Os;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

/// The table of hosts: sorted by a click on a column, copied as text, deleted by key.
final class HostsTable extends TableView<HostRow> {

    private static final double ROW = 35;

    private final HostsModel model;
    private final Words words;
    private final TableColumn<HostRow, HostRow> via;
    private boolean choosing;

    HostsTable(HostsModel model, Words words) {
        this.model = model;
        this.words = words;
        setId(Ids.HOSTS_TABLE);
        setAccessibleText(words.of(UiWords.HOSTS_TABLE));
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(Parts.wrapped(words.of(UiWords.HOSTS_NO_MATCH), Styles.MUTED));
        via = column(UiWords.COLUMN_VIA, 120, HostRow::via, HostsTable::via);
        via.setVisible(false);
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getColumns()
                .setAll(List.of(
                        column(UiWords.COLUMN_NAME, 200, row -> row.host().name(), this::name),
                        column(UiWords.COLUMN_ADDRESS, 190, row -> row.host().shownAddress(), HostsTable::address),
                        column(
                                UiWords.COLUMN_SYSTEM,
                                100,
                                row -> row.host().os().name(),
                                this::system),
                        column(UiWords.COLUMN_ROLES, 300, HostsTable::roleNames, this::roles),
                        column(UiWords.COLUMN_LOGIN, 180, HostRow::user, this::login),
                        via));
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<HostRow>) _ -> tellSelection());
        setOnKeyPressed(press -> {
            if (press.getCode() == KeyCode.DELETE) {
                model.remove();
            } else if (KeyCombination.valueOf("Shortcut+C").match(press)) {
                copy();
            }
        });
    }

    /// The column of bastions is there when there are any.
    void showBastions(boolean any) {
        via.setVisible(any);
    }

    private static void via(HostRow row, HBox box) {
        box.getChildren().setAll(Parts.label(row.via(), Styles.AS_IS));
    }

    /// Selects the rows at these places of the setup's list.
    void choose(Set<Integer> places) {
        if (selectedPlaces().equals(places)) {
            return;
        }
        choosing = true;
        getSelectionModel().clearSelection();
        for (var row : getItems()) {
            if (places.contains(row.place())) {
                getSelectionModel().select(row);
            }
        }
        choosing = false;
    }

    private void tellSelection() {
        if (!choosing) {
            model.select(selectedPlaces());
        }
    }

    private Set<Integer> selectedPlaces() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(HostRow::place)
                .collect(Collectors.toSet());
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(getSelectionModel().getSelectedItems().stream()
                .map(HostRow::asText)
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private TableColumn<HostRow, HostRow> column(
            UiWords title, double width, Function<HostRow, String> key, BiConsumer<HostRow, HBox> fill) {
        var column = new TableColumn<HostRow, HostRow>(words.of(title));
        column.setPrefWidth(width);
        column.setComparator((a, b) -> key.apply(a).compareTo(key.apply(b)));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new RowCell(key, fill));
        return column;
    }

    private void name(HostRow row, HBox box) {
        var label = Parts.label(row.host().name(), Styles.STRONG, Styles.AS_IS);
        if (!row.faults().isEmpty()) {
            label.setGraphic(Parts.icon(Sign.STOPS));
        }
        box.getChildren().setAll(label);
    }

    private static void address(HostRow row, HBox box) {
        box.getChildren().setAll(Parts.label(row.host().shownAddress(), Styles.MONO, Styles.AS_IS));
    }

    private void system(HostRow row, HBox box) {
        box.getChildren()
                .setAll(new Label(words.of(row.host().os() == Os.WINDOWS ? UiWords.OS_WINDOWS : UiWords.OS_LINUX)));
    }

    private void roles(HostRow row, HBox box) {
        box.getChildren()
                .setAll(row.host().roles().stream()
                        .map(role -> Parts.label(words.of(UiWords.valueOf("ROLE_" + role.name())), Styles.CHIP))
                        .toList());
    }

    private static String roleNames(HostRow row) {
        return row.host().roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private void login(HostRow row, HBox box) {
        box.getChildren()
                .setAll(
                        row.user().isEmpty()
                                ? Parts.label(words.of(UiWords.LOGIN_DEFAULT), Styles.MUTED)
                                : Parts.label(row.user(), Styles.AS_IS));
    }

    /// A cell that owns one box and fills it.
    private static final class RowCell extends TableCell<HostRow, HostRow> {

        private final HBox box = new HBox();
        private final Function<HostRow, String> spoken;
        private final BiConsumer<HostRow, HBox> fill;

        private RowCell(Function<HostRow, String> spoken, BiConsumer<HostRow, HBox> fill) {
            this.spoken = spoken;
            this.fill = fill;
            box.getStyleClass().add("cell-box");
        }

        @Override
        protected void updateItem(HostRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                fill.accept(row, box);
                setGraphic(box);
                setAccessibleText(spoken.apply(row));
            }
        }
    }
}
