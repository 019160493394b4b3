package dev.muster.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorLinesTest {

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
        # line | says that it is wrong
        ERROR: Configured cacerts checksum does not match                  | true
        error: /proc/sys can't be written. Run as root.                    | true
        time="2026-11-23T14:02:13Z" level=error msg="Failed to connect"    | true
        time="2026-11-23T14:02:13Z" level=fatal msg="bad"                  | true
        INFO: https://rancher.example.org/ping is accessible               | false
        time="2026-11-23T14:02:13Z" level=info msg="no error so far"       | false
        0 errors found                                                     | false
        """)
    void only_lines_that_call_themselves_an_error_are_painted(String line, boolean wrong) {
        assertThat(ErrorLines.saysWrong(line)).isEqualTo(wrong);
    }
}
