package dev.muster.ui.work;

import dev.muster.base.Reading;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.MeshProber.Progress;
import java.util.Optional;

/// What is known of the network between the hosts, and how far trying it has come.
///
/// @param mesh   unknown before it was tried, and while it is
/// @param coming empty: nothing is being tried
/// @param round  how often it was begun, so that late news of an earlier time are known as such
public record Network(Reading<Mesh> mesh, Optional<Progress> coming, int round) {

    static final Network UNTRIED = new Network(Reading.unknown("not tried yet"), Optional.empty(), 0);

    Network begun() {
        return new Network(UNTRIED.mesh(), Optional.of(new Progress(0, 0)), round + 1);
    }

    /// Another setup; the rounds go on counting.
    Network forgotten() {
        return new Network(UNTRIED.mesh(), Optional.empty(), round + 1);
    }

    Network come(Progress progress) {
        return coming.isEmpty() ? this : new Network(mesh, Optional.of(progress), round);
    }

    Network ended(Reading<Mesh> came) {
        return new Network(came, Optional.empty(), round);
    }
}
