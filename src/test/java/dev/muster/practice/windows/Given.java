package dev.muster.practice.windows;

/// A server as tests start from it.
final class Given {

    static final String PASSWORD = "Pass'word <&>\"1";

    private static final Win1 SILENT = (_, _) -> 0;

    private Given() {}

    static WsmanSettings https() {
        return WsmanSettings.https(SILENT, new Account("Administrator", PASSWORD));
    }

    static WsmanSettings http() {
        return WsmanSettings.http(SILENT, new Account("Administrator", PASSWORD));
    }
}
