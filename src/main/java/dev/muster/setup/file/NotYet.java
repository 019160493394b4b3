package dev.muster.setup.file;

import static dev.muster.setup.SetupWords.*;

import dev.muster.base.Key;
import dev.muster.base.Text;
import dev.muster.setup.file.Tree.Kind;
import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Scalar;
import dev.muster.setup.file.Tree.Sequence;
import dev.muster.setup.file.Tree.Spot;
import dev.muster.setup.shape.Trouble;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Keys of the format that this build doesn't honour. They are refused, because an option that is read and not obeyed
/// does what nobody asked for.
final class NotYet {

    /// @param field as a pattern over whole fields
    /// @param does  what Muster can't do yet, as a verb: "go through a bastion"
    /// @param fix   what would do instead
    private record Row(Pattern field, Key does, Key fix) {

        Row(String field, Key does, Key fix) {
            this(Pattern.compile(field), does, fix);
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row("rancher\\.(?:hostname|replicas|chart|tls)", INSTALL, LEAVE_OUT_FIX),
            new Row("cluster\\.(?:endpoint|balancer|token|kubeconfig)", INSTALL, LEAVE_OUT_FIX),
            new Row("cluster\\.cloudProvider", CLOUD, LEAVE_OUT_FIX),
            new Row("cluster\\.rkeConfig", MIGRATE, LEAVE_OUT_FIX),
            new Row("clean\\.cluster", CLEAN_CLUSTER, LEAVE_OUT_FIX),
            new Row("tools", TOOLS, LEAVE_OUT_FIX),
            new Row("proxy", PROXY, PROXY_FIX),
            new Row("registry", REGISTRY, REGISTRY_FIX),
            new Row("hosts\\[\\d+]\\.interface", INTERFACE, INTERFACE_FIX));

    /// The last word of each row: most fields need no closer look.
    private static final Set<String> KEYS = Set.of(
            "hostname",
            "replicas",
            "chart",
            "tls",
            "endpoint",
            "balancer",
            "token",
            "kubeconfig",
            "cloudProvider",
            "rkeConfig",
            "cluster",
            "tools",
            "proxy",
            "registry",
            "interface");

    /// Whose hosts join by the agent of Docker's days.
    private static final Pattern FIRST_LINES = Pattern.compile("v2\\.[0-5]");

    private final Report report;
    private final String line;
    private final boolean cleans;

    /// @param version of Rancher, as written; empty when unknown
    /// @param cleans  whether the goal is to clean
    NotYet(Report report, String version, boolean cleans) {
        this.report = report;
        this.cleans = cleans;
        this.line = Arrays.stream(version.split("\\.", -1))
                .limit(2)
                .reduce((a, b) -> a + "." + b)
                .orElse("");
    }

    /// Whether a field, or one that it stands in, is refused anyhow: the schema's errors in it needn't be told.
    static boolean covers(String field) {
        return ROWS.stream().anyMatch(row -> row.field().matcher(field).lookingAt() && beginsWith(row.field(), field));
    }

    private static boolean beginsWith(Pattern pattern, String field) {
        var matcher = pattern.matcher(field);
        return matcher.lookingAt()
                && (matcher.end() == field.length()
                        || field.charAt(matcher.end()) == '.'
                        || field.charAt(matcher.end()) == '[');
    }

    /// Refuses what stands in the tree.
    void refuse(Tree tree) {
        refuse(tree, tree.at(), "");
    }

    private void refuse(Tree tree, Spot key, String field) {
        var row = row(field);
        if (row.isPresent()) {
            if (!switchedOff(tree)) {
                report.add(
                        key,
                        field,
                        "",
                        trouble(field, row.get().does(), row.get().fix()));
            }
            return;
        }
        if (special(tree, key, field)) {
            return;
        }
        switch (tree) {
            case Mapping mapping ->
                mapping.entries()
                        .forEach(entry -> refuse(
                                entry.value(), entry.at(), field.isEmpty() ? entry.key() : field + "." + entry.key()));
            case Sequence sequence -> {
                for (var i = 0; i < sequence.items().size(); i++) {
                    var item = sequence.items().get(i);
                    refuse(item, item.at(), field + "[" + i + "]");
                }
            }
            case Scalar _ -> {}
        }
    }

    private boolean special(Tree tree, Spot key, String field) {
        if (!field.startsWith("hosts[") || report.troubled(field)) {
            return false;
        }
        if (field.endsWith("].taints")
                && !(tree instanceof Sequence none && none.items().isEmpty())) {
            if (FIRST_LINES.matcher(line).matches()) {
                var in21 = line.equals("v2.1");
                report.add(key, field, "", in21 ? Trouble.of(TAINTS_21) : trouble(field, TAINTS, LEAVE_OUT_FIX));
                return true;
            }
        }
        if (cleans
                && tree instanceof Scalar scalar
                && field.endsWith("].os")
                && scalar.written().equals("windows")) {
            report.add(scalar.at(), field, scalar.written(), trouble(field, CLEAN_WINDOWS, CLEAN_WINDOWS_FIX));
            return true;
        }
        if (tree instanceof Scalar scalar
                && field.endsWith("].address")
                && scalar.written().equals("local")) {
            report.add(scalar.at(), field, scalar.written(), trouble(field, LOCAL, LOCAL_FIX));
            return true;
        }
        return false;
    }

    private static Optional<Row> row(String field) {
        var key = field.substring(field.lastIndexOf('.') + 1);
        if (!KEYS.contains(key)) {
            return Optional.empty();
        }
        return ROWS.stream().filter(row -> row.field().matcher(field).matches()).findFirst();
    }

    /// `agent: false` and `cluster: none` ask for nothing.
    private static boolean switchedOff(Tree tree) {
        return tree instanceof Scalar scalar
                && (scalar.kind() == Kind.NOTHING || Set.of("false", "none").contains(scalar.written()));
    }

    private static Trouble trouble(String field, Key does, Key fix) {
        return new Trouble(Text.of(NOT_YET, field, Text.of(does)), Text.of(NOT_YET_WHY), Text.of(fix, field));
    }
}
