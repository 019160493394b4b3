package dev.muster.setup.file;

import static dev.muster.setup.SetupWords.*;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.muster.base.Text;
import dev.muster.setup.file.Tree.Kind;
import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Scalar;
import dev.muster.setup.file.Tree.Sequence;
import dev.muster.setup.file.Tree.Spot;
import dev.muster.setup.shape.Nearest;
import dev.muster.setup.shape.Shown;
import dev.muster.setup.shape.Trouble;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks a tree against the schema and says each error in Muster's own words, at its place in the text.
final class SchemaCheck {

    /// A role is told by its list: `hosts[2].roles`.
    private static final Pattern OF_A_ROLE = Pattern.compile("(?<=\\.roles)\\[\\d+]$");

    private final Tree root;
    private final Report report;
    /// Keys that are missing but stand there misspelt; the misspelling says it all.
    private final Set<String> meant = new HashSet<>();
    private final Set<String> withoutWayIn = new HashSet<>();

    SchemaCheck(Tree root, Report report) {
        this.root = root;
        this.report = report;
    }

    void check() {
        var errors = SetupSchema.errors(TreeJson.of(root));
        errors.stream()
                .filter(error -> error.getKeyword().equals("additionalProperties"))
                .forEach(this::unknownKey);
        errors.stream()
                .filter(error -> !error.getKeyword().equals("additionalProperties"))
                .forEach(this::said);
    }

    private void said(Error error) {
        var place = Found.at(root, error.getInstanceLocation());
        var aboutChildren =
                Set.of("required", "propertyNames", "dependentRequired").contains(error.getKeyword());
        if (NotYet.covers(place.field()) || (report.troubled(place.field()) && !aboutChildren)) {
            return;
        }
        switch (error.getKeyword()) {
            case "required" -> missing(error, place);
            case "propertyNames" -> name(error, place);
            case "dependentRequired" -> needed(error, place);
            default -> {
                var field = OF_A_ROLE.matcher(place.field()).replaceFirst("");
                report.add(place.spot(), field, place.value(), Wrong.value(error, place.called(field)));
            }
        }
    }

    private void unknownKey(Error error) {
        var place = Found.at(root, error.getInstanceLocation());
        var key = String.valueOf(error.getProperty());
        var field = place.field(key);
        if (report.troubled(field) || NotYet.covers(place.field())) {
            return;
        }
        var known = SetupSchema.keys(error.getSchemaLocation().getFragment().getParent());
        var nearest = Nearest.of(key, known);
        nearest.ifPresent(word -> meant.add(place.field(word)));
        var shown = Shown.of(key);
        var trouble = nearest.map(word -> Trouble.of(UNKNOWN_KEY_NEAR, shown, word))
                .orElseGet(() -> Trouble.of(UNKNOWN_KEY, shown, known.stream().collect(Collectors.joining(", "))));
        report.add(place.keySpot(key), field, key, trouble);
    }

    private void missing(Error error, Found place) {
        var key = String.valueOf(error.getProperty());
        var schema = error.getSchemaLocation().toString();
        if (schema.contains("/login/anyOf/")) {
            withoutWayIn(place);
            return;
        }
        var field = place.field(key);
        if (meant.contains(field) || report.troubled(field) || NotYet.covers(place.field())) {
            return;
        }
        report.add(
                place.spot(), field, "", Trouble.of(MISSING, key, place.field().isEmpty() ? "" : place.field()));
    }

    private void withoutWayIn(Found place) {
        var misspelt = List.of("password", "key", "agent", "keytab").stream()
                .anyMatch(way -> meant.contains(place.field(way)));
        if (!misspelt && withoutWayIn.add(place.field())) {
            report.add(place.spot(), place.field(), "", Trouble.of(LOGIN_WITHOUT_WAY, place.field()));
        }
    }

    private void name(Error error, Found place) {
        var key = String.valueOf(error.getProperty());
        var field = place.field(key);
        if (!report.troubled(field)) {
            var shape = place.field().endsWith(".labels") ? LABEL_KEY : LABEL_NAME;
            report.add(place.keySpot(key), field, key, Trouble.of(shape, Shown.of(key)));
        }
    }

    private void needed(Error error, Found place) {
        var arguments = error.getArguments();
        var key = String.valueOf(error.getProperty());
        if (!NotYet.covers(place.field())) {
            report.add(
                    place.keySpot(key),
                    place.field(key),
                    "",
                    Trouble.of(NEEDS_ALSO, key, String.valueOf(arguments[0])));
        }
    }

    /// A place in the tree, by the schema checker's path.
    ///
    /// @param tree null: nothing stands there
    record Found(@Nullable Tree tree, String field) {

        static Found at(Tree root, NodePath path) {
            Tree tree = root;
            var field = new StringBuilder();
            for (var i = 0; i < path.getNameCount(); i++) {
                if (path.getElement(i) instanceof Integer index && tree instanceof Sequence sequence) {
                    field.append('[').append(index).append(']');
                    tree = sequence.items().get(index);
                } else {
                    field.append(field.isEmpty() ? "" : ".").append(path.getName(i));
                    tree = tree instanceof Mapping mapping
                            ? mapping.get(path.getName(i)).orElse(null)
                            : null;
                }
            }
            return new Found(tree, field.toString());
        }

        Found called(String other) {
            return new Found(tree, other);
        }

        String field(String key) {
            return field.isEmpty() ? key : field + "." + key;
        }

        Spot spot() {
            return tree == null ? new Spot(0, 0) : tree.at();
        }

        Spot keySpot(String key) {
            return tree instanceof Mapping mapping
                    ? mapping.entry(key).map(Tree.Entry::at).orElse(spot())
                    : spot();
        }

        String value() {
            return tree instanceof Scalar scalar ? scalar.written() : "";
        }

        Text kind() {
            return Text.of(
                    switch (tree) {
                        case null -> KIND_NOTHING;
                        case Mapping _ -> KIND_MAPPING;
                        case Sequence _ -> KIND_LIST;
                        case Scalar scalar -> Kinds.word(scalar.kind());
                    });
        }

        boolean scalar() {
            return tree instanceof Scalar;
        }

        boolean empty() {
            return tree instanceof Scalar scalar && scalar.kind() == Kind.NOTHING;
        }
    }
}
