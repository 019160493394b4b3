package dev.muster.assess.host;

import dev.muster.base.Key;

/// Words of the checks on what a cleaning would hurt.
enum CleanWords implements Key {
    QUORUM,
    QUORUM_NONE,
    QUORUM_WHOLE,
    QUORUM_STAYS,
    QUORUM_WANTED,
    QUORUM_FAILS,
    QUORUM_WHY,
    QUORUM_FIX,
    MEMBER,
    MEMBER_NONE,
    MEMBER_FOUND,
    MEMBER_WANTED,
    MEMBER_FAILS,
    MEMBER_RUNS,
    MEMBER_UNNAMED,
    MEMBER_WHY,
    MEMBER_FIX,
    FOREIGN,
    FOREIGN_NONE,
    FOREIGN_WANTED,
    FOREIGN_FAILS,
    FOREIGN_TAKEN,
    FOREIGN_WHY,
    FOREIGN_FIX,
    SNAPSHOTS,
    SNAPSHOTS_NONE,
    SNAPSHOTS_WANTED,
    SNAPSHOTS_STAY,
    SNAPSHOTS_GO,
    SNAPSHOTS_WHY,
    SNAPSHOTS_FIX,
    ITEMS,
    ITEMS_WANTED,
    ITEMS_FOUND,
    ITEMS_FAILS,
    ITEMS_WHY,
    ITEMS_FIX
}
