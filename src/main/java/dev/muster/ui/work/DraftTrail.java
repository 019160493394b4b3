package dev.muster.ui.work;

import java.io.IOException;

/// The one draft of what is worked on, while its name is still being typed: each letter renames it. Safe for many
/// threads; the newest form is kept, whoever comes first.
final class DraftTrail {

    private Form newest = Form.EMPTY;
    private String kept;

    /// @param kept the name that the draft has already; empty: none is kept yet
    DraftTrail(String kept) {
        this.kept = kept;
    }

    synchronized void newest(Form form) {
        newest = form;
    }

    synchronized boolean write(Desk desk, Origin origin) throws IOException {
        var name = newest.name();
        var done = desk.keep(origin, newest, kept.equals(name) ? "" : kept);
        if (done) {
            kept = name;
        }
        return done;
    }
}
