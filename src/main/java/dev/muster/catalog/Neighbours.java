package dev.muster.catalog;

import dev.muster.setup.Host;
import java.util.List;
import java.util.stream.IntStream;

/// Which hosts try which. Up to [#WHOLE] hosts: each tries every other. Of more than that, all servers try all hosts
/// and are tried by them; two workers, whose pairs grow with the square of their number, only try each other when
/// they stand near to each other in the setup. A worker's own firewall shows all the same, since [#NEAR] others try
/// it; what is wrong between two workers alone may not.
///
/// @param hosts in the order of the setup
record Neighbours(List<Host> hosts) {

    static final int WHOLE = 64;
    static final int NEAR = 16;

    /// Those that try this one, in the order of the setup: servers, and the workers that follow it, the first
    /// ones after the last.
    List<Host> of(Host target) {
        return others(target, true);
    }

    /// The others, which don't try it.
    List<Host> spared(Host target) {
        return others(target, false);
    }

    private List<Host> others(Host target, boolean trying) {
        var own = hosts.stream().map(Host::name).toList().indexOf(target.name());
        var all = hosts.size() <= WHOLE || target.isServer() || own < 0;
        return IntStream.range(0, hosts.size())
                .filter(number -> number != own)
                .filter(number -> trying
                        == (all || hosts.get(number).isServer() || Math.floorMod(number - own, hosts.size()) <= NEAR))
                .mapToObj(hosts::get)
                .toList();
    }
}
