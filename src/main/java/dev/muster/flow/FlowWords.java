package dev.muster.flow;

import dev.muster.base.Key;

/// Words about trust in hosts.
public enum FlowWords implements Key {
    KEY_UNKNOWN,
    KEY_UNKNOWN_WHY,
    KEY_UNKNOWN_FIX,
    KEY_CHANGED,
    KEY_CHANGED_WHY,
    KEY_CHANGED_FIX,
    CERTIFICATE_UNKNOWN,
    CERTIFICATE_UNKNOWN_FIX,
    CERTIFICATE_CHANGED,
    CERTIFICATE_CHANGED_WHY
}
