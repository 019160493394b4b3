package dev.muster.assess.host;

import dev.muster.base.Key;

/// The words that a check always has: what it looks at, why that matters, what would do.
record Topic(Key name, Key why, Key fix) {}
