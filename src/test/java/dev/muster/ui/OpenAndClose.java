package dev.muster.ui;

import dev.muster.flow.Home;
import dev.muster.flow.Workplace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.stage.Window;

/// A program that opens Muster's window and closes it as soon as it is shown.
final class OpenAndClose {

    private OpenAndClose() {}

    public static void main(String[] folder) throws InterruptedException {
        var home = Path.of(folder[0]);
        Thread.ofPlatform().daemon().start(OpenAndClose::close);
        MusterWindow.show(Workplace.here(new Home(home), home), Map.of(), home);
        System.exit(0);
    }

    private static void close() {
        while (true) {
            try {
                Thread.sleep(100);
                Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
            } catch (IllegalStateException e) {
                // JavaFX isn't up yet
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
