package dev.muster.setup.file;

import static dev.muster.setup.file.FileWords.SAVE_ALIAS;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.setup.shape.Trouble;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A text and the nodes in it, each with where it begins and ends.
final class Marked {

    private final String text;
    private final MappingNode root;
    private final Set<Node> shared = Collections.newSetFromMap(new IdentityHashMap<>());

    private Marked(String text, MappingNode root) {
        this.text = text;
        this.root = root;
        share(root, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /// @throws ProblemException when the text isn't a YAML mapping within bounds
    static Marked of(String text) {
        var problems = new ArrayList<Problem>();
        var tree = new YamlReader(text, problems).read();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        var settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(YamlReader.MOST_VALUES)
                .build();
        try {
            if (tree.isPresent()
                    && new Compose(settings).composeString(text).orElse(null) instanceof MappingNode root) {
                return new Marked(text, root);
            }
        } catch (YamlEngineException broken) {
            throw new ProblemException(BrokenYaml.problem(broken, text));
        }
        throw new ProblemException(Trouble.of(FileWords.FILE_NO_MAPPING).at(Place.NOWHERE));
    }

    String text() {
        return text;
    }

    MappingNode root() {
        return root;
    }

    static Optional<NodeTuple> entry(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .findFirst();
    }

    static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    static boolean flow(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
    }

    int start(Node node) {
        return offset(node.getStartMark());
    }

    /// Where its last character is, without the blank lines and comments that a block seems to hold.
    int end(Node node) {
        if (node instanceof CollectionNode<?> collection && !flow(node)) {
            var last = collection.getValue().isEmpty()
                    ? null
                    : collection.getValue().getLast();
            return switch (last) {
                case NodeTuple tuple -> Math.max(end(tuple.getValueNode()), afterColon(tuple));
                case Node item -> end(item);
                case null, default -> offset(node.getEndMark());
            };
        }
        var end = offset(node.getEndMark());
        while (end > 0 && end > start(node) && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// A value that was left empty ends right behind its colon.
    int afterColon(NodeTuple tuple) {
        var colon = text.indexOf(':', offset(tuple.getKeyNode().getEndMark()));
        return colon < 0 ? offset(tuple.getKeyNode().getEndMark()) : colon + 1;
    }

    int column(Node node) {
        return node.getStartMark().map(Mark::getColumn).orElse(0);
    }

    /// @throws ProblemException when an alias elsewhere would change along with it
    void own(Node node) {
        if (shared.contains(node)) {
            var line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new ProblemException(Trouble.of(SAVE_ALIAS).at(new Place("", line, 1, "", "")));
        }
    }

    private int offset(Optional<Mark> mark) {
        var index = mark.orElseThrow(() -> new IllegalStateException("a node without a mark"))
                .getIndex();
        return text.offsetByCodePoints(0, index);
    }

    private void share(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            shared.add(node);
            return;
        }
        children(node).forEach(child -> share(child, seen));
    }

    private static List<Node> children(Node node) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()))
                        .toList();
            case SequenceNode sequence -> sequence.getValue();
            default -> List.of();
        };
    }
}
