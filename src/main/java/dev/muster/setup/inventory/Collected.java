package dev.muster.setup.inventory;

import static dev.muster.setup.inventory.ImportWords.*;

import dev.muster.base.HostName;
import dev.muster.base.Key;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.shape.AddressShape;
import dev.muster.setup.shape.ShapeWords;
import dev.muster.setup.shape.Shown;
import dev.muster.setup.shape.Trouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The hosts and problems of one list as they are found. Each address and each name is taken once.
final class Collected {

    static final int MOST = 10_000;

    private final String file;
    private final List<ProposedHost> hosts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> addresses = new HashSet<>();
    private final Set<HostName> names = new HashSet<>();

    Collected(String file) {
        this.file = file;
    }

    void problem(int line, String value, Key words, Object... arguments) {
        var shown = Shown.of(value);
        problems.add(Trouble.of(words, arguments).at(new Place(file, line, 1, "hosts", shown)));
    }

    /// Takes a host, or says why it can't.
    ///
    /// @param called its name; empty: made from the address
    void add(int line, String called, Target target, Os os, Set<Role> roles) {
        var address = target.address();
        var trouble = AddressShape.trouble(address);
        if (trouble.isPresent()) {
            problem(
                    line,
                    address,
                    HOST_ODD,
                    Shown.of(address),
                    trouble.get().what(),
                    trouble.get().fix());
            return;
        }
        var name = name(called.isEmpty() ? address : called);
        if (name.isEmpty()) {
            var odd = Trouble.of(ShapeWords.ADDRESS_NAME, Shown.of(called));
            problem(line, called, HOST_ODD, Shown.of(called), odd.what(), odd.fix());
            return;
        }
        if (!addresses.add(AddressShape.canonical(address) + " " + target.port())) {
            problem(line, address, HOST_TWICE, address);
            return;
        }
        // two hosts of two domains may have one first name: then the whole name
        var free = Stream.concat(name.stream(), HostName.parse(called.isEmpty() ? address : called).stream())
                .filter(names::add)
                .findFirst();
        if (free.isEmpty()) {
            problem(line, address, NAME_TWICE, name.get());
            return;
        }
        hosts.add(new ProposedHost(
                free.get(),
                address,
                target.port(),
                target.user(),
                target.key(),
                target.agent(),
                target.via(),
                os,
                roles,
                line));
    }

    boolean full() {
        return hosts.size() >= MOST;
    }

    Proposal proposal(List<ProposedBastion> bastions) {
        if (hosts.isEmpty() && problems.isEmpty()) {
            problem(0, "", NOTHING_FOUND);
        }
        return new Proposal(hosts, bastions, problems);
    }

    /// The first part of a name; an address of numbers with dashes: `host-10-0-0-11`.
    private static Optional<HostName> name(String from) {
        if (AddressShape.trouble(from).isEmpty() && AddressShape.numeric(from)) {
            var dashed = from.toLowerCase(Locale.ROOT).replaceAll("[.:]+", "-").replaceAll("^-|-$", "");
            return HostName.parse("host-" + dashed);
        }
        var end = from.endsWith(".") ? from.substring(0, from.length() - 1) : from;
        return HostName.parse(end).map(whole -> new HostName(whole.value().split("\\.", 2)[0]));
    }

    /// Where a host is and who signs in.
    ///
    /// @param agent whether the SSH agent's keys are meant where no key is named
    /// @param via   name of a bastion; empty: none
    record Target(String user, String address, int port, String key, boolean agent, String via) {

        Target(String user, String address, int port, String key) {
            this(user, address, port, key, false, "");
        }
    }
}
