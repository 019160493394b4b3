package dev.muster.ui;

import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.Work;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// The top bar: name, file and whether it is saved, *Practice* when it is; language, theme, help.
final class TopBar extends HBox {

    /// What the top bar's buttons do.
    interface Verbs {
        void otherLanguage();

        void otherTheme();

        void matrix();

        void help();

        void save();
    }

    TopBar(Work work, Words words, Verbs verbs, Ties ties) {
        var name = Parts.label(words.of(UiWords.APP_NAME), Styles.STRONG);
        var file = Parts.label("", Styles.MUTED);
        var save = Parts.link(Ids.SAVE_FILE, words.of(UiWords.FILE_SAVE), verbs::save);
        var practice = Parts.badge(Sign.WARNS, words.of(UiWords.PRACTICE_SIGN));
        practice.setId(Ids.PRACTICE_SIGN);
        ties.when(
                () -> {
                    file.setText(words.of(work.fileSentence()));
                    practice.setVisible(work.practising());
                    practice.setManaged(work.practising());
                    save.setVisible(work.begun() && !work.practising());
                    save.setManaged(save.isVisible());
                },
                work.changes());
        var language = topButton(Ids.LANGUAGE, words.of(UiWords.OTHER_LANGUAGE), verbs::otherLanguage);
        language.setAccessibleText(words.of(UiWords.OTHER_LANGUAGE_SPOKEN));
        var theme = topButton(Ids.THEME, "", verbs::otherTheme);
        theme.setGraphic(new FontIcon(MaterialDesignC.CIRCLE_HALF_FULL));
        theme.setAccessibleText(words.of(UiWords.OTHER_THEME));
        var matrix = topButton(Ids.MATRIX, words.of(UiWords.PAGE_MATRIX), verbs::matrix);
        matrix.setGraphic(new FontIcon(MaterialDesignG.GRID));
        matrix.setAccessibleText(words.of(UiWords.MATRIX_OPEN_SPOKEN));
        var help = topButton(Ids.HELP, words.of(UiWords.HELP), verbs::help);
        help.setGraphic(new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        getStyleClass().add(Styles.TOP);
        getChildren().setAll(name, file, save, practice, Parts.gap(), matrix, language, theme, help);
    }

    private static Button topButton(String id, String text, Runnable action) {
        return Parts.button(id, text, action, Styles.TOP_BUTTON);
    }
}
