package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Visit;
import dev.muster.setup.Os;
import java.util.List;

/// Whether a host reaches Rancher, and it is Rancher that answers.
final class RancherUrl extends OutlookCheck {

    RancherUrl() {
        super(
                CheckId.RANCHER_URL,
                Severity.HARD,
                new Topic(URL, URL_WHY, URL_FIX),
                _ -> "RANCHER package/run.sh (<server>/ping, /v3/settings/cacerts); SA install.sh");
    }

    @Override
    Finding judge(Visit visit, Subject subject, Question question) {
        var wanted = Text.of(URL_WANTED, visit.url());
        if (visit.addresses().equals(Reading.of(List.of()))) {
            return failed(
                    Text.of(URL_NO_NAME),
                    Text.of(URL_NAME_FAILS, subject.host().name(), visit.url()),
                    visit,
                    subject,
                    question);
        }
        return switch (visit.outcome()) {
            case Reading.Unknown<Visit.Outcome>(var why) ->
                question.unknown(Question.value(why), wanted, Text.of(URL_TOOL_FIX));
            case Reading.Known<Visit.Outcome>(Visit.Silent(var why)) ->
                failed(
                        Question.value(why),
                        Text.of(URL_FAILS, subject.host().name(), visit.url(), why),
                        visit,
                        subject,
                        question);
            case Reading.Known<Visit.Outcome>(Visit.Answered answered) ->
                answered.authority() instanceof Reading.Known
                        ? question.passed(found(visit), wanted)
                        : failed(
                                Text.of(URL_STATUS, answered.status()),
                                Text.of(URL_OTHER, subject.host().name(), visit.url(), answered.status()),
                                visit,
                                subject,
                                question);
        };
    }

    private static Text found(Visit visit) {
        return visit.addresses()
                .known()
                .map(addresses -> Text.of(URL_FOUND, visit.url(), addresses))
                .orElseGet(() -> Question.value(visit.url()));
    }

    private static Finding failed(Text found, Text what, Visit visit, Subject subject, Question question) {
        var command = subject.host().os() == Os.WINDOWS
                ? "curl.exe -kv " + visit.url() + "/ping"
                : "curl -kv " + visit.url() + "/ping";
        return question.failed(Severity.HARD, found, Text.of(URL_WANTED, visit.url()), what, command);
    }
}
