package dev.muster.ui.work;

import dev.muster.setup.Os;
import dev.muster.setup.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/// One host as it was typed.
///
/// @param port   empty: the way's own
/// @param login  name of a login; empty: the setup's default
/// @param via    name of a bastion; empty: the setup's default
/// @param labels `key=value`, with commas between
/// @param taints `key=value:NoSchedule`, with commas between
public record HostForm(
        String name,
        String address,
        String port,
        Os os,
        WayForm way,
        Set<Role> roles,
        String login,
        String via,
        String labels,
        String taints) {

    public HostForm {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /// Talked to in the way that is usual for its system, without taints.
    public HostForm(
            String name, String address, String port, Os os, Set<Role> roles, String login, String via, String labels) {
        this(name, address, port, os, WayForm.usual(os), roles, login, via, labels, "");
    }

    public static HostForm named(String name) {
        return new HostForm(name, "", "", Os.LINUX, Set.of(Role.WORKER), "", "", "");
    }

    public boolean windows() {
        return os == Os.WINDOWS;
    }

    /// The address as admins write it: with the port when it isn't the way's own.
    public String shownAddress() {
        if (port.isEmpty() || port.equals(String.valueOf(way.port()))) {
            return address;
        }
        return address.contains(":") ? "[" + address + "]:" + port : address + ":" + port;
    }

    /// A copy with what the change sets in the draft.
    HostForm with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.form();
    }

    public HostForm withName(String newName) {
        return with(draft -> draft.name = newName);
    }

    public HostForm withAddress(String newAddress) {
        return with(draft -> draft.address = newAddress);
    }

    public HostForm withPort(String newPort) {
        return with(draft -> draft.port = newPort);
    }

    /// Another system is reached in the way that is usual for it, and Windows hosts can only be workers.
    public HostForm withOs(Os newOs) {
        return newOs == os
                ? this
                : withWay(WayForm.usual(newOs)).with(draft -> {
                    draft.os = newOs;
                    draft.roles = newOs == Os.WINDOWS ? Set.of(Role.WORKER) : roles;
                });
    }

    /// A port that was the old way's own isn't kept.
    public HostForm withWay(WayForm newWay) {
        return with(draft -> {
            draft.way = newWay;
            draft.port = port.equals(String.valueOf(way.port())) ? "" : port;
        });
    }

    public HostForm withLogin(String newLogin) {
        return with(draft -> draft.login = newLogin);
    }

    public HostForm withVia(String newVia) {
        return with(draft -> draft.via = newVia);
    }

    public HostForm withLabels(String newLabels) {
        return with(draft -> draft.labels = newLabels);
    }

    public HostForm withTaints(String newTaints) {
        return with(draft -> draft.taints = newTaints);
    }

    public HostForm with(Role role, boolean has) {
        var changed = EnumSet.noneOf(Role.class);
        changed.addAll(roles);
        if (has) {
            changed.add(role);
        } else {
            changed.remove(role);
        }
        return with(draft -> draft.roles = changed);
    }

    /// A host under change.
    static final class Draft {
        String name;
        String address;
        String port;
        Os os;
        WayForm way;
        Set<Role> roles;
        String login;
        String via;
        String labels;
        String taints;

        private Draft(HostForm of) {
            name = of.name;
            address = of.address;
            port = of.port;
            os = of.os;
            way = of.way;
            roles = of.roles;
            login = of.login;
            via = of.via;
            labels = of.labels;
            taints = of.taints;
        }

        private HostForm form() {
            return new HostForm(name, address, port, os, way, roles, login, via, labels, taints);
        }
    }
}
