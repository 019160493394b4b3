package dev.muster.ui;

import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Tile;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys that hold on every page: Enter does what the big button says (or what the focused button says), Escape
/// goes to the page's first control, Ctrl+F finds, F1 explains.
final class Keys {

    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+F");
    private static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+S");

    private Keys() {}

    static void on(Scene scene, Runnable save) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.ENTER && pressFocused(scene)) {
                press.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, press -> {
            if (!(scene.getRoot() instanceof Shell shell)) {
                return;
            }
            if (press.getCode() == KeyCode.F1) {
                shell.explain();
            } else if (press.getCode() == KeyCode.ESCAPE) {
                focus(first(shell.shown(), _ -> true));
            } else if (FIND.match(press)) {
                focus(shell.shown().lookup(".finder"));
            } else if (SAVE.match(press)) {
                save.run();
            } else {
                return;
            }
            press.consume();
        });
    }

    private static boolean pressFocused(Scene scene) {
        if (scene.getFocusOwner() instanceof ButtonBase button
                && !Ids.BIG_BUTTON.equals(button.getId())
                && !button.isDisabled()) {
            button.fire();
            return true;
        }
        if (scene.getFocusOwner() instanceof Tile tile) {
            tile.fire();
            return true;
        }
        return false;
    }

    private static void focus(@Nullable Node node) {
        if (node != null) {
            node.requestFocus();
        }
    }

    /// The first control in reading order that takes the focus and is wanted.
    static @Nullable Node first(Node node, Predicate<Node> wanted) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return wanted.test(node) ? node : null;
        }
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            // its content is not among its children before it was drawn for the first time
            return first(scroll.getContent(), wanted);
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                var found = first(child, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
