package dev.muster.ui.fits;

import dev.muster.assess.Finding;
import dev.muster.assess.State;
import dev.muster.base.HostName;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.UiWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the findings are laid out: all in one list, host by host, or check by check.
public enum Arrangement {
    ALL(UiWords.FITS_VIEW_ALL),
    BY_HOST(UiWords.FITS_VIEW_HOSTS),
    BY_CHECK(UiWords.FITS_VIEW_CHECKS);

    private final UiWords word;

    Arrangement(UiWords word) {
        this.word = word;
    }

    public UiWords word() {
        return word;
    }

    /// Where a finding stands; empty: with the cluster, or in the one list.
    String key(Finding finding) {
        return switch (this) {
            case ALL -> "";
            case BY_HOST -> finding.about().map(HostName::value).orElse("");
            case BY_CHECK -> finding.id().id();
        };
    }

    /// The sections of these findings, those with the worst first, then by name.
    List<Section> sections(List<Finding> findings) {
        var grouped = new TreeMap<String, List<Finding>>();
        findings.forEach(finding ->
                grouped.computeIfAbsent(key(finding), _ -> new ArrayList<>()).add(finding));
        return grouped.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Finding>> entry) -> worst(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new Section(
                        entry.getKey(),
                        sign(entry.getValue()),
                        entry.getValue().size(),
                        this == BY_HOST ? HostName.parse(entry.getKey()) : java.util.Optional.empty()))
                .toList();
    }

    private static Group worst(List<Finding> findings) {
        return findings.stream().map(Group::of).min(Comparator.naturalOrder()).orElse(Group.FITS);
    }

    /// What doesn't apply to any of them waits; it is never green.
    private static Sign sign(List<Finding> findings) {
        var worst = worst(findings);
        return worst == Group.FITS && findings.stream().allMatch(it -> it.state() == State.NOT_APPLICABLE)
                ? Sign.WAITS
                : worst.sign();
    }
}
