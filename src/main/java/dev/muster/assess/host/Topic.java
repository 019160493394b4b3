package dev.muster.assess.host;

/// The words that a check always has: what it looks at, why that matters, what would do.
record Topic(HostWords name, HostWords why, HostWords fix) {}
