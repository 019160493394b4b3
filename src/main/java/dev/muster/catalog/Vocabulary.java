package dev.muster.catalog;

import java.util.Set;
import java.util.regex.Pattern;

/// What entries may refer to: the builds of `windows.yaml` and the short names of `sources.yaml`.
record Vocabulary(Set<Integer> builds, Set<String> sources) {

    /// `rancher/rke#1123`: an issue names itself; its date is that of the legend's `ISSUES`.
    private static final Pattern ISSUE = Pattern.compile("[\\w.-]+/[\\w.-]+#\\d+");

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*");

    Vocabulary {
        builds = Set.copyOf(builds);
        sources = Set.copyOf(sources);
    }

    /// Whether a source names a short name of the legend, whose date is then the entry's.
    boolean knows(String source) {
        return ISSUE.matcher(source).find()
                || WORD.matcher(source).results().anyMatch(word -> sources.contains(word.group()));
    }
}
