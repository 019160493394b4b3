package dev.muster.ui;

import dev.muster.run.StepState;
import dev.muster.setup.secrets.Asker;
import dev.muster.text.Language;
import dev.muster.ui.kit.Errands;
import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.Preferences;
import dev.muster.ui.work.Preferences.Theme;
import dev.muster.ui.work.PreferencesFile;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// The one window: its scene, language and theme, the questions that it asks.
final class Window implements Desktop.Choices {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 680;

    private final Errands errands;
    private final PreferencesFile file;
    private final Stage stage = new Stage();
    private final Scene scene = new Scene(new Region(), WIDTH, HEIGHT);
    private final Questions questions = new Questions(stage);
    private Preferences preferences;
    private Words words;
    private Ties ties = new Ties();
    private Optional<Assembly> assembly = Optional.empty();
    private Runnable redraw = () -> {};

    /// Nobody is there to be asked any more.
    private boolean gone;

    Window(Errands errands, Preferences preferences, PreferencesFile file) {
        this.errands = errands;
        this.preferences = preferences;
        this.file = file;
        words = Words.in(preferences.language());
        Look.dress(scene);
    }

    Asker asker() {
        return new WindowAsker(
                errands,
                () -> assembly.map(pages -> pages.work().command()).orElse(""),
                field -> gone ? Optional.empty() : questions.secret(words, field));
    }

    void open(Assembly pages, Desktop desktop, Runnable closed) {
        assembly = Optional.of(pages);
        redraw = () -> draw(pages, desktop);
        desktop.serve(pages);
        pages.run().onStop(() -> stop(pages));
        Look.theme(preferences.theme());
        redraw.run();
        Keys.on(scene, desktop::save);
        stage.setTitle(words.of(UiWords.APP_NAME));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setOnCloseRequest(request -> {
            if (pages.underWay().isPresent() && !questions.leave(words)) {
                request.consume();
            }
        });
        stage.setOnHidden(_ -> {
            gone = true;
            questions.close();
            closed.run();
        });
        stage.show();
        greet();
    }

    Scene scene() {
        return scene;
    }

    /// What is under the pages, once it was opened.
    Assembly pages() {
        return assembly.orElseThrow(() -> new IllegalStateException("not opened yet"));
    }

    /// Draws everything anew in these words and this theme, and keeps neither.
    void dress(Words newWords, Theme theme) {
        words = newWords;
        Look.theme(theme);
        redraw.run();
    }

    private void stop(Assembly pages) {
        switch (questions.stop(words, pages.run().count(StepState.RUNNING))) {
            case NOW -> pages.run().stopNow();
            case AFTER -> pages.run().stopAfter();
            case NOT -> {}
        }
    }

    /// Draws the views in the language of the day; the models stay.
    private void draw(Assembly pages, Desktop desktop) {
        ties.close();
        ties = new Ties();
        scene.setRoot(pages.shell(words, new Verbs(desktop), ties));
        greet();
    }

    private void greet() {
        if (scene.getRoot() instanceof Shell shell) {
            shell.greet();
        }
    }

    private void prefer(Preferences changed) {
        preferences = changed;
        errands.send(
                () -> {
                    file.write(changed);
                    return changed;
                },
                _ -> {},
                _ -> {});
    }

    @Override
    public Optional<Path> open(UiWords title) {
        return Optional.ofNullable(chooser(title).showOpenDialog(stage)).map(java.io.File::toPath);
    }

    @Override
    public Optional<Path> save(UiWords title, String name) {
        var chooser = chooser(title);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(java.io.File::toPath);
    }

    @Override
    public Optional<Path> folder(UiWords title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(words.of(title));
        return Optional.ofNullable(chooser.showDialog(stage)).map(java.io.File::toPath);
    }

    @Override
    public Language language() {
        return preferences.language();
    }

    private FileChooser chooser(UiWords title) {
        var chooser = new FileChooser();
        chooser.setTitle(words.of(title));
        return chooser;
    }

    /// What the top bar's buttons do.
    private final class Verbs implements TopBar.Verbs {

        private final Desktop desktop;

        private Verbs(Desktop desktop) {
            this.desktop = desktop;
        }

        @Override
        public void otherLanguage() {
            prefer(preferences.otherLanguage());
            words = Words.in(preferences.language());
            redraw.run();
        }

        @Override
        public void otherTheme() {
            prefer(preferences.otherTheme());
            Look.theme(preferences.theme());
        }

        @Override
        public void matrix() {
            pages().wizard().open(PageId.MATRIX);
        }

        @Override
        public void help() {
            if (scene.getRoot() instanceof Shell shell) {
                shell.explainPage();
            }
        }

        @Override
        public void save() {
            desktop.save();
        }
    }
}
