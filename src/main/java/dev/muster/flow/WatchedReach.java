package dev.muster.flow;

import dev.muster.base.HostName;
import dev.muster.remote.HostKey;
import dev.muster.remote.Opened;
import dev.muster.remote.Opened.KeyChanged;
import dev.muster.remote.Opened.KeyUnknown;
import dev.muster.remote.Reach;
import dev.muster.setup.Host;
import java.util.ArrayList;
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
            case Opened.Ready _, Opened.Refused _ -> untrusted.remove(host.name());
        }
        return opened;
    }

    TrustQuestions questions() {
        var unknown = new ArrayList<HostKey>();
        var changed = new ArrayList<KeyChanged>();
        for (var opened : untrusted.values()) {
            switch (opened) {
                case KeyUnknown(var _, var offered) -> unknown.add(offered);
                case KeyChanged change -> changed.add(change);
                case Opened.Ready _, Opened.Refused _ ->
                    throw new IllegalStateException("trusted, yet remembered: " + opened);
            }
        }
        return new TrustQuestions(unknown, changed);
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
