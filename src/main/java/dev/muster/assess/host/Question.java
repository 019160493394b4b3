package dev.muster.assess.host;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.State;
import dev.muster.base.Text;
import dev.muster.setup.Host;

/// One check put to one host; it writes the answer, with all that an answer has to have.
///
/// @param severity what it is when it can't be answered
/// @param field    of the setup file
/// @param source   where the rule comes from
record Question(CheckId id, Host host, Severity severity, Topic topic, String field, String source) {

    static final Text NONE = Text.of(HostWords.NONE);

    private static final Text DASH = Text.of(HostWords.DASH);

    Question from(String otherSource) {
        return new Question(id, host, severity, topic, field, otherSource);
    }

    Question as(Severity other) {
        return new Question(id, host, other, topic, field, source);
    }

    Finding passed(Text found, Text wanted) {
        return finding(
                severity,
                State.PASSED,
                found,
                wanted,
                Text.of(HostWords.FITS, host.name(), Text.of(topic.name()), found),
                Text.of(HostWords.NO_FIX),
                "");
    }

    /// @param what the finding as a sentence with its subject
    Finding failed(Severity worth, Text found, Text wanted, Text what, String command) {
        return failed(worth, found, wanted, what, Text.of(topic.fix()), command);
    }

    Finding failed(Severity worth, Text found, Text wanted, Text what, Text fix, String command) {
        return finding(worth, State.FAILED, found, wanted, what, fix, command);
    }

    Finding pending(Text found, Text wanted, Text what, String command) {
        return finding(severity, State.PENDING, found, wanted, what, Text.of(topic.fix()), command);
    }

    /// @param why what kept us from knowing, as the host or the tool said it
    Finding unknown(String why) {
        return unknown(why, DASH);
    }

    Finding unknown(String why, Text wanted) {
        return unknown(value(why), wanted, Text.of(HostWords.UNKNOWN_FIX));
    }

    /// The host wasn't reached; `reach.*` says why and what would do.
    Finding unreached(String why) {
        return unknown(value(why), DASH, Text.of(HostWords.UNREACHED_FIX));
    }

    Finding unknown(Text why, Text wanted, Text fix) {
        return finding(
                severity,
                State.UNKNOWN,
                Text.of(HostWords.UNKNOWN_FOUND, why),
                wanted,
                Text.of(HostWords.UNKNOWN, host.name(), Text.of(topic.name()), why),
                fix,
                "");
    }

    Finding notApplicable(Text because) {
        return finding(
                severity,
                State.NOT_APPLICABLE,
                DASH,
                DASH,
                Text.of(HostWords.NOT_APPLICABLE, host.name(), Text.of(topic.name()), because),
                Text.of(HostWords.NO_FIX),
                "");
    }

    private Finding finding(Severity worth, State state, Text found, Text wanted, Text what, Text fix, String command) {
        return new Finding(
                id,
                host.name(),
                worth,
                state,
                found,
                wanted,
                what,
                Text.of(topic.why()),
                fix,
                command,
                field,
                source,
                "");
    }

    /// A value as it is.
    static Text value(Object value) {
        return Text.of(HostWords.VALUE, value);
    }
}
