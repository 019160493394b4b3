package dev.muster.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsReleaseReaderTest {

    /// The files as the distributions ship them, line breaks written as `|`.
    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
        NAME="Ubuntu"|VERSION="16.04.7 LTS (Xenial Xerus)"|ID=ubuntu|ID_LIKE=debian|PRETTY_NAME="Ubuntu 16.04.7 LTS"|VERSION_ID="16.04"; ubuntu; 16.04; Ubuntu 16.04.7 LTS; debian
        NAME="CentOS Linux"|VERSION="7 (Core)"|ID="centos"|ID_LIKE="rhel fedora"|VERSION_ID="7"|PRETTY_NAME="CentOS Linux 7 (Core)"; centos; 7; CentOS Linux 7 (Core); rhel fedora
        NAME="RancherOS"|VERSION=v1.4.0|ID=rancheros|ID_LIKE=|VERSION_ID=v1.4.0|PRETTY_NAME="RancherOS v1.4.0"; rancheros; v1.4.0; RancherOS v1.4.0; ^^
        NAME="SLES"|VERSION="12-SP3"|VERSION_ID="12.3"|PRETTY_NAME="SUSE Linux Enterprise Server 12 SP3"|ID="sles"; sles; 12.3; SUSE Linux Enterprise Server 12 SP3; ^^
        NAME="Alpine Linux"|ID=alpine|VERSION_ID=3.8.1|PRETTY_NAME="Alpine Linux v3.8"; alpine; 3.8.1; Alpine Linux v3.8; ^^
        PRETTY_NAME="Debian GNU/Linux forky/sid"|NAME="Debian GNU/Linux"|ID=debian; debian; ^^; Debian GNU/Linux forky/sid; ^^
        # neither a name nor an id: as os-release(5) says
        ANSI_COLOR="0,31"; linux; ^^; Linux; ^^
        NAME='Own Linux'|ID='own'; own; ^^; Own Linux; ^^
        # quotes in quotes, a comment, an assignment that isn't one
        # comment|NAME="A \\"b\\" \\$HOME \\\\ \\`x\\`"|ID=a'b'"c"|export X=1; abc; ^^; A "b" $HOME \\ `x`; ^^
        # nothing is run
        ID=$(reboot)|NAME=`id`|VERSION_ID="${HOME}"; $(reboot); ${HOME}; `id`; ^^
        """)
    void every_distributions_file_is_read(String file, String id, String version, String pretty, String like) {
        var read = OsReleaseReader.read(file.replace("|", "\n"));

        assertThat(read.id()).isEqualTo(id);
        assertThat(read.versionId()).isEqualTo(version);
        assertThat(read.prettyName()).isEqualTo(pretty);
        assertThat(read.idLike()).isEqualTo(Answers.words(like));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(textBlock = """
        7,   CentOS Linux release 7.6.1810 (Core),                     7.6
        7.5, Red Hat Enterprise Linux Server release 7.5 (Maipo),      7.5
        # another file's version is nobody's
        16,  CentOS Linux release 7.6.1810 (Core),                     16
        7,   CentOS Linux,                                             7
        7,   '',                                                       7
        """)
    void centos_says_its_minor_version_elsewhere(String version, String redhat, String refined) {
        var os = OsReleaseReader.read("ID=centos\nVERSION_ID=" + version + "\n");

        assertThat(OsReleaseReader.refined(os, redhat).versionId()).isEqualTo(refined);
    }

    @Test
    void escapes_and_marks_that_turn_the_line_around_are_not_shown() {
        var read = OsReleaseReader.read("ID=x\nPRETTY_NAME=\"\u001b[31mred\u202egnp.exe\u0000\"\n");

        assertThat(read.prettyName()).isEqualTo("\uFFFD[31mred\uFFFDgnp.exe\uFFFD");
    }
}
