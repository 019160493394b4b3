package dev.muster.ui.fits;

import dev.muster.base.HostName;
import dev.muster.ui.kit.Sign;
import java.util.Optional;

/// A row of the page's left list: one host, one check, or what concerns the cluster as a whole.
///
/// @param key   the host's name or the check's id; empty: the cluster
/// @param sign  of the worst finding
/// @param count findings
/// @param host  whose facts they are, when it is one host
public record Section(String key, Sign sign, int count, Optional<HostName> host) {}
