package dev.muster.assess;

import dev.muster.base.Text;
import dev.muster.catalog.WindowsBuild;
import java.util.List;

/// Whether an image of one Windows build runs on a host of another.
///
/// @param process    isolation on the host's own kernel
/// @param hyperv     isolation with a kernel of its own
/// @param conditions what holds besides; most often nothing
/// @param source     the document and its commit, or "derived: …"
public record IsolationCell(
        WindowsBuild image, WindowsBuild host, Answer process, Answer hyperv, List<Text> conditions, String source) {

    public IsolationCell {
        conditions = List.copyOf(conditions);
    }

    /// What it comes to, at a glance.
    public Verdict verdict() {
        return Verdict.of(process, hyperv);
    }

    /// Whether the image runs there in some way, as far as anybody says.
    public boolean runs() {
        return process == Answer.YES || hyperv == Answer.YES;
    }

    /// Whether the answer is our conclusion and not a published one.
    public boolean derived() {
        return source.startsWith("derived");
    }
}
