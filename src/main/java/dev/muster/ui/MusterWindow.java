package dev.muster.ui;

import dev.muster.flow.Workplace;
import dev.muster.setup.secrets.Secrets;
import dev.muster.text.Language;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.kit.Mailbox;
import dev.muster.ui.work.PreferencesFile;
import dev.muster.ui.work.RoomDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// The door of the room: opens the window and waits until it is closed.
public final class MusterWindow {

    /// What came of it.
    public enum Shown {
        CLOSED,
        /// there is no display to open a window on
        NO_DISPLAY
    }

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
            Platform.startup(() -> open(place, environment, folder, closed));
        } catch (UnsupportedOperationException e) {
            return Shown.NO_DISPLAY;
        }
        closed.await();
        Platform.exit();
        return Shown.CLOSED;
    }

    private static void open(Workplace place, Map<String, String> environment, Path folder, CountDownLatch closed) {
        Platform.setImplicitExit(false);
        Look.loadFaces();
        var mailbox = new Mailbox();
        var errands = Errands.through(mailbox);
        var file = new PreferencesFile(place.home().settings());
        var preferences = file.read(Language.of(Locale.getDefault()));
        var window = new Window(errands, preferences, file);
        var secrets = new Secrets(environment, window.asker());
        var desk = new RoomDesk(place, secrets, folder);
        var desktop = new Desktop(place, errands, desk, window, 1);
        window.open(new Assembly(place, errands, desk, desktop), desktop, () -> {
            try {
                desktop.close();
                secrets.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("the practice's folder could not be removed", e);
            } finally {
                closed.countDown();
            }
        });
    }
}
