package dev.muster.remote;

import dev.muster.base.Text;
import dev.muster.remote.Opened.Refused;
import dev.muster.remote.Opened.Stage;

/// Why a host could not be reached or used, in three sentences. Each has its words as `X`, `X_WHY` and `X_FIX`.
record Trouble(Stage stage, Text what, Text why, Text fix) {

    /// @param words     names the three sentences; every one of them gets all arguments
    /// @param arguments what was found
    static Trouble of(Stage stage, RemoteWords words, Object... arguments) {
        return new Trouble(
                stage,
                Text.of(words, arguments),
                Text.of(RemoteWords.valueOf(words.name() + "_WHY"), arguments),
                Text.of(RemoteWords.valueOf(words.name() + "_FIX"), arguments));
    }

    Refused at(String address) {
        return new Refused(stage, address, what, why, fix);
    }

    /// A [Trouble] on its way up.
    static final class Found extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Trouble trouble;

        Found(Trouble trouble) {
            super(trouble.what().key().id());
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
