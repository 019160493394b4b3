package dev.muster.flow;

import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Redactor;
import dev.muster.rancher.Access;
import dev.muster.rancher.Authorities;
import dev.muster.rancher.Credentials;
import dev.muster.rancher.Rancher;
import dev.muster.rancher.Registering;
import dev.muster.remote.CertificateWatch;
import dev.muster.remote.Opened;
import dev.muster.remote.Trust;
import dev.muster.run.RancherSide;
import dev.muster.setup.RancherApi;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.RegistrationReading.Readable;
import dev.muster.setup.RegistrationReading.Unreadable;
import dev.muster.setup.SecretSource;
import dev.muster.setup.ServerCa;
import dev.muster.setup.Setup;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fetches a setup's registration from Rancher itself, and remembers what came of it for this sitting; opens the
/// way by which a run asks it. Changes nothing there by itself. One question at a time; safe for many threads.
final class RancherDoor {

    private static final int HTTPS = 443;

    /// What a question is about.
    private record Whom(
            String server,
            @Nullable RancherApi api,
            @Nullable ServerCa ca,
            String cluster) {

        static Whom of(Setup setup) {
            var rancher = setup.rancher();
            return new Whom(
                    rancher.server(),
                    rancher.api(),
                    rancher.ca(),
                    setup.cluster().name());
        }
    }

    private final Trust trust;
    private final SecretSource secrets;
    private final Redactor redactor;
    private final Map<Whom, RegistrationReading> heard = new HashMap<>();
    private Optional<Opened> untrusted = Optional.empty();

    RancherDoor(Trust trust, SecretSource secrets, Redactor redactor) {
        this.trust = trust;
        this.secrets = secrets;
        this.redactor = redactor;
    }

    /// What was heard last; empty: nobody has asked yet.
    synchronized Optional<RegistrationReading> heard(Setup setup) {
        return Optional.ofNullable(heard.get(Whom.of(setup)));
    }

    /// Asks now. What keeps Rancher from answering is in the reading.
    ///
    /// @throws ProblemException when a secret or a file that the setup names can't be had
    synchronized RegistrationReading ask(Setup setup, RancherApi api) {
        try {
            var reading = reading(setup, api);
            heard.put(Whom.of(setup), reading);
            return reading;
        } catch (InterruptedException e) {
            // a cancel: nothing was heard
            Thread.currentThread().interrupt();
            return new RegistrationReading.Missing();
        }
    }

    private RegistrationReading reading(Setup setup, RancherApi api) throws InterruptedException {
        var watch = watch(setup);
        untrusted = Optional.empty();
        try (var rancher = rancher(setup, api, watch)) {
            return Registering.of(rancher, setup).reading();
        } catch (ProblemException e) {
            if (e.problems().stream().anyMatch(problem -> problem.kind() == Problem.Kind.INPUT)) {
                throw e;
            }
            untrusted = watch.stopped(url(setup).getHost());
            return new Unreadable(e.problems());
        }
    }

    /// What a run has to do with Rancher; nothing goes out before its first step asks.
    RancherSide side(Setup setup, RancherApi api) {
        return new OneRancher(setup, () -> rancher(setup, api, watch(setup)));
    }

    private Rancher rancher(Setup setup, RancherApi api, CertificateWatch watch) {
        return new Rancher(
                setup.rancher().server(), authorities(setup.rancher().ca()), watch, new Given(api, secrets), redactor);
    }

    private CertificateWatch watch(Setup setup) {
        var url = url(setup);
        return new CertificateWatch(trust, url.getHost(), url.getPort() < 0 ? HTTPS : url.getPort());
    }

    private static URI url(Setup setup) {
        return URI.create(setup.rancher().server());
    }

    private static Authorities authorities(@Nullable ServerCa ca) {
        return switch (ca) {
            case null -> new Authorities.Known();
            case ServerCa.InFile(var path) -> Authorities.read(path);
            case ServerCa.Sha256(var hex) -> new Authorities.Fingerprint(hex);
        };
    }

    /// The certificate that it showed, when it isn't trusted.
    synchronized Optional<Opened> untrusted() {
        return untrusted;
    }

    /// The admin has confirmed a certificate: what failed may go better now.
    synchronized void confirmed() {
        untrusted = Optional.empty();
        heard.values().removeIf(reading -> !(reading instanceof Readable));
    }

    /// As the setup has them.
    private record Given(RancherApi api, SecretSource secrets) implements Credentials {

        private static final String FIELD = "rancher.api";

        @Override
        public Access get() {
            return with(secrets);
        }

        @Override
        public Access again() {
            return with(secrets::again);
        }

        private Access with(SecretSource source) {
            return switch (api) {
                case RancherApi.Token(var token) -> new Access.ApiToken(source.get(token, FIELD + ".token"));
                case RancherApi.User(var user, var password) ->
                    new Access.Password(user, source.get(password, FIELD + ".password"));
            };
        }
    }
}
