package dev.muster.practice.windows;

import java.io.IOException;

/// A server as tests start from it.
final class Given {

    static final String PASSWORD = "Pass'word <&>\"1";

    private Given() {}

    static WsmanSettings https() {
        return WsmanSettings.https(new Machine((_, _) -> 0), new Account("Administrator", PASSWORD));
    }

    static WsmanSettings http() {
        return WsmanSettings.http(new Machine((_, _) -> 0), new Account("Administrator", PASSWORD));
    }

    /// What a test's script does.
    @FunctionalInterface
    interface Work {
        int run(Sent script, Voice voice) throws IOException, InterruptedException;
    }

    record Machine(Work work) implements WindowsMachine {

        @Override
        public String computer() {
            return "WIN1";
        }

        @Override
        public String version() {
            return "10.0.17134";
        }

        @Override
        public int run(Sent script, Voice voice) throws IOException, InterruptedException {
            return work.run(script, voice);
        }
    }
}
