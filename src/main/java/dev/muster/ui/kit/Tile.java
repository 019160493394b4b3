package dev.muster.ui.kit;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/// A box that can be pressed like a button. Decided: not a `Button` with a graphic, because that one asks its graphic
/// for a height without telling the width, so lines that wrap leave a hole; costs the few handlers below.
public final class Tile extends VBox {

    private final Runnable action;

    public Tile(String id, String spoken, Runnable action, Node... content) {
        super(content);
        this.action = action;
        setId(id);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(spoken);
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                fire();
            }
        });
        setOnKeyPressed(press -> {
            if (press.getCode() == KeyCode.SPACE) {
                fire();
                press.consume();
            }
        });
    }

    public void fire() {
        if (!isDisabled()) {
            action.run();
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
        if (wanted == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(wanted, parameters);
        }
    }
}
