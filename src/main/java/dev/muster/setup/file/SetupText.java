package dev.muster.setup.file;

import dev.muster.setup.file.Wanted.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Edits the text of a setup file in place: what isn't changed stays byte for byte, comments, blank lines and quotes
/// included.
///
/// Decided: the text is patched between the nodes' marks. Because a file that somebody commented is theirs; instead
/// of writing it anew by a library, which moves comments and drops blank lines; costs this class and [Patches].
public final class SetupText {

    /// A file that holds nothing but the format's version.
    public static final String NEW = "muster: 1\n";

    private final Marked marked;
    private final Patches patches;

    private SetupText(Marked marked) {
        this.marked = marked;
        this.patches = new Patches(marked.text());
    }

    /// The text, saying what is wanted; the same text when it says so already.
    ///
    /// @param text as it was read, or [#NEW]
    /// @throws dev.muster.base.ProblemException when the text isn't YAML, or a value to be changed has aliases
    public static String with(String text, Map<String, Wanted> wanted) {
        if (text.startsWith("\uFEFF")) {
            return "\uFEFF" + with(text.substring(1), wanted);
        }
        var edited = edited(text, new Parts(wanted, false));
        if (!edited(edited, new Parts(wanted, false)).equals(edited)) {
            throw new IllegalStateException("the edited setup doesn't say what was wanted");
        }
        return edited;
    }

    /// These keys alone, as they would stand in a new file.
    public static String part(Map<String, Wanted> wanted) {
        var lines = new ArrayList<String>();
        wanted.forEach((key, value) -> lines.addAll(BlockStyle.lines("", key, value)));
        return String.join("\n", lines) + "\n";
    }

    private static String edited(String text, Parts wanted) {
        var edit = new SetupText(Marked.of(text));
        edit.mapping(edit.marked.root(), wanted);
        return edit.patches.none() ? text : edit.patches.applied();
    }

    private void mapping(MappingNode mapping, Parts wanted) {
        var added = new ArrayList<Map.Entry<String, Wanted>>();
        var gone = new ArrayList<NodeTuple>();
        wanted.parts().forEach((key, value) -> {
            var entry = Marked.entry(mapping, key);
            if (entry.isEmpty()) {
                if (Yaml.written(value)) {
                    added.add(Map.entry(key, value));
                }
            } else if (gone(value)) {
                gone.add(entry.get());
            } else {
                value(entry.get(), value);
            }
        });
        if (wanted.whole()) {
            mapping.getValue().stream()
                    .filter(tuple -> !wanted.parts().containsKey(Marked.key(tuple)))
                    .forEach(gone::add);
        }
        if (!added.isEmpty() || !gone.isEmpty()) {
            marked.own(mapping);
            new MappingEdit(marked, patches, mapping).apply(added, gone);
        }
    }

    private static boolean gone(Wanted value) {
        return switch (value) {
            case Wanted.Gone _ -> true;
            case Wanted.Parts parts -> parts.whole() && !Yaml.written(parts);
            case Wanted.Words(var words) -> words.isEmpty();
            case Wanted.Rows(var key, var rows) -> rows.isEmpty() && !key.equals("name");
            case Wanted.Word _, Wanted.Figure _, Wanted.Truth _, Wanted.Usual _, Wanted.UsualTruth _ -> false;
        };
    }

    private void value(NodeTuple tuple, Wanted wanted) {
        var node = tuple.getValueNode();
        switch (wanted) {
            case Wanted.Parts parts
            when node instanceof MappingNode mapping && !emptyFlow(node) -> mapping(mapping, parts);
            case Wanted.Rows rows
            when node instanceof SequenceNode sequence ->
                new RowsEdit(marked, patches, sequence, this::mapping).apply(tuple, rows);
            case Wanted.Words(var words) when says(node, words) -> {}
            case Wanted.Word(var text) when says(node, text) -> {}
            case Wanted.Usual(var text) when says(node, text) -> {}
            case Wanted.Figure(var text) when saysFigure(node, text) -> {}
            case Wanted.Truth(var value) when saysTruth(node, value) -> {}
            case Wanted.UsualTruth(var value) when saysTruth(node, value) -> {}
            default -> replace(tuple, wanted);
        }
    }

    private void replace(NodeTuple tuple, Wanted wanted) {
        var node = tuple.getValueNode();
        marked.own(node);
        var text = Yaml.of(wanted);
        var start = marked.start(node);
        var end = Math.max(marked.end(node), start);
        if (node instanceof ScalarNode scalar && scalar.getValue().isEmpty() && start == end) {
            patches.insert(marked.afterColon(tuple), " " + text);
        } else {
            patches.replace(start, end, text);
        }
    }

    private static boolean emptyFlow(Node node) {
        return node instanceof MappingNode mapping && mapping.getValue().isEmpty();
    }

    private static boolean says(Node node, String text) {
        return node instanceof ScalarNode scalar
                && scalar.getValue().equals(text)
                && (scalar.getScalarStyle() != ScalarStyle.PLAIN || Scalars.kind(text) == Tree.Kind.TEXT);
    }

    private static boolean saysFigure(Node node, String text) {
        return node instanceof ScalarNode scalar
                && scalar.getValue().equals(text)
                && (scalar.getScalarStyle() == ScalarStyle.PLAIN)
                        == !Yaml.of(new Wanted.Figure(text)).startsWith("\"");
    }

    private static boolean saysTruth(Node node, boolean value) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getValue().equals(String.valueOf(value));
    }

    private static boolean says(Node node, List<String> words) {
        return node instanceof SequenceNode sequence
                && sequence.getValue().size() == words.size()
                && sequence.getValue().stream()
                        .allMatch(item -> item instanceof ScalarNode scalar && words.contains(scalar.getValue()));
    }
}
