package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import dev.muster.remote.Opened;
import dev.muster.remote.Reach;
import dev.muster.setup.Host;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// Gets a line to a host and tries again where trying again may help: no answer, or one that breaks off. A refused
/// sign-in, refused rights and a host key that isn't trusted are never tried again: accounts lock themselves. For the
/// same reason a host that hangs up in the middle of a sign-in, before it has let us in once, is asked twice at most.
final class Connector {

    private static final Set<Opened.Stage> MAY_PASS =
            EnumSet.of(Opened.Stage.DNS, Opened.Stage.TCP, Opened.Stage.HOST_KEY);
    private static final int LONGEST_STEP = 6;

    private final Reach reach;
    private final RandomGenerator random;
    private final Duration unit;
    private final Set<HostName> letUsIn = ConcurrentHashMap.newKeySet();

    /// @param unit the first pause; each is twice the one before, up to 64 of it
    Connector(Reach reach, RandomGenerator random, Duration unit) {
        this.reach = reach;
        this.random = random;
        this.unit = unit;
    }

    /// @param patience how long to go on trying
    /// @param enough   says that nobody waits for it any more
    Reached connect(Host host, Duration patience, BooleanSupplier enough) throws InterruptedException {
        var begin = System.nanoTime();
        var brokenOff = 0;
        for (var tries = 0; ; tries++) {
            var opened = reach.open(host);
            if (opened instanceof Opened.Ready ready) {
                letUsIn.add(host.name());
                return new Reached.Up(ready.connection());
            }
            var left = patience.minusNanos(System.nanoTime() - begin);
            // a bastion's trouble passes, or doesn't, as a host's does
            var why = opened instanceof Opened.Barred(var _, var bastions) ? bastions : opened;
            var mayPass = why instanceof Opened.Refused refused
                    && (MAY_PASS.contains(refused.at())
                            || (refused.brokeOff() && (letUsIn.contains(host.name()) || brokenOff++ == 0)));
            if (!mayPass || left.isNegative() || left.isZero() || enough.getAsBoolean()) {
                return new Reached.Down(problem(host.name(), opened));
            }
            Thread.sleep(pause(tries, left));
        }
    }

    /// How long to wait between two looks at a host that answers.
    Duration pause() {
        return unit.multipliedBy(4);
    }

    /// The line broke: the next [#connect] climbs anew.
    void drop(Host host) {
        reach.drop(host);
    }

    /// Half of it is chance, so that a hundred hosts don't come back in one moment.
    private Duration pause(int tries, Duration left) {
        var full = unit.multipliedBy(1L << Math.min(tries, LONGEST_STEP)).toMillis();
        var pause = full / 2 + random.nextLong(full / 2 + 1);
        return Duration.ofMillis(Math.min(pause, left.toMillis() + 1));
    }

    private static Problem problem(HostName host, Opened opened) {
        return switch (opened) {
            case Opened.Ready _ -> throw new IllegalStateException(host + " is reached");
            case Opened.KeyUnknown unknown ->
                new Problem(
                        Problem.Kind.TRUST,
                        Place.field(host.value(), unknown.offered().fingerprint()),
                        Text.of(
                                unknown.offered().isCertificate() ? RunWords.CERTIFICATE_UNKNOWN : RunWords.KEY_UNKNOWN,
                                host,
                                unknown.offered().type(),
                                unknown.offered().fingerprint()),
                        Text.of(RunWords.KEY_UNKNOWN_WHY),
                        Text.of(RunWords.KEY_UNKNOWN_FIX));
            case Opened.KeyChanged changed ->
                new Problem(
                        Problem.Kind.TRUST,
                        Place.field(host.value(), changed.offered().fingerprint()),
                        Text.of(
                                changed.offered().isCertificate() ? RunWords.CERTIFICATE_CHANGED : RunWords.KEY_CHANGED,
                                host,
                                changed.offered().fingerprint(),
                                changed.known()),
                        Text.of(RunWords.KEY_CHANGED_WHY, changed.where()),
                        Text.of(RunWords.KEY_CHANGED_FIX, changed.offered().place()));
            case Opened.Barred(var bastion, var why) -> barred(bastion, problem(host, why));
            case Opened.Refused refused ->
                new Problem(
                        Problem.Kind.STEP,
                        Place.field(host.value(), refused.address()),
                        refused.what(),
                        refused.why(),
                        refused.fix());
        };
    }

    private static Problem barred(String bastion, Problem problem) {
        return new Problem(
                problem.kind(),
                problem.place(),
                Text.of(RunWords.BARRED, bastion, problem.what()),
                problem.why(),
                problem.fix());
    }
}
