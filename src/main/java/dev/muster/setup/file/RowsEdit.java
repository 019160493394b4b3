package dev.muster.setup.file;

import dev.muster.setup.file.Wanted.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Makes a list of mappings hold the wanted rows in the wanted order: changes those that are there, takes others
/// away, adds the rest at their places.
final class RowsEdit {

    private final Marked marked;
    private final Patches patches;
    private final SequenceNode sequence;
    private final BiConsumer<MappingNode, Parts> change;

    RowsEdit(Marked marked, Patches patches, SequenceNode sequence, BiConsumer<MappingNode, Parts> change) {
        this.marked = marked;
        this.patches = patches;
        this.sequence = sequence;
        this.change = change;
    }

    void apply(NodeTuple tuple, Wanted.Rows wanted) {
        var items = sequence.getValue();
        var places = Alignment.of(
                items.stream().map(item -> said(item, wanted.key())).toList(),
                wanted.rows().stream().map(row -> said(row, wanted.key())).toList());
        if (items.isEmpty() || wanted.rows().isEmpty()) {
            if (items.size() != wanted.rows().size()) {
                marked.own(sequence);
                whole(tuple, wanted.rows());
            }
            return;
        }
        if (places.contains(Alignment.NOWHERE) || places.size() < items.size()) {
            marked.own(sequence);
        }
        write(items, wanted.rows(), places);
    }

    private void write(List<Node> items, List<Parts> rows, List<Integer> places) {
        var before = Alignment.NOWHERE;
        var added = new ArrayList<Parts>();
        for (var i = 0; i < rows.size(); i++) {
            if (places.get(i) == Alignment.NOWHERE) {
                added.add(rows.get(i));
                continue;
            }
            add(items, before, added);
            before = places.get(i);
            if (items.get(before) instanceof MappingNode mapping) {
                change.accept(mapping, rows.get(i));
            }
        }
        add(items, before, added);
        for (var i = 0; i < items.size(); i++) {
            if (!places.contains(i)) {
                gone(items, places, i);
            }
        }
    }

    private void whole(NodeTuple tuple, List<Parts> added) {
        var start = marked.start(sequence);
        if (Marked.flow(sequence)) {
            var lines = BlockStyle.lines(
                    " ".repeat(marked.column(tuple.getKeyNode())), "x", new Wanted.Rows("name", added));
            var text = added.isEmpty()
                    ? "[]"
                    : patches.newLine() + String.join(patches.newLine(), lines.subList(1, lines.size()));
            patches.replace(added.isEmpty() ? start : marked.afterColon(tuple), marked.end(sequence), text);
        } else {
            patches.replace(start, marked.end(sequence), Yaml.of(new Wanted.Rows("name", added)));
        }
    }

    private void gone(List<Node> items, List<Integer> places, int i) {
        if (!Marked.flow(sequence)) {
            patches.removeLines(dash(items.get(i)), marked.end(items.get(i)));
        } else if (places.stream().noneMatch(place -> place != Alignment.NOWHERE && place < i)) {
            patches.replace(marked.start(items.get(i)), marked.start(items.get(i + 1)), "");
        } else {
            patches.replace(marked.end(items.get(i - 1)), marked.end(items.get(i)), "");
        }
    }

    /// @param after the item behind which they go; [Alignment#NOWHERE]: before all
    private void add(List<Node> items, int after, List<Parts> added) {
        if (added.isEmpty()) {
            return;
        }
        var neighbour = items.get(Math.max(after, 0));
        if (Marked.flow(sequence)) {
            var words = added.stream().map(Yaml::of).toList();
            if (after < 0) {
                patches.insert(marked.start(neighbour), String.join(", ", words) + ", ");
            } else {
                patches.insert(marked.end(neighbour), ", " + String.join(", ", words));
            }
        } else {
            lines(neighbour, after < 0, added);
        }
        added.clear();
    }

    private void lines(Node neighbour, boolean before, List<Parts> added) {
        var dash = dash(neighbour);
        var indent = " ".repeat(dash - patches.lineStart(dash));
        var lines = new ArrayList<String>();
        for (var row : added) {
            if (Marked.flow(neighbour)) {
                lines.add(indent + "- " + Yaml.of(row));
            } else {
                lines.addAll(BlockStyle.row(indent, row));
            }
        }
        if (before) {
            patches.insert(patches.lineStart(dash), String.join(patches.newLine(), lines) + patches.newLine());
        } else {
            patches.insertLines(marked.end(neighbour), lines);
        }
    }

    private int dash(Node item) {
        return marked.text().lastIndexOf('-', marked.start(item) - 1);
    }

    private static String said(Parts row, String key) {
        return switch (row.parts().get(key)) {
            case Wanted.Word(var text) -> text;
            case Wanted.Usual(var text) -> text;
            case Wanted.Figure(var text) -> text;
            case null, default -> "";
        };
    }

    private static String said(Node item, String key) {
        return item instanceof MappingNode mapping
                ? Marked.entry(mapping, key)
                        .filter(tuple -> tuple.getValueNode() instanceof ScalarNode)
                        .map(tuple -> ((ScalarNode) tuple.getValueNode()).getValue())
                        .orElse("")
                : "";
    }
}
