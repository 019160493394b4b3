package dev.muster.cli;

import dev.muster.base.Problem;
import dev.muster.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What every command works with: the terminal, the words, the environment.
record Terms(Console console, Texts texts, Map<String, String> environment, Path userHome, Outside outside) {

    Printer printer() {
        return new Printer(console, texts);
    }

    Json json() {
        return new Json(texts);
    }

    /// How a command speaks.
    enum Form {
        WORDS,
        /// one JSON document
        DOCUMENT,
        /// one JSON object a line, the last of type `end`: `run`, `resume`, `practice`
        LINES
    }

    /// Ends a command with problems: says them, gives their exit code.
    int end(Form form, List<Problem> problems) {
        var exit = Exit.of(problems);
        switch (form) {
            case WORDS -> printer().problems(problems);
            case DOCUMENT -> console.out().println(json().document(json().ending(exit, problems)));
            case LINES ->
                console.out().println(json().line(json().ending(exit, problems).put("type", "end")));
        }
        return exit.code();
    }
}
