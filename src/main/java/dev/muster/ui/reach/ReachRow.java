package dev.muster.ui.reach;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;
import java.util.List;

/// A host and how far up the ladder to it we came.
///
/// @param names of the rungs
/// @param rungs a sign each, in the order of the ladder
/// @param sign  of the whole
/// @param text  what was found, or what went wrong
/// @param fix   what would do; the empty text where nothing is wrong
public record ReachRow(HostName host, List<UiWords> names, List<Sign> rungs, Sign sign, Text text, Text fix) {

    public ReachRow {
        names = List.copyOf(names);
        rungs = List.copyOf(rungs);
    }

    /// Of a Linux host.
    ReachRow(HostName host, List<Sign> rungs, Sign sign, Text text, Text fix) {
        this(host, Ladder.NAMES, rungs, sign, text, fix);
    }

    ReachRow named(List<UiWords> others) {
        return new ReachRow(host, others, rungs, sign, text, fix);
    }
}
