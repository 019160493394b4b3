package dev.muster.assess.cluster;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.base.Text;
import org.jspecify.annotations.Nullable;

/// What all findings of one check share: id, severity, what it looks at, why that matters, what would do, where the
/// rule comes from.
///
/// @param severity what it is when it fails or can't be answered, unless told otherwise
record Rule(CheckId id, Severity severity, ClusterWords name, Text why, Text fix, String source) {

    static final Text NONE = Text.of(ClusterWords.NONE);

    Rule(CheckId id, Severity severity, ClusterWords name, ClusterWords why, ClusterWords fix, String source) {
        this(id, severity, name, Text.of(why), Text.of(fix), source);
    }

    Rule as(Severity other) {
        return new Rule(id, other, name, why, fix, source);
    }

    Rule because(Text otherWhy) {
        return new Rule(id, severity, name, otherWhy, fix, source);
    }

    Rule mendedBy(Text otherFix) {
        return new Rule(id, severity, name, why, otherFix, source);
    }

    Rule from(String otherSource) {
        return new Rule(id, severity, name, why, fix, otherSource);
    }

    Finding passed(Place place, Text found, Text wanted) {
        var host = place.host();
        var what = host == null
                ? Text.of(ClusterWords.FITS, Text.of(name), found)
                : Text.of(ClusterWords.FITS_HOST, host, Text.of(name), found);
        return finding(place, State.PASSED, found, wanted, what, Text.of(ClusterWords.NO_FIX));
    }

    Finding failed(Place place, Text found, Text wanted, Text what) {
        return finding(place, State.FAILED, found, wanted, what, fix);
    }

    Finding pending(Place place, Text found, Text wanted, Text what) {
        return finding(place, State.PENDING, found, wanted, what, fix);
    }

    Finding unknown(Place place, String because) {
        var host = place.host();
        var what = host == null
                ? Text.of(ClusterWords.UNKNOWN, Text.of(name), because)
                : Text.of(ClusterWords.UNKNOWN_HOST, host, Text.of(name), because);
        return finding(
                place,
                State.UNKNOWN,
                Text.of(ClusterWords.UNKNOWN_FOUND, because),
                NONE,
                what,
                Text.of(ClusterWords.UNKNOWN_FIX));
    }

    Finding notApplicable(Place place, ClusterWords because) {
        return finding(
                place,
                State.NOT_APPLICABLE,
                NONE,
                NONE,
                Text.of(ClusterWords.NOT_APPLICABLE, Text.of(name), Text.of(because)),
                Text.of(ClusterWords.NO_FIX));
    }

    private Finding finding(Place place, State state, Text found, Text wanted, Text what, Text mend) {
        return new Finding(
                id, place.host(), severity, state, found, wanted, what, why, mend, "", place.field(), source, "");
    }

    /// What a finding is about.
    ///
    /// @param host  null: the cluster
    /// @param field of the setup file
    record Place(@Nullable HostName host, String field) {

        static Place cluster(String field) {
            return new Place(null, field);
        }
    }

    /// A value as it is.
    static Text value(Object value) {
        return Text.of(ClusterWords.VALUE, value);
    }
}
