package dev.muster.ui;

import dev.muster.base.Key;
import dev.muster.base.Secret;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// The few questions that stop everything else: a password, how to stop a run, leaving during one.
final class Questions {

    /// How a run is to be stopped.
    enum Stop {
        NOW,
        AFTER,
        NOT
    }

    private final Window owner;
    private Optional<Alert> asking = Optional.empty();

    Questions(Window owner) {
        this.owner = owner;
    }

    Stop stop(Words words, long running) {
        var now = new ButtonType(words.of(UiWords.STOP_NOW), ButtonData.OTHER);
        var after = new ButtonType(words.of(UiWords.STOP_AFTER), ButtonData.OK_DONE);
        var not = new ButtonType(words.of(UiWords.STOP_NOT), ButtonData.CANCEL_CLOSE);
        var alert = alert(words, UiWords.STOP_TITLE, List.of(now, after, not));
        called(alert, now, Ids.STOP_NOW);
        called(alert, after, Ids.STOP_AFTER);
        called(alert, not, Ids.STOP_NOT);
        alert.setContentText(words.of(UiWords.STOP_WHAT, running));
        var answer = wait(alert).orElse(not);
        return answer == now ? Stop.NOW : answer == after ? Stop.AFTER : Stop.NOT;
    }

    boolean leave(Words words) {
        var leave = new ButtonType(words.of(UiWords.LEAVE_DO), ButtonData.OTHER);
        var stay = new ButtonType(words.of(UiWords.LEAVE_NOT), ButtonData.CANCEL_CLOSE);
        var alert = alert(words, UiWords.LEAVE_TITLE, List.of(leave, stay));
        called(alert, leave, Ids.LEAVE_DO);
        called(alert, stay, Ids.LEAVE_NOT);
        alert.setContentText(words.of(UiWords.LEAVE_WHAT));
        return wait(alert).orElse(stay) == leave;
    }

    /// @param of as the setup file calls it: `logins.ops.password`
    Optional<Secret> secret(Words words, String of) {
        var use = new ButtonType(words.of(UiWords.ASK_PASSWORD_OK), ButtonData.OK_DONE);
        var without = new ButtonType(words.of(UiWords.ASK_PASSWORD_NO), ButtonData.CANCEL_CLOSE);
        var alert = alert(words, UiWords.ASK_PASSWORD_TITLE, List.of(use, without));
        called(alert, use, Ids.ASKED_USE);
        called(alert, without, Ids.ASKED_WITHOUT);
        var field = new PasswordField();
        field.setId(Ids.ASKED_SECRET);
        field.setAccessibleText(words.of(UiWords.ASK_PASSWORD_FIELD));
        var label = new Label(words.of(UiWords.ASK_PASSWORD_WHAT, SecretNames.of(of)));
        label.setWrapText(true);
        label.setLabelFor(field);
        var box = new VBox(label, field);
        box.getStyleClass().add("inner");
        alert.getDialogPane().setContent(box);
        alert.setOnShown(_ -> field.requestFocus());
        var answer = wait(alert);
        var text = field.getText();
        return answer.filter(use::equals).filter(_ -> !text.isEmpty()).map(_ -> Secret.of(text));
    }

    /// Takes back the question that waits for an answer; it is answered with no.
    void close() {
        asking.ifPresent(Alert::close);
    }

    private Optional<ButtonType> wait(Alert alert) {
        asking = Optional.of(alert);
        try {
            return alert.showAndWait();
        } finally {
            asking = Optional.empty();
        }
    }

    private static void called(Alert alert, ButtonType answer, String id) {
        alert.getDialogPane().lookupButton(answer).setId(id);
    }

    private Alert alert(Words words, Key title, List<ButtonType> answers) {
        var alert = new Alert(Alert.AlertType.NONE);
        alert.initOwner(owner);
        alert.setTitle(words.of(title));
        alert.setHeaderText(words.of(title));
        alert.getButtonTypes().setAll(answers);
        alert.getDialogPane().getStylesheets().setAll(Look.sheet());
        alert.getDialogPane().getStyleClass().add("question");
        return alert;
    }
}
