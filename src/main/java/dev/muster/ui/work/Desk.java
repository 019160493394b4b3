package dev.muster.ui.work;

import dev.muster.assess.Assessment;
import dev.muster.base.HostName;
import dev.muster.plan.Plan;
import dev.muster.probe.Probed;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.Setup;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What the window asks of the rooms behind it, short of reaching a host. Each verb may take its time, so it is
/// called away from the window's thread; only [#read] is quick.
public interface Desk {

    /// What the setup file's reader makes of a form.
    Understood understand(Origin origin, Form form);

    RegistrationReading read(String command);

    /// The versions of Kubernetes that a Rancher offers, newest last; empty when that isn't known.
    List<String> kubernetes(String rancherVersion);

    /// Hosts as admins have them: a list, CSV, ranges, an SSH configuration.
    Imported hosts(String pasted);

    Assessment assess(Setup setup, RegistrationReading registration, Map<HostName, Probed> probed);

    Plan plan(Setup setup, RegistrationReading registration, Map<HostName, Probed> probed);

    /// Keeps a draft, so that it is found again.
    ///
    /// @return whether it was kept
    boolean keep(Origin origin, Form form) throws IOException;
}
