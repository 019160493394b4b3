package dev.muster.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Four distinctive secrets go in; none is found anywhere afterwards, nor while it runs: not in a file of the
/// workstation's, not in an argument or environment (but the variable that the user set), not in a job's folder or a
/// process list on the host.
///
/// Where 2.1 itself keeps the token is out of Muster's hands, and the review page says so: in the agent's container.
@Tag("lab")
class SecretsTest {

    private static final String PASSWORD = "plAnted/Password+7f3a9c";
    private static final String SUDO = PASSWORD; // one account, one password: sudo asks for the same
    private static final String PASSPHRASE = "plAnted Passphrase&51d0e2";
    private static final String TOKEN = "plantedt0kenplantedt0kenplantedt0kenplantedt0ken9x8z7w";

    @TempDir
    Path folder;

    @Test
    void no_planted_secret_is_left_or_seen_anywhere() throws IOException {
        var lab = Lab.open();
        var hosts = lab.fresh(List.of("STAND_IN_LINES=400", "STAND_IN_POD_AFTER=3"), "n1", "n2");
        hosts.getFirst().says("printf '%s\\n' 'pw:" + PASSWORD + "' | chpasswd");
        var locked = folder.resolve("locked-key");
        Program.run(
                        Duration.ofSeconds(20),
                        List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", PASSPHRASE, "-f", locked.toString()))
                .orFail();
        hosts.get(1)
                .says("echo '" + Files.readString(Path.of(locked + ".pub")).strip()
                        + "' >>/home/ops/.ssh/authorized_keys");
        var logins = List.of(
                "{user: pw, password: {env: PW}, sudo: {password: {env: PW}}}",
                "{user: ops, key: %s, passphrase: {env: PHRASE}}".formatted(locked));
        var job = Job.with(folder, lab, hosts, logins, lab.registration(TOKEN), "PW", PASSWORD, "PHRASE", PASSPHRASE);

        var seen = new ArrayList<String>();
        var run = job.startRun();
        var stop = new AtomicBoolean();
        var watch = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                seen.addAll(processesWithSecrets(run));
                hosts.forEach(host -> seen.addAll(secretsIn(host.name() + " processes", host.says("""
                    for p in /proc/[0-9]*; do
                        tr '\\0' ' ' <$p/cmdline; echo
                        case $(readlink $p/exe) in */stand-in-agent | */busybox | */sh | */curl | */sleep) ;; *) tr '\\0' ' ' <$p/environ; echo ;; esac
                    done 2>/dev/null
                    """))));
                Waiting.aMoment();
            }
        });
        run.says(Duration.ofSeconds(90), Pattern.compile("stand-in line 50 of").asPredicate());
        hosts.forEach(host -> seen.addAll(secretsIn(
                host.name() + " job folders",
                host.says("find /var/lib/muster -type f -exec cat {} + 2>/dev/null || :"))));
        run.killHard();
        var resumed = job.resume();
        stop.set(true);
        assertThat(resumed.exit()).as(resumed::toString).isZero();
        join(watch);

        job.check("--json");
        job.plan("--scripts", folder.resolve("scripts").toString());
        job.muster().muster("report", "last", "--out", folder.resolve("report").toString());
        seen.addAll(secretsIn("what it said", run.out() + run.err() + resumed));
        for (var host : hosts) {
            assertThat(host.tokensSeen()).as("the token arrived").containsExactly(Sha256.of(TOKEN));
            seen.addAll(secretsIn(
                    host.name() + " files",
                    host.says("find /var/lib/muster /tmp /root /home /var/log /etc/kubernetes /run -xdev -type f"
                            + " -size -20M -exec cat {} + 2>/dev/null || :")));
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(one -> !one.equals(locked))
                    .toList()) {
                seen.addAll(secretsIn(file.toString(), Files.readString(file, ISO_8859_1)));
            }
        }
        assertThat(seen).isEmpty();
    }

    private static List<String> processesWithSecrets(Program run) {
        return ProcessHandle.of(run.id()).stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                .flatMap(one -> secretsIn("arguments of " + one.pid(), argumentsOf(one.pid())).stream())
                .toList();
    }

    private static String argumentsOf(long process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process), "cmdline"), ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has ended
        }
    }

    /// Where a secret stands in a text: in clear, as base64 at any of its three alignments, UTF-16, in a URL.
    private static List<String> secretsIn(String where, String text) {
        return forms().entrySet().stream()
                .filter(form -> text.contains(form.getKey()))
                .map(form -> where + ": " + form.getValue())
                .toList();
    }

    private static Map<String, String> forms() {
        var forms = new LinkedHashMap<String, String>();
        for (var secret : List.of(PASSWORD, SUDO, PASSPHRASE, TOKEN)) {
            forms.put(secret, secret + " in clear");
            forms.put(URLEncoder.encode(secret, UTF_8), secret + " in URL form");
            for (var encoded : List.of(secret.getBytes(UTF_8), secret.getBytes(UTF_16LE))) {
                for (var shift = 0; shift < 3; shift++) {
                    var shifted = new byte[encoded.length + shift];
                    System.arraycopy(encoded, 0, shifted, shift, encoded.length);
                    var base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                    // the first and the last letters depend on the neighbours
                    forms.put(base64.substring(shift == 0 ? 0 : 4, base64.length() - 2), secret + " in base64");
                }
            }
        }
        return forms;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
