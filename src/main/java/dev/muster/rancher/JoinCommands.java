package dev.muster.rancher;

import dev.muster.base.Secret;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.registration.RegistrationCommand;

/// The commands by which hosts join a cluster, the token in them.
///
/// @param windows empty when Rancher has none
public record JoinCommands(Secret linux, Secret windows) {

    /// What a pasted command would have said.
    public RegistrationReading registration() {
        return RegistrationCommand.read(linux.revealString());
    }
}
