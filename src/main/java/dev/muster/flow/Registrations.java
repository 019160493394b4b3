package dev.muster.flow;

import dev.muster.setup.Os;
import dev.muster.setup.RancherSettings;
import dev.muster.setup.Registration;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.RegistrationSource.Command;
import dev.muster.setup.RegistrationSource.Parts;
import dev.muster.setup.SecretSource;
import dev.muster.setup.registration.RegistrationCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads a setup's registration, however it is given.
record Registrations(SecretSource secrets) {

    private static final String FIELD = "rancher.registration";

    RegistrationReading of(RancherSettings rancher) {
        return switch (rancher.registration()) {
            case null -> new RegistrationReading.Missing();
            case Command(var command) ->
                RegistrationCommand.read(secrets.get(command, FIELD).revealString());
            case Parts parts -> new RegistrationReading.Readable(parts(rancher, parts));
        };
    }

    private Registration parts(RancherSettings rancher, Parts parts) {
        return new Registration(
                rancher.server(),
                Optional.of(secrets.get(parts.token(), FIELD + ".token")),
                parts.caChecksum().toLowerCase(Locale.ROOT),
                parts.image(),
                Os.LINUX,
                Set.of(),
                List.of(),
                List.of());
    }
}
