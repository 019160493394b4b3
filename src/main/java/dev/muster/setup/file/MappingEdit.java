package dev.muster.setup.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/// Adds keys to a mapping and takes keys away, in the style in which it is written.
final class MappingEdit {

    private final Marked marked;
    private final Patches patches;
    private final MappingNode mapping;

    MappingEdit(Marked marked, Patches patches, MappingNode mapping) {
        this.marked = marked;
        this.patches = patches;
        this.mapping = mapping;
    }

    void apply(List<Map.Entry<String, Wanted>> added, List<NodeTuple> gone) {
        if (Marked.flow(mapping)) {
            inFlow(added, gone);
        } else {
            inBlock(added, gone);
        }
    }

    private void inFlow(List<Map.Entry<String, Wanted>> added, List<NodeTuple> gone) {
        var tuples = mapping.getValue();
        var left = tuples.stream().filter(tuple -> !gone.contains(tuple)).toList();
        var words = added.stream()
                .map(entry -> Yaml.word(entry.getKey()) + ": " + Yaml.of(entry.getValue()))
                .toList();
        if (left.isEmpty()) {
            patches.replace(marked.start(mapping), marked.end(mapping), "{" + String.join(", ", words) + "}");
            return;
        }
        for (var i = 0; i < tuples.size(); i++) {
            if (gone.contains(tuples.get(i))) {
                goneInFlow(tuples, gone, i);
            }
        }
        if (!words.isEmpty()) {
            patches.insert(end(left.getLast()), ", " + String.join(", ", words));
        }
    }

    /// Takes the comma before it along; the one after it when everything before it goes too.
    private void goneInFlow(List<NodeTuple> tuples, List<NodeTuple> gone, int i) {
        var first = tuples.subList(0, i).stream().allMatch(gone::contains);
        if (first) {
            patches.replace(start(tuples.get(i)), start(tuples.get(i + 1)), "");
        } else {
            patches.replace(end(tuples.get(i - 1)), end(tuples.get(i)), "");
        }
    }

    private void inBlock(List<Map.Entry<String, Wanted>> added, List<NodeTuple> gone) {
        var tuples = mapping.getValue();
        var column = marked.column(tuples.getFirst().getKeyNode());
        var indent = " ".repeat(column);
        var left = tuples.stream().filter(tuple -> !gone.contains(tuple)).toList();
        if (left.isEmpty() && added.isEmpty()) {
            patches.replace(start(tuples.getFirst()), end(tuples.getLast()), "{}");
            return;
        }
        var lines = new ArrayList<String>();
        added.forEach(entry -> lines.addAll(BlockStyle.lines(indent, entry.getKey(), entry.getValue())));
        if (left.isEmpty()) {
            var whole = String.join(patches.newLine(), lines).substring(column);
            patches.replace(start(tuples.getFirst()), end(tuples.getLast()), whole);
            return;
        }
        for (var i = 0; i < tuples.size(); i++) {
            if (gone.contains(tuples.get(i))) {
                goneInBlock(tuples, gone, i);
            }
        }
        if (!lines.isEmpty()) {
            patches.insertLines(end(left.getLast()), lines);
        }
    }

    private void goneInBlock(List<NodeTuple> tuples, List<NodeTuple> gone, int i) {
        var start = start(tuples.get(i));
        var behindDash =
                !marked.text().substring(patches.lineStart(start), start).isBlank();
        if (behindDash || (i > 0 && tuples.subList(0, i).stream().allMatch(gone::contains) && dashed(tuples))) {
            patches.replace(start, start(tuples.get(i + 1)), "");
        } else {
            patches.removeLines(start, Math.max(start, end(tuples.get(i))));
        }
    }

    private boolean dashed(List<NodeTuple> tuples) {
        var first = start(tuples.getFirst());
        return !marked.text().substring(patches.lineStart(first), first).isBlank();
    }

    private int start(NodeTuple tuple) {
        return marked.start(tuple.getKeyNode());
    }

    private int end(NodeTuple tuple) {
        return Math.max(marked.end(tuple.getValueNode()), marked.afterColon(tuple));
    }
}
