package dev.muster.practice;

import dev.muster.base.HostName;
import dev.muster.probe.Probed;
import dev.muster.probe.Prober;
import dev.muster.probe.Questions;
import dev.muster.remote.HostKey;
import dev.muster.remote.SshReach;
import dev.muster.remote.Trust;
import dev.muster.setup.Host;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Setup;
import dev.muster.setup.file.SetupFile;
import dev.muster.setup.registration.RegistrationCommand;
import dev.muster.setup.secrets.Asker;
import dev.muster.setup.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A practice that has begun, with Muster's own rooms before it.
record Practised(PracticeHosts practice, Setup setup, Trust trust, SshReach reach) implements AutoCloseable {

    static Practised begin(Path home) throws IOException {
        var practice = PracticeHosts.start(50);
        var setup = SetupFile.parse(practice.setupText(), "practice.muster.yaml", home);
        var trust = new Trust(home.resolve("trust"), List.of());
        var secrets = new Secrets(practice.environment(), Asker.NOBODY);
        return new Practised(practice, setup, trust, new SshReach(trust, secrets, setup.limits()));
    }

    void confirmAll() {
        for (var key : practice.keys()) {
            trust.confirm(new HostKey(key.address(), key.port(), key.type(), key.fingerprint(), key.base64()));
        }
    }

    Host host(String name) {
        return setup.host(new HostName(name)).orElseThrow();
    }

    Prober prober() {
        return new Prober(reach);
    }

    /// Asked as a check asks.
    Probed probe(Host host) throws InterruptedException {
        return prober().probe(host, Questions.of(setup, registration(), host));
    }

    RegistrationReading registration() {
        return RegistrationCommand.read(practice.environment().get("PRACTICE_REGISTRATION"));
    }

    @Override
    public void close() {
        reach.close();
        practice.close();
    }
}
