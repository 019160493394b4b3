package dev.muster.setup.file;

import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Scalar;
import dev.muster.setup.file.Tree.Sequence;
import dev.muster.setup.file.Tree.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The hosts of a tree as far as they can be read: a field with a problem is as good as absent.
final class HostRows {

    /// @param field `hosts[2]`
    record Row(String field, Mapping mapping, Report report) {

        Optional<Scalar> scalar(String key) {
            return mapping.get(key)
                    .filter(_ -> !report.troubled(field + "." + key))
                    .filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast);
        }

        /// The roles that the schema knows, each with its place.
        List<Scalar> roles() {
            var roles = new ArrayList<Scalar>();
            if (mapping.get("roles").orElse(null) instanceof Sequence sequence) {
                for (var i = 0; i < sequence.items().size(); i++) {
                    if (sequence.items().get(i) instanceof Scalar role && KNOWN_ROLES.contains(role.written())) {
                        roles.add(role);
                    }
                }
            }
            return roles;
        }

        boolean has(String role) {
            return roles().stream().anyMatch(scalar -> scalar.written().equals(role));
        }

        /// Its name, or where it stands when it has none that can be read.
        String called() {
            return scalar("name").map(Scalar::written).orElse(field);
        }

        Spot spot() {
            return mapping.at();
        }
    }

    private static final Set<String> KNOWN_ROLES =
            Set.of("etcd", "controlplane", "worker", "server", "agent", "balancer");

    private HostRows() {}

    static List<Row> of(Mapping root, Report report) {
        var rows = new ArrayList<Row>();
        if (root.get("hosts").orElse(null) instanceof Sequence sequence) {
            for (var i = 0; i < sequence.items().size(); i++) {
                if (sequence.items().get(i) instanceof Mapping mapping) {
                    rows.add(new Row("hosts[" + i + "]", mapping, report));
                }
            }
        }
        return rows;
    }
}
