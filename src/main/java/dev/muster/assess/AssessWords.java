package dev.muster.assess;

import dev.muster.base.Key;

/// The words of the matrix and of the support of a version; each family of checks has its own.
public enum AssessWords implements Key {
    SUPPORT_UNKNOWN,
    SUPPORT_UNKNOWN_WHY,
    SUPPORT_UNKNOWN_FIX,
    OVERLAY_HOSTS,
    OVERLAY_HOSTS_NONE,
    OVERLAY_LINE_RUNS,
    OVERLAY_LINE_HYPERV,
    OVERLAY_LINE_NO,
    OVERLAY_LINE_UNKNOWN,
    OVERLAY_LINE_OTHER,
    OVERLAY_OWN_RUNS,
    OVERLAY_OWN_HYPERV,
    OVERLAY_OWN_NO,
    OVERLAY_OWN_UNKNOWN
}
