package dev.muster.flow;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.Text;
import dev.muster.remote.HostKey;
import dev.muster.remote.Opened;
import dev.muster.remote.Opened.KeyChanged;
import dev.muster.remote.Opened.KeyUnknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has to be settled about hosts' keys and certificates before anything else is sent to them.
///
/// @param unknown keys that were never confirmed
/// @param changed keys that differ from the confirmed ones: these stop everything
/// @param bastions those of the keys that are a bastion's, with its name
public record TrustQuestions(List<HostKey> unknown, List<KeyChanged> changed, Map<HostKey, String> bastions) {

    public TrustQuestions {
        unknown = List.copyOf(unknown);
        changed = List.copyOf(changed);
        bastions = Map.copyOf(bastions);
    }

    /// The same, and what Rancher's own certificate asks.
    TrustQuestions with(Optional<Opened> rancher) {
        return switch (rancher.orElse(null)) {
            case null -> this;
            case KeyUnknown(var _, var offered) -> {
                var more = new ArrayList<>(unknown);
                more.add(offered);
                yield new TrustQuestions(more, changed, bastions);
            }
            case KeyChanged change -> {
                var more = new ArrayList<>(changed);
                more.add(change);
                yield new TrustQuestions(unknown, more, bastions);
            }
            case Opened.Ready _, Opened.Refused _, Opened.Barred _ -> this;
        };
    }

    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        for (var change : changed) {
            var key = change.offered();
            problems.add(new Problem(
                    Problem.Kind.TRUST,
                    place(key),
                    Text.of(
                            key.isCertificate() ? FlowWords.CERTIFICATE_CHANGED : FlowWords.KEY_CHANGED,
                            named(key),
                            key.fingerprint(),
                            change.known()),
                    Text.of(
                            key.isCertificate() ? FlowWords.CERTIFICATE_CHANGED_WHY : FlowWords.KEY_CHANGED_WHY,
                            change.where()),
                    Text.of(FlowWords.KEY_CHANGED_FIX, key.place())));
        }
        for (var key : unknown) {
            var certificate = key.isCertificate();
            problems.add(new Problem(
                    Problem.Kind.TRUST,
                    place(key),
                    Text.of(
                            certificate ? FlowWords.CERTIFICATE_UNKNOWN : FlowWords.KEY_UNKNOWN,
                            named(key),
                            key.type(),
                            key.fingerprint()),
                    Text.of(FlowWords.KEY_UNKNOWN_WHY, named(key)),
                    certificate
                            ? Text.of(FlowWords.CERTIFICATE_UNKNOWN_FIX, HostKey.SHOWN_ON_WINDOWS)
                            : Text.of(FlowWords.KEY_UNKNOWN_FIX)));
        }
        return problems;
    }

    private Place place(HostKey key) {
        var bastion = bastions.get(key);
        return Place.field(bastion == null ? "" : "bastions." + bastion, key.place());
    }

    /// A bastion's name says more than its address: `jump (10.0.0.1)`.
    private String named(HostKey key) {
        var bastion = bastions.get(key);
        return bastion == null ? key.place() : bastion + " (" + key.place() + ")";
    }
}
