package dev.muster.flow;

import dev.muster.base.HostName;
import dev.muster.remote.HostKey;
import dev.muster.remote.Opened;
import dev.muster.remote.Opened.Barred;
import dev.muster.remote.Opened.KeyChanged;
import dev.muster.remote.Opened.KeyUnknown;
import dev.muster.remote.Reach;
import dev.muster.setup.Host;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A reach that remembers which hosts showed a key that isn't trusted.
final class WatchedReach implements Reach {

    private final Reach reach;
    private final Map<HostName, Opened> untrusted = new ConcurrentHashMap<>();

    WatchedReach(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Opened open(Host host) throws InterruptedException {
        var opened = reach.open(host);
        switch (opened) {
            case KeyUnknown _, KeyChanged _ -> untrusted.put(host.name(), opened);
            case Barred(var _, Opened.Refused _) -> untrusted.remove(host.name());
            case Barred _ -> untrusted.put(host.name(), opened);
            case Opened.Ready _, Opened.Refused _ -> untrusted.remove(host.name());
        }
        return opened;
    }

    TrustQuestions questions() {
        var unknown = new LinkedHashSet<HostKey>();
        var changed = new LinkedHashSet<KeyChanged>();
        var bastions = new HashMap<HostKey, String>();
        for (var opened : untrusted.values()) {
            var why = opened instanceof Barred(var _, var itself) ? itself : opened;
            switch (why) {
                case KeyUnknown(var _, var offered) -> unknown.add(offered);
                case KeyChanged change -> changed.add(change);
                case Opened.Ready _, Opened.Refused _, Barred _ ->
                    throw new IllegalStateException("trusted, yet remembered: " + opened);
            }
            if (opened instanceof Barred(var name, var itself)) {
                bastions.put(offered(itself), name);
            }
        }
        // many hosts behind one bastion ask one question
        return new TrustQuestions(List.copyOf(unknown), List.copyOf(changed), bastions);
    }

    private static HostKey offered(Opened opened) {
        return switch (opened) {
            case KeyUnknown(var _, var offered) -> offered;
            case KeyChanged changed -> changed.offered();
            case Opened.Ready _, Opened.Refused _, Barred _ ->
                throw new IllegalStateException("no question of trust: " + opened);
        };
    }

    @Override
    public void drop(Host host) {
        reach.drop(host);
    }

    @Override
    public void close() {
        reach.close();
    }
}
