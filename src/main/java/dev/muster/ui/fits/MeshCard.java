package dev.muster.ui.fits;

import dev.muster.assess.host.MeshCell;
import dev.muster.assess.host.MeshMatrix;
import dev.muster.base.HostName;
import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The network between the hosts as a card: what is wrong first, then who gets through to whom.
final class MeshCard extends VBox {

    private final MeshModel model;
    private final Words words;
    private final Label sentence = Parts.wrapped("", Styles.NOTE);
    private final VBox wrong = new VBox();
    private final GridPane grid = new GridPane();

    MeshCard(MeshModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("fits-mesh");
        setMinHeight(USE_PREF_SIZE);
        sentence.setId("fits-mesh-sentence");
        wrong.getStyleClass().add(Styles.INNER);
        grid.getStyleClass().add(Styles.MATRIX);
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(USE_PREF_SIZE);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().setAll(new Card(words.of(UiWords.MESH_TITLE)).padded(sentence, wrong, scroll));
        fill();
    }

    void fill() {
        setVisible(model.begun());
        setManaged(isVisible());
        var matrix = model.matrix();
        sentence.setText(words.of(model.sentence(matrix)));
        wrong.getChildren().setAll(model.wrong(matrix).stream().map(this::pair).toList());
        grid.getChildren().clear();
        table(matrix);
    }

    private Node pair(MeshCell cell) {
        var sign = MeshModel.sign(cell.state());
        var head = Parts.signed(sign, cell.source() + " → " + cell.target(), Styles.STRONG, Styles.AS_IS);
        return new VBox(head, Parts.wrapped(troubles(cell), Styles.BODY));
    }

    private String troubles(MeshCell cell) {
        return cell.troubles().stream().map(words::of).collect(Collectors.joining("\n"));
    }

    private void table(MeshMatrix matrix) {
        var hosts = model.hosts(matrix);
        if (hosts.isEmpty()) {
            return;
        }
        grid.add(box(Parts.label(words.of(UiWords.MESH_FROM_TO), Styles.MUTED, Styles.STRONG)), 0, 0);
        for (var at = 0; at < hosts.size(); at++) {
            grid.add(box(name(hosts.get(at))), at + 1, 0);
            grid.add(box(name(hosts.get(at))), 0, at + 1);
        }
        for (var row = 0; row < hosts.size(); row++) {
            for (var column = 0; column < hosts.size(); column++) {
                var source = hosts.get(row);
                var target = hosts.get(column);
                var place = matrix.cell(source, target).map(this::sign).orElseGet(() -> new Label(""));
                grid.add(box(place), column + 1, row + 1);
            }
        }
    }

    private Label sign(MeshCell cell) {
        var sign = MeshModel.sign(cell.state());
        var label = Parts.signed(sign, "");
        var spoken = cell.source() + " → " + cell.target() + ": "
                + (sign == Sign.FITS ? words.of(sign.word()) : troubles(cell));
        label.setAccessibleText(spoken);
        label.setTooltip(new Tooltip(spoken));
        return label;
    }

    private static Label name(HostName host) {
        return Parts.label(host.value(), Styles.STRONG, Styles.AS_IS);
    }

    private static Node box(Node node) {
        return Parts.row(Styles.CELL, node);
    }
}
