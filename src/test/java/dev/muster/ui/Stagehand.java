package dev.muster.ui;

import dev.muster.flow.Home;
import dev.muster.flow.Workplace;
import dev.muster.text.Language;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.Preferences.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The window itself on a screen in memory, driven by keys and ids. What is asked in a dialog has ids, too.
public final class Stagehand implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Of the practice hosts: slow enough that a run can be seen under way.
    private static final double SPEED = 4;

    private static final int TRIES = 3;

    private final FxRobot robot = new FxRobot();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Window window;

    Stagehand(Path home) throws TimeoutException {
        this(home, Map.of());
    }

    /// @param home        Muster's folder and the user's own; a second window on the same one finds what the
    ///     first left
    /// @param environment where the setup's secrets are looked up
    public Stagehand(Path home, Map<String, String> environment) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        var place = Workplace.here(new Home(home), home);
        window = ask(() -> MusterWindow.open(place, environment, home, SPEED, () -> closed.set(true)));
        dress(Words.in(Language.EN), Theme.LIGHT);
    }

    Assembly pages() {
        return window.pages();
    }

    Scene scene() {
        return window.scene();
    }

    /// Draws the views anew in this language and theme, and waits until they are laid out.
    void dress(Words words, Theme theme) {
        robot.interact(() -> window.dress(words, theme));
        WaitForAsyncUtils.waitForFxEvents(20);
    }

    /// Puts the focus on a control and types a key.
    public void type(String id, KeyCode key) {
        focus(id);
        robot.type(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// News may make a page anew while a hand is on its way, with another control of the same name: it follows.
    private Node focus(String id) {
        for (var tries = 1; true; tries++) {
            var node = here(id);
            robot.interact(() -> {
                var owner = node.getScene().getWindow();
                robot.targetWindow(owner);
                owner.requestFocus();
                node.requestFocus();
            });
            if (ask(node::isFocused)) {
                return node;
            }
            if (tries == TRIES) {
                throw new AssertionError(id + " doesn't take the focus");
            }
        }
    }

    /// Presses a button, a link or a tile by Enter.
    public void press(String id) {
        type(id, KeyCode.ENTER);
    }

    /// Types keys held together.
    public void chord(KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Types over whatever stands in a field.
    public void write(String id, String text) {
        var node = focus(id);
        chord(KeyCode.CONTROL, KeyCode.A);
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
        var shown = ask(((TextInputControl) node)::getText);
        if (!shown.equals(text)) {
            throw new AssertionError(id + " took " + shown + " for " + text);
        }
    }

    /// Copies a text somewhere else and pastes it into a field.
    public void paste(String id, String text) {
        robot.interact(() -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        focus(id);
        chord(KeyCode.CONTROL, KeyCode.V);
    }

    /// The page's button, once it is open.
    public void enter() {
        until("the page's button opens", this::open);
        press(Ids.BIG_BUTTON);
    }

    public boolean open() {
        return find(Ids.BIG_BUTTON).map(button -> !button.isDisabled()).orElse(false);
    }

    public String text(String id) {
        return ask(() -> find(id).map(node -> ((Labeled) node).getText()).orElse(""));
    }

    private static List<String> textsIn(Node node) {
        return node.lookupAll(".text").stream()
                .filter(text -> text instanceof Text && isShown(text))
                .map(text -> ((Text) text).getText())
                .toList();
    }

    /// All that is said in the window and in a dialog before it.
    public String shown() {
        return ask(() -> scenes().map(scene -> String.join("\n", textsIn(scene.getRoot())))
                .collect(Collectors.joining("\n")));
    }

    Optional<Node> find(String id) {
        return Optional.ofNullable(ask(() -> scenes().map(scene -> scene.lookup("#" + id))
                .filter(node -> node != null && isShown(node))
                .findFirst()
                .orElse(null)));
    }

    /// Whether it is there and can be seen.
    public boolean has(String id) {
        return find(id).isPresent();
    }

    private Node here(String id) {
        until(id + " is there", () -> find(id).isPresent());
        return find(id).orElseThrow();
    }

    private static boolean isShown(Node node) {
        for (var here = node; here != null; here = here.getParent()) {
            if (!here.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// The newest window first: a dialog stands before the window that it belongs to.
    private static Stream<Scene> scenes() {
        return List.copyOf(javafx.stage.Window.getWindows()).reversed().stream()
                .filter(javafx.stage.Window::isShowing)
                .map(javafx.stage.Window::getScene)
                .filter(Objects::nonNull);
    }

    /// The first button or link whose id begins so and that is there to be pressed.
    public Optional<String> first(String beginning) {
        return ask(() -> scene().getRoot().lookupAll("*").stream()
                .filter(ButtonBase.class::isInstance)
                .filter(node -> node.getId() != null && node.getId().startsWith(beginning))
                .filter(node -> isShown(node) && !node.isDisabled() && node.getScene() != null)
                .map(Node::getId)
                .findFirst());
    }

    PageId page() {
        return ask(() -> pages().wizard().current().get());
    }

    /// Waits for a page by the name that the rooms have: `reach`, `fits`.
    public void untilPage(String name) {
        until("the page " + name, () -> page() == PageId.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    public void until(String what, BooleanSupplier reached) {
        until(what, PATIENCE, reached);
    }

    public void until(String what, Duration patience, BooleanSupplier reached) {
        try {
            Awaitility.await(what).atMost(patience).until(() -> ask(reached::getAsBoolean));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not within " + patience + ": " + what + "; the window shows:\n" + shown(), e);
        }
    }

    <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), question);
    }

    /// What the cross in the window's corner does. A dialog may come first.
    public void leave() {
        WaitForAsyncUtils.asyncFx(() -> {
            var stage = (Stage) scene().getWindow();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        robot.interact(() -> scene().getWindow().hide());
        Awaitility.await("the window is closed").atMost(PATIENCE).until(this::isClosed);
    }
}
