package dev.muster.assess.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.assess.Check;
import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Situation;
import dev.muster.base.HostName;
import dev.muster.base.Text;
import dev.muster.text.Language;
import dev.muster.text.Texts;
import java.util.List;

/// What checks find, and what every finding has to have.
final class Findings {

    private Findings() {}

    static List<Finding> all(List<Check> checks, Situation situation) {
        return checks.stream()
                .flatMap(check -> check.assess(situation).stream())
                .toList();
    }

    static Finding find(CheckId id, HostName host, List<Check> checks, Situation situation) {
        return checks.stream()
                .filter(check -> check.id() == id)
                .flatMap(check -> check.assess(situation).stream())
                .filter(finding -> host.equals(finding.host()))
                .findFirst()
                .orElseThrow();
    }

    /// Has its words in both languages, a source, a field, and names its host.
    static void readable(Finding finding) {
        for (var language : Language.values()) {
            var texts = new Texts(language);
            assertThat(List.of(finding.found(), finding.wanted(), finding.what(), finding.why(), finding.fix()))
                    .allSatisfy(text -> assertThat(texts.of(text))
                            .isNotBlank()
                            .doesNotContain("{")
                            .doesNotContain("Unknown[", "Known["));
        }
        assertThat(finding.source()).isNotBlank();
        assertThat(finding.field()).startsWith("hosts[");
        assertThat(english(finding.what()))
                .contains(finding.about().orElseThrow().value());
    }

    static String english(Text text) {
        return new Texts(Language.EN).of(text);
    }
}
