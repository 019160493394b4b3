package dev.muster.ui;

import dev.muster.base.Key;
import dev.muster.text.Language;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// What is wrong with a page as it is drawn, for somebody who listens, types, or reads another language.
final class Inspection {

    private static final int SHOWN = 60;

    private Inspection() {}

    /// Controls that take the focus and have no name for a screen reader.
    static List<String> nameless(Scene scene) {
        var named = new HashSet<Node>();
        walk(scene.getRoot(), node -> {
            if (node instanceof Label label && label.getLabelFor() != null) {
                named.add(label.getLabelFor());
            }
        });
        var wrong = new ArrayList<String>();
        walk(scene.getRoot(), node -> {
            if (node.isFocusTraversable()
                    && !(node instanceof Cell)
                    && !named.contains(node)
                    && name(node).isBlank()) {
                wrong.add(describe(node));
            }
        });
        return wrong;
    }

    private static String name(Node node) {
        var spoken = node.getAccessibleText();
        if (spoken != null && !spoken.isBlank()) {
            return spoken;
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    /// Ids that more than one control has.
    static List<String> doubled(Scene scene) {
        var seen = new HashSet<String>();
        var wrong = new ArrayList<String>();
        walk(scene.getRoot(), node -> {
            if (node.getId() != null && node.isFocusTraversable() && !seen.add(node.getId())) {
                wrong.add(node.getId());
            }
        });
        return wrong;
    }

    /// Words that are cut off: by an ellipsis, by a field that is narrower than its prompt, by the window's edge.
    /// What a host or an admin wrote may be longer than its column.
    static List<String> clipped(Scene scene) {
        var wrong = new ArrayList<String>();
        walk(scene.getRoot(), node -> {
            if (node instanceof Labeled labeled && isHigherThanItsRow(labeled)) {
                wrong.add(describe(node) + " stands over its row: " + labeled.getText());
            }
            if (asIs(node) && !node.getStyleClass().contains(Styles.FINGERPRINT)) {
                return;
            }
            if (node instanceof Labeled labeled && isShortened(labeled)) {
                wrong.add(describe(node) + " doesn't show all of " + labeled.getText());
            } else if (node instanceof TextField field && isTooNarrow(field)) {
                wrong.add(describe(node) + " doesn't show all of " + field.getPromptText());
            } else if (node instanceof Text text && isBeyond(text, scene)) {
                wrong.add(describe(node) + " goes over the edge: " + text.getText());
            }
        });
        return wrong;
    }

    private static boolean isShortened(Labeled labeled) {
        return labeled.getText() != null
                && labeled.lookup(".text") instanceof Text drawn
                && !drawn.getText().equals(labeled.getText())
                && (drawn.getText().isEmpty() || drawn.getText().endsWith(labeled.getEllipsisString()));
    }

    private static boolean isHigherThanItsRow(Labeled labeled) {
        return !(labeled instanceof Cell)
                && labeled.isManaged()
                && labeled.getParent() instanceof Pane row
                && labeled.getHeight() > row.getHeight() + 1;
    }

    private static boolean isTooNarrow(TextField field) {
        var prompt = new Text(field.getPromptText());
        prompt.setFont(field.getFont());
        var room = field.getWidth()
                - field.getInsets().getLeft()
                - field.getInsets().getRight();
        return field.getText().isEmpty() && prompt.getLayoutBounds().getWidth() > room;
    }

    private static boolean isBeyond(Text text, Scene scene) {
        var place = text.localToScene(text.getLayoutBounds());
        return place.getWidth() > 0 && (place.getMinX() < 0 || place.getMaxX() > scene.getWidth());
    }

    /// Texts that didn't come through the words: those outside of ⟦…⟧, while the page speaks [#bracketed].
    static List<String> outside(Scene scene) {
        var wrong = new ArrayList<String>();
        walk(scene.getRoot(), node -> {
            if (node instanceof Text text && !asIs(node) && !typed(node)) {
                var shown = text.getText().strip();
                if (!shown.isEmpty() && !shown.startsWith("⟦")) {
                    wrong.add(describe(node) + " shows " + shown);
                }
            }
        });
        return wrong;
    }

    /// A language in which every text stands in brackets.
    static Words bracketed() {
        var english = Words.in(Language.EN);
        return new Words() {
            @Override
            public String of(Key key, Object... arguments) {
                return put(english.of(key, arguments));
            }

            @Override
            public String of(dev.muster.base.Text text) {
                return put(english.of(text));
            }

            @Override
            public Language language() {
                return Language.EN;
            }

            private String put(String text) {
                return text.isEmpty() ? "" : "⟦" + text + "⟧";
            }
        };
    }

    private static boolean asIs(Node node) {
        for (var here = node; here != null; here = here.getParent()) {
            if (here.getStyleClass().contains(Styles.AS_IS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean typed(Node node) {
        for (var here = node; here != null; here = here.getParent()) {
            if (here instanceof TextInputControl || here instanceof ComboBoxBase) {
                return true;
            }
        }
        return node instanceof org.kordamp.ikonli.javafx.FontIcon;
    }

    private static void walk(Node node, Consumer<Node> look) {
        if (!node.isVisible()) {
            return;
        }
        look.accept(node);
        if (node instanceof ScrollPane scroll && scroll.getContent() != null && scroll.getSkin() == null) {
            walk(scroll.getContent(), look);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, look));
        }
    }

    private static String describe(Node node) {
        var where = new StringBuilder();
        for (var here = node; here != null && where.length() < SHOWN; here = here.getParent()) {
            where.append(here.getId() == null ? here.getClass().getSimpleName() : "#" + here.getId())
                    .append(" < ");
        }
        return where.toString();
    }
}
