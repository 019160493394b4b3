package dev.muster.ui;

import dev.muster.flow.Home;
import dev.muster.flow.Workplace;
import dev.muster.setup.secrets.Asker;
import dev.muster.setup.secrets.Secrets;
import dev.muster.text.Language;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Mailbox;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.Preferences.Theme;
import dev.muster.ui.work.RoomDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The window on a stage in memory, driven by keys and ids.
final class Stagehand implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Of the practice hosts: slow enough that a run can be seen under way.
    private static final double SPEED = 4;

    private final FxRobot robot = new FxRobot();
    private final Desktop desktop;
    private final Assembly pages;
    private final Stage stage;
    private final Scene scene;
    private Ties ties = new Ties();

    Stagehand(Path home) throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        var errands = Errands.through(new Mailbox());
        var place = Workplace.here(new Home(home), home);
        var desk = new RoomDesk(place, new Secrets(Map.of(), Asker.NOBODY), home);
        desktop = new Desktop(place, errands, desk, new NoChoices(), SPEED);
        pages = ask(() -> {
            Look.loadFaces();
            var made = new Assembly(place, errands, desk, desktop);
            desktop.serve(made);
            return made;
        });
        scene = ask(() -> {
            var empty = new Scene(new Region(), 1280, 800);
            Look.dress(empty);
            Keys.on(empty, desktop::save);
            stage.setScene(empty);
            stage.show();
            return empty;
        });
        dress(Words.in(Language.EN), Theme.LIGHT);
    }

    Assembly pages() {
        return pages;
    }

    Scene scene() {
        return scene;
    }

    /// Draws the views anew in this language and theme, and waits until they are laid out.
    void dress(Words words, Theme theme) {
        robot.interact(() -> {
            Look.theme(theme);
            ties.close();
            ties = new Ties();
            var shell = pages.shell(words, new NoVerbs(), ties);
            scene.setRoot(shell);
            shell.greet();
        });
        WaitForAsyncUtils.waitForFxEvents(20);
    }

    /// Puts the focus on a control and types a key.
    void type(String id, KeyCode key) {
        var node = find(id).orElseThrow(() -> new AssertionError("nothing is called " + id));
        robot.interact(node::requestFocus);
        robot.interact(() -> {
            if (!node.isFocused()) {
                throw new AssertionError(id + " doesn't take the focus");
            }
        });
        robot.type(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Types keys held together.
    void chord(KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void write(String id, String text) {
        robot.interact(find(id).orElseThrow()::requestFocus);
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Enter, wherever the focus is: the page's button, once it is open.
    void enter() {
        until("the page's button opens", this::open);
        type(Ids.BIG_BUTTON, KeyCode.ENTER);
    }

    boolean open() {
        return find(Ids.BIG_BUTTON).map(button -> !button.isDisabled()).orElse(false);
    }

    String text(String id) {
        return ask(() -> find(id).map(node -> ((Labeled) node).getText()).orElse(""));
    }

    Optional<Node> find(String id) {
        return Optional.ofNullable(ask(() -> scene.lookup("#" + id)));
    }

    /// The first button or link whose id begins so and that is there to be pressed.
    Optional<String> first(String beginning) {
        return ask(() -> scene.getRoot().lookupAll("*").stream()
                .filter(ButtonBase.class::isInstance)
                .filter(node -> node.getId() != null && node.getId().startsWith(beginning))
                .filter(node -> node.isVisible() && !node.isDisabled() && node.getScene() != null)
                .map(Node::getId)
                .findFirst());
    }

    PageId page() {
        return ask(() -> pages.wizard().current().get());
    }

    void until(String what, BooleanSupplier reached) {
        Awaitility.await(what).atMost(PATIENCE).until(() -> ask(reached::getAsBoolean));
    }

    <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), question);
    }

    @Override
    public void close() throws IOException {
        desktop.close();
        robot.interact(() -> {
            ties.close();
            stage.hide();
        });
    }

    /// Nobody chooses a file in a test of the pages.
    private static final class NoChoices implements Desktop.Choices {
        @Override
        public Optional<Path> open(UiWords title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(UiWords title, String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(UiWords title) {
            return Optional.empty();
        }

        @Override
        public Language language() {
            return Language.EN;
        }
    }

    private static final class NoVerbs implements TopBar.Verbs {
        @Override
        public void otherLanguage() {}

        @Override
        public void otherTheme() {}

        @Override
        public void help() {}

        @Override
        public void save() {}
    }
}
