package dev.muster.ui.kit;

import java.util.Optional;
import javafx.scene.Node;

/// What F1 says about a control: a text that goes with the node.
public final class Explained {

    private static final String PROPERTY = "muster.explained";

    private Explained() {}

    public static <N extends Node> N by(N node, UiWords key) {
        node.getProperties().put(PROPERTY, key);
        return node;
    }

    /// The explanation of this node, or of the nearest one around it that has any.
    public static Optional<UiWords> at(Node node) {
        for (var here = node; here != null; here = here.getParent()) {
            if (here.getProperties().get(PROPERTY) instanceof UiWords key) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
