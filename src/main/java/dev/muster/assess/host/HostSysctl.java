package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.catalog.Sysctl;
import dev.muster.probe.ModuleState;
import java.util.ArrayList;
import java.util.stream.Collectors;

/// Whether the kernel's settings are as the network needs them. Only said: the plan sets what isn't.
final class HostSysctl extends HostCheck {

    HostSysctl() {
        super(
                CheckId.HOST_SYSCTL,
                Severity.INFO,
                new Topic(SYSCTL, SYSCTL_WHY, SYSCTL_FIX),
                "",
                situation -> situation.kernel().sysctls().stream()
                        .map(Sysctl::source)
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(subject, question, _ -> {
            var settings = subject.situation().kernel().sysctls();
            var wrong = new ArrayList<String>();
            var unknown = new ArrayList<String>();
            var command = new ArrayList<String>();
            for (var setting : settings) {
                switch (subject.facts().sysctls().getOrDefault(setting.name(), Reading.unknown("not asked"))) {
                    case Reading.Unknown<String> _
                    when comesWithModule(setting, subject) -> {
                        wrong.add(setting.name());
                        command.add(setting.name() + "=" + setting.wanted());
                    }
                    case Reading.Unknown<String>(var why) -> unknown.add(setting.name() + ": " + why);
                    case Reading.Known<String>(var value)
                    when !value.strip().equals(setting.wanted()) -> {
                        wrong.add(setting.name() + " = " + value.strip());
                        command.add(setting.name() + "=" + setting.wanted());
                    }
                    case Reading.Known<String> _ -> {}
                }
            }
            var wanted = Question.value(settings.stream()
                    .map(one -> one.name() + " = " + one.wanted())
                    .toList());
            if (!wrong.isEmpty()) {
                return question.failed(
                        Severity.INFO,
                        Question.value(wrong),
                        wanted,
                        Text.of(SYSCTL_FAILS, subject.host().name(), wrong),
                        "sudo modprobe br_netfilter && sudo sysctl -w " + String.join(" ", command));
            }
            return unknown.isEmpty()
                    ? question.passed(wanted, wanted)
                    : question.unknown(String.join("; ", unknown), wanted);
        });
    }

    /// A setting isn't there before its module is loaded, and the plan loads it.
    private static boolean comesWithModule(Sysctl setting, Subject subject) {
        return subject.facts().modules().get(setting.module()) instanceof Reading.Known<ModuleState>(var state)
                && state == ModuleState.AVAILABLE;
    }
}
