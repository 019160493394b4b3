package dev.muster.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small parts that pages are made of.
public final class Parts {

    private Parts() {}

    public static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label that breaks its lines instead of cutting them.
    public static Label wrapped(String text, String... styles) {
        var label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static Button button(String id, String text, Runnable action, String... styles) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    public static Button small(String id, String text, Runnable action) {
        return button(id, text, action, Styles.SMALL_BUTTON);
    }

    public static Hyperlink link(String id, String text, Runnable action) {
        var link = new Hyperlink(text);
        link.setId(id);
        link.getStyleClass().add(Styles.LINK);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }

    /// The picture of a state, in its colour.
    public static FontIcon icon(Sign sign) {
        var icon = new FontIcon(sign.picture());
        icon.getStyleClass().add(sign.style());
        return icon;
    }

    /// A state as a small rounded sign: picture, words, colour.
    public static Label badge(Sign sign, String text) {
        var badge = label(text, Styles.BADGE, sign.style());
        if (sign != Sign.NONE) {
            badge.setGraphic(icon(sign));
        }
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }

    /// Picture and words in the colour of the state, on no ground.
    public static Label signed(Sign sign, String text, String... styles) {
        var label = label(text, styles);
        label.getStyleClass().add(sign.style());
        if (sign != Sign.NONE) {
            label.setGraphic(icon(sign));
        }
        return label;
    }

    public static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    public static HBox row(String style, Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add(style);
        return row;
    }

    /// A title that is a question or a statement of fact, and one sentence under it.
    public static VBox heading(String title, String sentence) {
        var heading = label(title, Styles.TITLE);
        heading.setId(Ids.PAGE_TITLE);
        return new VBox(heading, wrapped(sentence, Styles.SENTENCE));
    }
}
