package dev.muster.setup.file;

import static dev.muster.setup.SetupWords.*;

import dev.muster.setup.file.HostRows.Row;
import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Scalar;
import dev.muster.setup.shape.AddressShape;
import dev.muster.setup.shape.Nearest;
import dev.muster.setup.shape.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What must hold of `bastions:` and of everything that names one.
final class BastionRules {

    private final Mapping root;
    private final Report report;
    private final List<Row> hosts;
    private final Map<String, Row> bastions = new LinkedHashMap<>();
    private boolean circled;

    BastionRules(Mapping root, List<Row> hosts, Report report) {
        this.root = root;
        this.report = report;
        this.hosts = hosts;
        if (root.get("bastions").orElse(null) instanceof Mapping rows) {
            rows.entries().forEach(entry -> {
                if (entry.value() instanceof Mapping row) {
                    bastions.put(entry.key(), new Row("bastions." + entry.key(), row, report));
                }
            });
        }
    }

    void check() {
        if (root.get("defaults").orElse(null) instanceof Mapping defaults) {
            known(new Row("defaults", defaults, report));
        }
        hosts.forEach(this::known);
        bastions.values().forEach(this::known);
        bastions.values().forEach(this::address);
        bastions.forEach(this::circle);
    }

    private void known(Row row) {
        row.scalar("via")
                .filter(via -> !bastions.containsKey(via.written()))
                .ifPresent(via -> add(
                        row,
                        via,
                        Nearest.of(via.written(), bastions.keySet())
                                .map(word -> Trouble.of(BASTION_NEAR, via.written(), word))
                                .orElseGet(() ->
                                        Trouble.of(BASTION_UNKNOWN, via.written(), List.copyOf(bastions.keySet())))));
    }

    private void address(Row row) {
        row.scalar("address").ifPresent(scalar -> {
            var trouble = scalar.written().equals("local")
                    ? Optional.of(Trouble.of(BASTION_LOCAL))
                    : AddressShape.trouble(scalar.written());
            trouble.ifPresent(found -> report.add(scalar.at(), row.field() + ".address", scalar.written(), found));
        });
    }

    /// Told once, at the first bastion of the circle.
    private void circle(String name, Row row) {
        var way = new ArrayList<String>();
        Optional<Scalar> next = row.scalar("via");
        for (way.add(name); next.isPresent(); ) {
            var at = next.get().written();
            way.add(at);
            if (at.equals(name) && !circled) {
                circled = true;
                add(row, row.scalar("via").orElseThrow(), Trouble.of(BASTION_CIRCLE, String.join(" → ", way)));
                return;
            }
            if (way.indexOf(at) < way.size() - 1 || at.equals(name)) {
                return;
            }
            next = Optional.ofNullable(bastions.get(at)).flatMap(bastion -> bastion.scalar("via"));
        }
    }

    private void add(Row row, Scalar via, Trouble trouble) {
        report.add(via.at(), row.field() + ".via", via.written(), trouble);
    }
}
