package dev.muster.setup;

import dev.muster.base.HostName;
import org.jspecify.annotations.Nullable;

/// A soft finding that the admin takes knowingly; the reason goes into the report.
///
/// @param check id of the check: `docker.version`
/// @param host  null: the finding is about the cluster, or the acceptance holds for every host
public record Acceptance(String check, @Nullable HostName host, String because) {}
