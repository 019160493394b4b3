package dev.muster.practice.windows;

import java.util.Arrays;
import java.util.Optional;

/// What a client can ask of the server, by the action of its message.
public enum Operation {
    /// who is there; needs no logon
    IDENTIFY(""),
    CREATE(Names.TRANSFER + "/Create"),
    COMMAND(Names.SHELL + "/Command"),
    RECEIVE(Names.SHELL + "/Receive"),
    SEND(Names.SHELL + "/Send"),
    SIGNAL(Names.SHELL + "/Signal"),
    DELETE(Names.TRANSFER + "/Delete");

    private final String action;

    Operation(String action) {
        this.action = action;
    }

    static Optional<Operation> of(String action) {
        return Arrays.stream(values())
                .filter(it -> it != IDENTIFY && it.action.equals(action))
                .findFirst();
    }

    String answer() {
        return action + "Response";
    }
}
