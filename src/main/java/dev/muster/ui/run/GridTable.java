package dev.muster.ui.run;

import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/// One row a host, one column a phase, and at the end what can be done about a step that failed.
final class GridTable extends TableView<GridRow> {

    private static final double ROW = 35;
    private static final double HEAD = 40;
    private static final int ROWS_SHOWN = 6;

    private final RunModel model;
    private final Words words;

    GridTable(RunModel model, Words words) {
        this.model = model;
        this.words = words;
        setId(Ids.RUN_GRID);
        setAccessibleText(words.of(UiWords.RUN_GRID));
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setPlaceholder(Parts.wrapped(words.of(UiWords.RUN_NONE_WHAT), Styles.MUTED));
        setMinHeight(HEAD + ROW);
    }

    /// Columns for another plan.
    void columns() {
        var columns = new ArrayList<TableColumn<GridRow, ?>>();
        columns.add(column(words.of(UiWords.RUN_HOST_COLUMN), this::host));
        var at = 0;
        for (var phase : model.plan().orElseThrow().phases()) {
            var place = at++;
            columns.add(column(words.of(phase.title()), (row, box) -> state(row, place, box)));
        }
        columns.add(column("", this::actions));
        getColumns().setAll(columns);
    }

    /// Replaces the rows that changed: selection and scroll stay.
    void show(List<GridRow> rows) {
        if (getItems().size() == rows.size()) {
            for (var at = 0; at < rows.size(); at++) {
                if (!getItems().get(at).equals(rows.get(at))) {
                    getItems().set(at, rows.get(at));
                }
            }
        } else {
            getItems().setAll(rows);
        }
        setPrefHeight(HEAD + ROW * Math.max(1, Math.min(ROWS_SHOWN, rows.size())));
        setMinHeight(getPrefHeight());
        setMaxHeight(getPrefHeight());
    }

    private void host(GridRow row, HBox box) {
        box.getChildren().setAll(Parts.label(row.host().value(), Styles.STRONG, Styles.AS_IS));
    }

    private void state(GridRow row, int place, HBox box) {
        if (place >= row.cells().size()) {
            box.getChildren().clear();
            return;
        }
        var cell = row.cells().get(place);
        box.getChildren()
                .setAll(
                        cell.sign() == Sign.NONE
                                ? Parts.label("·", Styles.MUTED, Styles.AS_IS)
                                : Parts.signed(cell.sign(), words.of(cell.text())));
    }

    private void actions(GridRow row, HBox box) {
        box.getChildren().clear();
        if (row.failed().isEmpty() || !model.underWay()) {
            return;
        }
        var id = row.host().value().replace('.', '-');
        var retry = Parts.link(Ids.RUN_RETRY + id, words.of(UiWords.RUN_RETRY), () -> model.retry(row.failed()));
        retry.setAccessibleText(words.of(UiWords.RUN_RETRY_SPOKEN, row.host()));
        var skip = Parts.link(Ids.RUN_SKIP + id, words.of(UiWords.RUN_SKIP), () -> model.skip(row.failed()));
        skip.setAccessibleText(words.of(UiWords.RUN_SKIP_SPOKEN, row.host()));
        box.getChildren().setAll(retry, Parts.label("·", Styles.MUTED, Styles.AS_IS), skip);
    }

    private interface Fill {
        void fill(GridRow row, HBox box);
    }

    private TableColumn<GridRow, GridRow> column(String title, Fill fill) {
        var column = new TableColumn<GridRow, GridRow>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new RowCell(fill));
        return column;
    }

    private static final class RowCell extends TableCell<GridRow, GridRow> {

        private final HBox box = Parts.row("cell-box");
        private final Fill fill;

        private RowCell(Fill fill) {
            this.fill = fill;
        }

        @Override
        protected void updateItem(GridRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
            } else {
                fill.fill(row, box);
                setGraphic(box);
            }
        }
    }
}
