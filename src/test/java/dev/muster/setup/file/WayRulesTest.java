package dev.muster.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.ProblemException;
import dev.muster.setup.SetupWords;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a host may be talked to, and where the file says it wrongly.
final class WayRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        os: windows, winrm: {auth: digest}                        | WORD_UNKNOWN     | winrm.auth
        os: windows, winrm: {auth: certificate}                   | AUTH_CERTIFICATE | winrm
        os: windows, winrm: {https: false, auth: basic}           | AUTH_CLEAR       | winrm
        os: windows, winrm: {https: false, auth: kerberos}        | AUTH_ADDRESS     | winrm
        os: windows, winrm: {auth: kerberos}                      | AUTH_ADDRESS     | winrm
        os: windows, connect: ssh, winrm: {https: true}           | WINRM_OR_SSH     | winrm
        os: linux, winrm: {https: true}                           | WINRM_LINUX      | winrm
        os: linux, connect: winrm                                 | WINRM_LINUX      | connect
        """)
    void what_cannot_work_is_told_at_its_field(String way, SetupWords what, String field) {
        var problems = problems(way);

        assertThat(problems.problems()).anySatisfy(problem -> {
            assertThat(problem.what().key()).isEqualTo(what);
            assertThat(problem.place().field()).isEqualTo("hosts[2]." + field);
        });
    }

    private static ProblemException problems(String way) {
        try {
            SetupFile.parse(Given.with("os: windows", way), "factory.muster.yaml", Path.of("."));
        } catch (ProblemException e) {
            return e;
        }
        throw new AssertionError("nothing is wrong with " + way);
    }
}
