package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Outlook;
import dev.muster.probe.Visit;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.Os;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whether images can be had from a host: each registry answers as one, or a mirror does. Where the agent's image is
/// on the host already it is only said: somebody brings images there by hand.
final class RegistryReach extends HostCheck {

    /// 401: it wants to know who asks, which a registry does.
    private static final Set<Integer> REGISTRYS = Set.of(200, 401);

    private static final String HUB = "docker.io";

    RegistryReach() {
        super(
                CheckId.REGISTRY_REACH,
                Severity.HARD,
                new Topic(REGISTRIES, REGISTRIES_WHY, REGISTRIES_FIX),
                "",
                _ -> "RANCHER pkg/image (docker.io unless system-default-registry); distribution's API, GET /v2/"
                        + " (GENERAL)");
    }

    private record Lack(String url, String why) {

        String shown() {
            return url + ": " + why;
        }
    }

    @Override
    boolean asks(Os os) {
        return true;
    }

    @Override
    Finding judge(Subject subject, Question question) {
        var outlook = subject.facts().outlook();
        if (outlook.registries().isEmpty()) {
            return question.unknown("not asked");
        }
        var silent = new ArrayList<Lack>();
        var unknown = new ArrayList<Lack>();
        for (var visit : outlook.registries()) {
            if (!visit.url().contains(HUB) || outlook.mirrors().stream().noneMatch(RegistryReach::answers)) {
                look(visit, silent, unknown);
            }
        }
        if (silent.isEmpty() && unknown.isEmpty()) {
            return question.passed(Question.value(urls(outlook)), Text.of(REGISTRIES_WANTED));
        }
        var here = outlook.imageHere().equals(Reading.of(true));
        if (silent.isEmpty()) {
            return (here ? question.as(Severity.INFO) : question)
                    .unknown(
                            Question.value(unknown.stream().map(Lack::shown).toList()),
                            Text.of(REGISTRIES_WANTED),
                            Text.of(URL_TOOL_FIX));
        }
        return failed(silent, here, subject, question);
    }

    private static Finding failed(List<Lack> silent, boolean here, Subject subject, Question question) {
        var name = subject.host().name();
        var urls = silent.stream().map(Lack::url).toList();
        return question.failed(
                here ? Severity.INFO : severity(subject),
                Question.value(silent.stream().map(Lack::shown).toList()),
                Text.of(REGISTRIES_WANTED),
                here ? Text.of(REGISTRIES_BY_HAND, name, urls) : Text.of(REGISTRIES_FAIL, name, urls),
                (subject.host().os() == Os.WINDOWS ? "curl.exe" : "curl") + " -v " + urls.getFirst() + "/v2/");
    }

    /// RKE2 and K3s may have a registry of their own, or images that were laid beside them, which nobody sees
    /// from here.
    private static Severity severity(Subject subject) {
        return subject.cluster().distribution() == Distribution.RKE1 ? Severity.HARD : Severity.SOFT;
    }

    private static boolean answers(Visit visit) {
        return visit.outcome() instanceof Reading.Known<Visit.Outcome>(Visit.Answered answered)
                && REGISTRYS.contains(answered.status());
    }

    private static void look(Visit visit, List<Lack> silent, List<Lack> unknown) {
        switch (visit.outcome()) {
            case Reading.Unknown<Visit.Outcome>(var why) -> unknown.add(new Lack(visit.url(), why));
            case Reading.Known<Visit.Outcome>(Visit.Silent(var why)) -> silent.add(new Lack(visit.url(), why));
            case Reading.Known<Visit.Outcome>(Visit.Answered answered) -> {
                if (!REGISTRYS.contains(answered.status())) {
                    silent.add(new Lack(visit.url(), "HTTP " + answered.status()));
                }
            }
        }
    }

    private static List<String> urls(Outlook outlook) {
        return Stream.concat(outlook.mirrors().stream(), outlook.registries().stream())
                .filter(RegistryReach::answers)
                .map(Visit::url)
                .toList();
    }
}
