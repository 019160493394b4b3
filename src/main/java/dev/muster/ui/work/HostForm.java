package dev.muster.ui.work;

import dev.muster.setup.Os;
import dev.muster.setup.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// One host as it was typed.
///
/// @param port   empty: SSH's own
/// @param login  name of a login; empty: the setup's default
/// @param via    name of a bastion; empty: the setup's default
/// @param labels `key=value`, with commas between
public record HostForm(
        String name, String address, String port, Os os, Set<Role> roles, String login, String via, String labels) {

    public HostForm {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    public static HostForm named(String name) {
        return new HostForm(name, "", "", Os.LINUX, Set.of(Role.WORKER), "", "", "");
    }

    /// The address as admins write it: with the port when it isn't SSH's own.
    public String shownAddress() {
        if (port.isEmpty() || port.equals("22")) {
            return address;
        }
        return address.contains(":") ? "[" + address + "]:" + port : address + ":" + port;
    }

    public HostForm withName(String newName) {
        return new HostForm(newName, address, port, os, roles, login, via, labels);
    }

    public HostForm withAddress(String newAddress) {
        return new HostForm(name, newAddress, port, os, roles, login, via, labels);
    }

    public HostForm withPort(String newPort) {
        return new HostForm(name, address, newPort, os, roles, login, via, labels);
    }

    public HostForm withLogin(String newLogin) {
        return new HostForm(name, address, port, os, roles, newLogin, via, labels);
    }

    public HostForm withVia(String newVia) {
        return new HostForm(name, address, port, os, roles, login, newVia, labels);
    }

    public HostForm withLabels(String newLabels) {
        return new HostForm(name, address, port, os, roles, login, via, newLabels);
    }

    public HostForm with(Role role, boolean has) {
        var changed = EnumSet.noneOf(Role.class);
        changed.addAll(roles);
        if (has) {
            changed.add(role);
        } else {
            changed.remove(role);
        }
        return new HostForm(name, address, port, os, changed, login, via, labels);
    }
}
