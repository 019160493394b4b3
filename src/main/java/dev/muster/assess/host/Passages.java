package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;
import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.mesh.Mesh;
import dev.muster.probe.mesh.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The ways from one host to the others, as they were tried.
final class Passages {

    /// So many ways are told of at most
    static final int MOST = 12;

    private Passages() {}

    /// For checks on the network between hosts: waits until it was tried.
    static Finding withMesh(Subject subject, Question question, Function<Mesh, Finding> judgement) {
        if (subject.situation().setup().hosts().size() < 2) {
            return question.notApplicable(Text.of(TRIED_NOBODY));
        }
        return switch (subject.situation().mesh()) {
            case Reading.Known<Mesh>(var mesh) -> judgement.apply(mesh);
            case Reading.Unknown<Mesh> _ -> notYet(subject, question);
        };
    }

    static Finding notYet(Subject subject, Question question) {
        return question.pending(
                Question.NONE,
                Text.of(DASH),
                Text.of(UNKNOWN, subject.host().name(), Text.of(question.topic().name()), Text.of(TRIED_YET)),
                "");
    }

    /// Those from this host to others of the setup.
    static Map<HostName, Passage> from(Mesh mesh, Subject subject) {
        var ways = new TreeMap<HostName, Passage>();
        for (var host : subject.situation().setup().hosts()) {
            mesh.passage(subject.host().name(), host.name()).ifPresent(passage -> ways.put(host.name(), passage));
        }
        return ways;
    }

    /// Judges a measurement of each way; what fails is told first.
    static <T> Finding each(
            Map<HostName, Reading<T>> measured, Question question, Text wanted, Measure<T> measure, Text whenNone) {
        var found = new ArrayList<Text>();
        var wrong = new ArrayList<Text>();
        var failing = new ArrayList<HostName>();
        var unknown = new ArrayList<Text>();
        measured.forEach((target, reading) -> {
            switch (reading) {
                case Reading.Unknown<T>(var why) -> unknown.add(Question.value(target + ": " + why));
                case Reading.Known<T>(var value) -> {
                    if (!measure.isKnown(value)) {
                        unknown.add(Text.of(PINGS_NONE, target));
                    } else {
                        if (measure.fails(value)) {
                            failing.add(target);
                            wrong.add(measure.text(target, value));
                        } else {
                            found.add(measure.text(target, value));
                        }
                    }
                }
            }
        });
        if (measured.isEmpty()) {
            return question.notApplicable(whenNone);
        }
        if (!failing.isEmpty()) {
            var first = failing.getFirst();
            var value = measured.get(first) instanceof Reading.Known<T>(var known) ? known : null;
            if (value == null) {
                throw new IllegalStateException("fails, yet unknown: " + first);
            }
            wrong.addAll(found);
            return question.failed(
                    Severity.SOFT,
                    Text.of(LIST, some(wrong)),
                    wanted,
                    measure.sentence(first, value),
                    measure.command(first, value));
        }
        return unknown.isEmpty()
                ? question.passed(Text.of(LIST, some(found)), wanted)
                : question.unknown(Text.of(LIST, some(unknown)), wanted, Text.of(UNKNOWN_FIX));
    }

    /// How one measurement is judged and told.
    interface Measure<T> {

        boolean isKnown(T value);

        boolean fails(T value);

        Text text(HostName target, T value);

        Text sentence(HostName target, T value);

        default String command(HostName target, T value) {
            return "";
        }
    }

    /// At most [#MOST], and how many more there are.
    static List<Object> some(Collection<?> all) {
        var shown = new ArrayList<Object>(all.stream().limit(MOST).toList());
        if (all.size() > MOST) {
            shown.add(Text.of(PORTS_OPEN_MORE, all.size() - MOST));
        }
        return shown;
    }
}
