package dev.muster.setup.inventory;

import dev.muster.base.HostName;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// A host that was read in a list.
///
/// @param name  made from what stands there: the first part of a name, `host-10-0-0-11` for a bare address
/// @param user  who signs in; empty: not said
/// @param key   path of a private key as it is written; empty: not said
/// @param agent whether the SSH agent's keys are meant where no key is named
/// @param via   name of a bastion; empty: none
/// @param roles worker unless the list says more
/// @param line  from 1
public record ProposedHost(
        HostName name,
        String address,
        int port,
        String user,
        String key,
        boolean agent,
        String via,
        Os os,
        Set<Role> roles,
        int line) {

    public ProposedHost {
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }
}
