package dev.muster.remote;

import static dev.muster.remote.TestServer.openTrusting;
import static dev.muster.remote.TestServer.reach;
import static dev.muster.remote.TestServer.secrets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.base.ProblemException;
import dev.muster.remote.Opened.Ready;
import dev.muster.remote.Transfers.Progress;
import dev.muster.remote.Transfers.Way;
import dev.muster.setup.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Putting files on a host, with SFTP and without.
final class TransfersTest {

    @TempDir
    private Path scratch;

    private TestServer server(Way way) throws IOException {
        var server = new TestServer(scratch.resolve("host"))
                .environment(
                        "PARTS",
                        Files.createDirectories(scratch.resolve("parts")).toString());
        if (way == Way.SFTP) {
            server.server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        }
        return server.start();
    }

    private Path file(int bytes) throws IOException {
        var content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(scratch.resolve("file-" + bytes), content);
    }

    private Transfers transfers(TestServer server, SshReach reach) throws InterruptedException {
        var ready = (Ready) openTrusting(scratch, reach, server.host(TestServer.password()));
        return Transfers.over(ready.connection()).orElseThrow();
    }

    private Path to() {
        return scratch.resolve("there it's.bin");
    }

    private List<Path> left() throws IOException {
        try (var files = Files.walk(scratch.resolve("parts"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, SFTP",
        "1, SFTP",
        "1048576, SFTP",
        "3000001, SFTP",
        "0, SHELL",
        "1, SHELL",
        "1048577, SHELL",
        "3000001, SHELL"
    })
    void a_file_arrives_whole_with_its_rights(int bytes, Way way) throws Exception {
        try (var server = server(way);
                var reach = reach(scratch, secrets())) {
            var told = new ArrayList<Long>();

            var put =
                    transfers(server, reach).put(file(bytes), to().toString(), "0750", (there, of) -> told.add(there));

            assertThat(to()).hasSameBinaryContentAs(file(bytes));
            assertThat(Files.getPosixFilePermissions(to())).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
            assertThat(put.way()).isEqualTo(bytes == 0 ? Way.NONE : way);
            assertThat(put.sent()).isEqualTo(bytes);
            assertThat(told).isSorted().last().isEqualTo((long) bytes);
            assertThat(left()).isEmpty();
        }
    }

    @Test
    void a_file_that_is_there_already_is_not_sent() throws Exception {
        try (var server = server(Way.SFTP);
                var reach = reach(scratch, secrets())) {
            var transfers = transfers(server, reach);
            transfers.put(file(100_000), to().toString(), "0644", Progress.NOBODY);

            assertThat(transfers
                            .put(file(100_000), to().toString(), "0600", Progress.NOBODY)
                            .way())
                    .isEqualTo(Way.NONE);
            assertThat(Files.getPosixFilePermissions(to())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(transfers
                            .put(file(100_001), to().toString(), "0600", Progress.NOBODY)
                            .sent())
                    .isEqualTo(100_001);
            assertThat(to()).hasSameBinaryContentAs(file(100_001));
        }
    }

    /// Cut off in the middle: the old file stays, and the next go sends the rest only.
    @ParameterizedTest
    @EnumSource(names = {"SFTP", "SHELL"})
    void what_was_cut_off_goes_on_where_it_stopped(Way way) throws Exception {
        try (var server = server(way);
                var reach = reach(scratch, secrets())) {
            Files.writeString(to(), "as it was");
            var transfers = transfers(server, reach);
            var file = file(5_000_000);

            assertThatThrownBy(() -> transfers.put(file, to().toString(), "0644", (there, of) -> {
                        if (there >= 3_000_000) {
                            server.server.getActiveSessions().forEach(session -> session.close(true));
                        }
                    }))
                    .isInstanceOf(LostException.class);
            assertThat(to()).hasContent("as it was");
            // as whoever loses a line does: our end of it may not have noticed yet
            reach.drop(server.host(TestServer.password()));

            var put = transfers(server, reach).put(file, to().toString(), "0644", Progress.NOBODY);

            assertThat(put.from()).isGreaterThan(1_000_000);
            assertThat(put.from() + put.sent()).isEqualTo(5_000_000);
            assertThat(to()).hasSameBinaryContentAs(file);
            assertThat(left()).isEmpty();
        }
    }

    @Test
    void bytes_that_were_damaged_on_the_host_are_sent_anew() throws Exception {
        try (var server = server(Way.SFTP);
                var reach = reach(scratch, secrets())) {
            var file = file(2_000_000);
            var hash = RealSshd.run("sha256sum", file.toString()).substring(0, 64);
            var home = Files.createDirectories(scratch.resolve("parts").resolve("muster-0"));
            Files.write(home.resolve(hash), new byte[1_500_000]);
            var mine = server.command("id", "[ \"$1\" = -un ] && echo root || echo 0")
                    .command("find", "echo \"$1\"");

            var put = transfers(mine, reach).put(file, to().toString(), "0644", Progress.NOBODY);

            assertThat(put.sent()).isEqualTo(2_000_000);
            assertThat(to()).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void a_host_that_can_not_take_it_says_why_and_keeps_what_it_had() throws Exception {
        try (var server = server(Way.SFTP);
                var reach = reach(scratch, secrets())) {
            var transfers = transfers(server, reach);

            assertThatThrownBy(() -> transfers.put(
                            file(10), scratch.resolve("no/such/folder").toString(), "0644", Progress.NOBODY))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems()
                                            .getFirst()
                                            .what()
                                            .arguments()
                                            .toString())
                                    .contains("there is no folder"));
            assertThatThrownBy(() ->
                            transfers.put(file(10), scratch.resolve("parts").toString(), "0644", Progress.NOBODY))
                    .isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> transfers.put(scratch.resolve("gone"), to().toString(), "0644", Progress.NOBODY))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Subsystem sftp internal-sftp, SFTP",
        "Subsystem sftp /nowhere/sftp-server, SHELL",
        "Subsystem nothing /bin/true, SHELL"
    })
    void openssh_takes_it_by_sftp_or_by_a_script(String subsystem, Way way) throws Exception {
        assumeTrue(RealSshd.isRoot(), "hosts that give root's rights take root");
        try (var sshd = RealSshd.start(scratch.resolve("sshd"), "PermitRootLogin prohibit-password", subsystem);
                var reach = new SshReach(
                        TestServer.trust(scratch), secrets(), new Limits(32, Duration.ofSeconds(5)), scratch, "")) {
            var ready = (Ready) openTrusting(scratch, reach, sshd.host(sshd.login()));
            var file = file(10_000_000);

            var put = Transfers.over(ready.connection())
                    .orElseThrow()
                    .put(file, to().toString(), "0640", Progress.NOBODY);

            assertThat(put.way()).isEqualTo(way);
            assertThat(to()).hasSameBinaryContentAs(file);
        }
    }
}
