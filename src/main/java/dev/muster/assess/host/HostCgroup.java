package dev.muster.assess.host;

import static dev.muster.assess.host.HostWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import java.util.List;

/// Whether kubelet finds the control groups that it counts with: the line's kubelet knows version 1 only.
final class HostCgroup extends HostCheck {

    private static final String COMMAND =
            "echo 'GRUB_CMDLINE_LINUX=\"$GRUB_CMDLINE_LINUX systemd.unified_cgroup_hierarchy=0\"' | sudo tee"
                    + " /etc/default/grub.d/cgroup.cfg && sudo update-grub && sudo reboot";

    HostCgroup() {
        super(
                CheckId.HOST_CGROUP,
                Severity.SOFT,
                new Topic(CGROUP, CGROUP_WHY, CGROUP_FIX),
                "",
                situation -> situation.kernel().cgroups().source());
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withRancher(
                subject,
                question,
                _ -> withFact(subject.facts().cgroups(), question, found -> {
                    var need = subject.situation().kernel().cgroups();
                    var wanted = Text.of(
                            CGROUP_FOUND,
                            need.versions().stream().sorted().toList(),
                            need.controllers().stream().sorted().toList());
                    var shown = Text.of(
                            CGROUP_FOUND,
                            List.of(found.version()),
                            found.controllers().stream().sorted().toList());
                    var missing = need.controllers().stream()
                            .filter(controller -> !found.controllers().contains(controller))
                            .sorted()
                            .toList();
                    if (!need.versions().contains(found.version())) {
                        return question.failed(
                                Severity.HARD,
                                shown,
                                wanted,
                                Text.of(CGROUP_FAILS, subject.host().name(), found.version()),
                                COMMAND);
                    }
                    return missing.isEmpty()
                            ? question.passed(shown, wanted)
                            : question.failed(
                                    Severity.HARD,
                                    shown,
                                    wanted,
                                    Text.of(CGROUP_LACKS, subject.host().name(), missing),
                                    "");
                }));
    }
}
