package dev.muster.run;

import dev.muster.base.Secret;
import dev.muster.plan.Plan;
import dev.muster.setup.Setup;
import java.nio.file.Path;
import java.util.Map;

/// What is to be carried out.
///
/// @param setupText the setup file's text, kept in the run's folder; it refers to secrets, it holds none
/// @param base      the folder that paths in the setup file are relative to
/// @param secrets   by the names that the steps' scripts ask for: `registration.token`; what isn't among them,
///     Rancher is asked for
/// @param rancher   whose API the run asks; the run closes it
public record RunOrder(
        Setup setup, String setupText, Path base, Plan plan, Map<String, Secret> secrets, RancherSide rancher) {

    public RunOrder {
        base = base.toAbsolutePath();
        secrets = Map.copyOf(secrets);
    }

    /// Of a plan without Rancher.
    public RunOrder(Setup setup, String setupText, Path base, Plan plan, Map<String, Secret> secrets) {
        this(setup, setupText, base, plan, secrets, RancherSide.none());
    }
}
