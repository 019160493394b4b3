package dev.muster.ui.fits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.assess.State;
import dev.muster.base.Text;
import dev.muster.ui.kit.UiWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GroupTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
        # severity, state,       group,     acceptable
        HARD,       FAILED,         STOPS,     false
        HARD,       PENDING,        STOPS,     false
        HARD,       UNKNOWN,        STOPS,     false
        HARD,       PASSED,         FITS,      false
        SOFT,       FAILED,         TO_ACCEPT, true
        SOFT,       PENDING,        UNKNOWN,   false
        SOFT,       UNKNOWN,        UNKNOWN,   false
        SOFT,       ACCEPTED,       ACCEPTED,  false
        INFO,       FAILED,         FITS,      false
        INFO,       UNKNOWN,        UNKNOWN,   false
        HARD,       NOT_APPLICABLE, FITS,      false
        """)
    void a_finding_stands_with_its_like(Severity severity, State state, Group group, boolean acceptable) {
        var nothing = Text.of(UiWords.NOTHING);
        var finding = new Finding(
                CheckId.HOST_OS, null, severity, state, nothing, nothing, nothing, nothing, nothing, "", "", "", "");

        assertThat(Group.of(finding)).isEqualTo(group);
        assertThat(FitsModel.acceptable(finding)).isEqualTo(acceptable);
    }
}
