package dev.muster.remote;

import dev.muster.base.Text;

/// The line to a host broke, or didn't answer in time. What was begun there may be going on.
public final class LostException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text why;

    public LostException(Text why) {
        super(why.key().id());
        this.why = why;
    }

    public Text why() {
        return why;
    }
}
