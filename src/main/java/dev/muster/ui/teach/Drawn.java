package dev.muster.ui.teach;

import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The boxes that our pictures are made of.
final class Drawn {

    /// What a box stands for, which gives its colour.
    enum Kind {
        PLAIN("drawn-plain"),
        KERNEL("drawn-kernel"),
        APP("drawn-app"),
        FINE("drawn-fine"),
        STRANGE("drawn-strange");

        private final String style;

        Kind(String style) {
            this.style = style;
        }
    }

    /// About the room that a picture has at the smallest width.
    private static final double WHOLE = 680;

    private Drawn() {}

    /// A box with a name, and whatever stands in it below.
    static VBox box(Kind kind, String name, Node... inside) {
        var label = Parts.wrapped(name, Styles.STRONG);
        var box = new VBox(label);
        box.getChildren().addAll(inside);
        box.setAlignment(Pos.TOP_CENTER);
        box.getStyleClass().addAll("drawn", kind.style);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /// A box with a name and one line of what it does.
    static VBox told(Kind kind, String name, String what, Node... inside) {
        var box = box(kind, name);
        box.getChildren().add(Parts.wrapped(what, Styles.NOTE, "centred"));
        box.getChildren().addAll(inside);
        return box;
    }

    static HBox beside(Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add("drawn-row");
        for (var node : nodes) {
            HBox.setHgrow(node, Priority.ALWAYS);
            if (node instanceof Region region) {
                region.setPrefWidth(WHOLE / nodes.length);
                region.setMaxWidth(Double.MAX_VALUE);
            }
        }
        return row;
    }

    static VBox above(Node... nodes) {
        var column = new VBox(nodes);
        column.getStyleClass().add("drawn-column");
        return column;
    }

    static Node caption(String text) {
        return Parts.label(text, Styles.MUTED, Styles.STRONG);
    }
}
