package dev.muster.setup.file;

import static dev.muster.setup.file.FileWords.*;

import dev.muster.base.Key;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.setup.file.Tree.Entry;
import dev.muster.setup.file.Tree.Kind;
import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Scalar;
import dev.muster.setup.file.Tree.Sequence;
import dev.muster.setup.file.Tree.Spot;
import dev.muster.setup.shape.Shown;
import dev.muster.setup.shape.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML document into a [Tree]. Bounded: depth, and the number of values once aliases are followed.
final class YamlReader {

    static final int DEEPEST = 32;
    static final int MOST_VALUES = 1_000_000;

    private final String text;
    private final List<Problem> problems;
    private final Map<String, Tree> anchors = new HashMap<>();
    private Iterator<Event> events;
    private int values;

    YamlReader(String text, List<Problem> problems) {
        this.text = text;
        this.problems = problems;
        var settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(true)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /// Empty when there is nothing to go on with; the problems then say why.
    Optional<Tree> read() {
        try {
            return document();
        } catch (Refused refused) {
            return Optional.empty();
        } catch (YamlEngineException broken) {
            problems.add(BrokenYaml.problem(broken, text));
            return Optional.empty();
        }
    }

    private Optional<Tree> document() {
        var event = events.next();
        while (event instanceof StreamStartEvent) {
            event = events.next();
        }
        if (!(event instanceof DocumentStartEvent)) {
            throw refuse(new Spot(1, 1), FILE_EMPTY);
        }
        var tree = value((NodeEvent) events.next(), 1);
        events.next();
        if (events.hasNext() && events.next() instanceof DocumentStartEvent second) {
            throw refuse(spot(second), YAML_TWO_DOCUMENTS);
        }
        if (tree instanceof Scalar scalar && scalar.kind() == Kind.NOTHING) {
            throw refuse(new Spot(1, 1), FILE_EMPTY);
        }
        return Optional.of(tree);
    }

    private Tree value(NodeEvent event, int depth) {
        if (depth > DEEPEST) {
            throw refuse(spot(event), YAML_TOO_DEEP, String.valueOf(DEEPEST));
        }
        if (event instanceof AliasEvent alias) {
            return followed(alias);
        }
        var tree = switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent start -> sequence(start, depth);
            case MappingStartEvent start -> mapping(start, depth);
            default -> throw new IllegalStateException("no value: " + event.getEventId());
        };
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), tree));
        return tree;
    }

    private Tree followed(AliasEvent alias) {
        var tree = anchors.get(alias.getAlias().getValue());
        if (tree == null) {
            throw refuse(spot(alias), YAML_ALIAS_UNKNOWN);
        }
        count(alias, tree.size());
        return tree;
    }

    private Tree scalar(ScalarEvent event) {
        count(event, 1);
        tag(event, event.getTag());
        var kind = event.isPlain() ? Scalars.kind(event.getValue()) : Kind.TEXT;
        return new Scalar(spot(event), kind, event.getValue());
    }

    private Tree sequence(SequenceStartEvent start, int depth) {
        count(start, 1);
        tag(start, start.getTag());
        var items = new ArrayList<Tree>();
        var size = 1;
        for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            var item = value((NodeEvent) event, depth + 1);
            items.add(item);
            size = Math.addExact(size, item.size());
        }
        return new Sequence(spot(start), items, size);
    }

    private Tree mapping(MappingStartEvent start, int depth) {
        count(start, 1);
        tag(start, start.getTag());
        var entries = new ArrayList<Entry>();
        var keys = new HashSet<String>();
        var size = 1;
        for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            var key = key((NodeEvent) event, depth);
            var value = value((NodeEvent) events.next(), depth + 1);
            if (keys.add(key)) {
                entries.add(new Entry(spot(event), key, value));
                size = Math.addExact(size, value.size());
            } else {
                problem(spot(event), YAML_DUPLICATE_KEY, Shown.of(key));
            }
        }
        return new Mapping(spot(start), entries, size);
    }

    private String key(NodeEvent event, int depth) {
        if (event instanceof ScalarEvent scalar
                && !(scalar.isPlain() && scalar.getValue().isEmpty())) {
            tag(scalar, scalar.getTag());
            return scalar.getValue();
        }
        value(event, depth + 1);
        throw refuse(spot(event), YAML_KEY_KIND);
    }

    private void tag(Event event, Optional<String> tag) {
        tag.filter(name -> !name.equals("!")).ifPresent(name -> problem(spot(event), YAML_TAG));
    }

    private void count(Event event, int more) {
        values = Math.addExact(values, more);
        if (values > MOST_VALUES) {
            throw refuse(spot(event), YAML_TOO_MANY, String.valueOf(MOST_VALUES));
        }
    }

    private Refused refuse(Spot spot, Key key, Object... arguments) {
        problem(spot, key, arguments);
        return new Refused();
    }

    private void problem(Spot spot, Key key, Object... arguments) {
        problems.add(Trouble.of(key, arguments).at(new Place("", spot.line(), spot.column(), "", "")));
    }

    private static Spot spot(Event event) {
        return event.getStartMark()
                .map(mark -> new Spot(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Spot(0, 0));
    }

    /// Ends the reading; what is the matter is in the list already.
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
