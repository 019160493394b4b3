package dev.muster.assess;

import dev.muster.base.Key;

/// The words of the matrix and of the support of a version; each family of checks has its own.
public enum AssessWords implements Key {
    SUPPORT_UNKNOWN,
    SUPPORT_UNKNOWN_WHY,
    SUPPORT_UNKNOWN_FIX
}
