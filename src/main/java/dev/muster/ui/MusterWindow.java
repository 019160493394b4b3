package dev.muster.ui;

import dev.muster.flow.Workplace;
import dev.muster.setup.secrets.Secrets;
import dev.muster.text.Language;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.kit.Mailbox;
import dev.muster.ui.work.PreferencesFile;
import dev.muster.ui.work.RoomDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;

/// The door of the room: opens the window and waits until it is closed.
public final class MusterWindow {

    /// What came of it.
    public enum Shown {
        CLOSED,
        /// there is no display to open a window on
        NO_DISPLAY
    }

    /// Held here, because a logger that nobody holds forgets what it was told.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private MusterWindow() {}

    /// Opens the window and returns when it was closed; call it from `main`, once a process. A run that was under
    /// way may be going on at its hosts then: ending the process leaves it there, to be resumed.
    ///
    /// @param environment Muster's own: where secrets of setup files are looked up
    /// @param folder      what relative paths start from in a setup that isn't a file yet
    public static Shown show(Workplace place, Map<String, String> environment, Path folder)
            throws InterruptedException {
        var closed = new CountDownLatch(1);
        try {
            JAVAFX.setFilter(MusterWindow::matters);
            Platform.startup(() -> open(place, environment, folder, 1, closed::countDown));
        } catch (UnsupportedOperationException e) {
            return Shown.NO_DISPLAY;
        }
        closed.await();
        Platform.exit();
        return Shown.CLOSED;
    }

    /// JavaFX warns when it is started from a class path, as we start it from a jar; it works.
    private static boolean matters(LogRecord record) {
        return !String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX configuration");
    }

    /// Opens a window; call it on the window's thread.
    ///
    /// @param practiceSpeed 1: as a person can follow it
    static Window open(
            Workplace place, Map<String, String> environment, Path folder, double practiceSpeed, Runnable closed) {
        Platform.setImplicitExit(false);
        Look.loadFaces();
        var mailbox = new Mailbox();
        var errands = Errands.through(mailbox);
        var file = new PreferencesFile(place.home().settings());
        var preferences = file.read(Language.of(Locale.getDefault()));
        var window = new Window(errands, preferences, file);
        var secrets = new Secrets(environment, window.asker());
        var desk = new RoomDesk(place, secrets, folder);
        var desktop = new Desktop(place, errands, desk, window, practiceSpeed);
        // away from the window's thread: a line that is being opened may be waiting for an answer from there
        window.open(
                new Assembly(place, errands, desk, desktop),
                desktop,
                () -> Thread.ofVirtual().name("closing").start(() -> close(desktop, secrets, closed)));
        return window;
    }

    private static void close(Desktop desktop, Secrets secrets, Runnable closed) {
        try {
            desktop.close();
            secrets.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the practice's folder could not be removed", e);
        } finally {
            closed.run();
        }
    }
}
