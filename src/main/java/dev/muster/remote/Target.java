package dev.muster.remote;

import dev.muster.setup.Bastion;
import dev.muster.setup.Host;
import dev.muster.setup.Login;
import org.jspecify.annotations.Nullable;

/// What is dialed: a host, or a bastion on the way to hosts.
///
/// @param via the bastion before it; null: it is dialed from the workstation
record Target(
        String address, int port, Login login, @Nullable Bastion via) {

    static Target of(Host host) {
        return new Target(host.address(), host.port(), host.login(), host.via());
    }

    static Target of(Bastion bastion) {
        return new Target(bastion.address(), bastion.port(), bastion.login(), bastion.via());
    }

    String user() {
        return login.user();
    }

    /// The bastions on the way there, as keys are kept: `outer.example.org/[10.0.0.2]:2222/`; empty: none.
    String way() {
        if (via == null) {
            return "";
        }
        var before = of(via);
        return KnownKey.written(before.way(), before.address(), before.port()) + "/";
    }

    /// By which it is known again, and by which a password that it refused is remembered: behind another bastion
    /// the same address is another machine.
    String place() {
        var there = address + ":" + port;
        return via == null ? there : of(via).place() + " → " + there;
    }
}
