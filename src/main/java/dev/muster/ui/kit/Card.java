package dev.muster.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A box with a line around it: a head with a title and what can be done, and a body.
public final class Card extends VBox {

    private final HBox head;
    private final Label title;

    public Card(String title, Node... actions) {
        this.title = Parts.label(title, Styles.STRONG);
        head = Parts.row(Styles.HEAD, this.title, Parts.gap());
        head.getChildren().addAll(actions);
        getStyleClass().add(Styles.CARD);
        getChildren().add(head);
    }

    /// Sets what is below the head; one node that may grow.
    public Card body(Node body) {
        getChildren().setAll(head, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        return this;
    }

    /// Sets what is below the head, padded.
    public Card padded(Node... nodes) {
        var body = new VBox(nodes);
        body.getStyleClass().add(Styles.BODY);
        return body(body);
    }

    public HBox head() {
        return head;
    }

    public Label title() {
        return title;
    }
}
