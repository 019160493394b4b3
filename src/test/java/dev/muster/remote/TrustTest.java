package dev.muster.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.base.ProblemException;
import dev.muster.remote.Trust.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Muster's own store of host keys, and OpenSSH's files beside it.
final class TrustTest {

    private static final String KEY = key("one");
    private static final String OTHER = key("two");
    private static final String THIRD = key("a third");

    @TempDir
    private Path scratch;

    private Trust trust() {
        return new Trust(scratch.resolve("trust"), List.of(scratch.resolve("known_hosts")));
    }

    private void openSsh(String... lines) throws IOException {
        Files.write(scratch.resolve("known_hosts"), List.of(lines));
    }

    private static String key(String seed) {
        return Base64.getEncoder().encodeToString(("ssh-ed25519 " + seed).getBytes(StandardCharsets.UTF_8));
    }

    private static HostKey behind(String way, String address, String base64) {
        return HostKey.of(way, address, 22, "ssh-ed25519", Base64.getDecoder().decode(base64));
    }

    private static HostKey offered(String address, int port, String base64) {
        return HostKey.of("", address, port, "ssh-ed25519", Base64.getDecoder().decode(base64));
    }

    @ParameterizedTest(name = "{0} {1}:{2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
        # the line in OpenSSH's file, KEY for the offered one | address  | port | verdict
        lin1 ssh-ed25519 KEY                      | lin1      | 22   | Trusted
        LIN1 ssh-ed25519 KEY                      | lin1      | 22   | Trusted
        lin1,10.0.0.11 ssh-ed25519 KEY comment    | 10.0.0.11 | 22   | Trusted
        lin1 ssh-ed25519 KEY                      | lin1      | 2222 | Unknown
        [lin1]:2222 ssh-ed25519 KEY               | lin1      | 2222 | Trusted
        [lin1]:2222 ssh-ed25519 KEY               | lin1      | 22   | Unknown
        [fe80::1]:2222 ssh-ed25519 KEY            | fe80::1   | 2222 | Trusted
        fe80::1 ssh-ed25519 KEY                   | fe80::1   | 22   | Trusted
        lin* ssh-ed25519 KEY                      | lin17     | 22   | Trusted
        lin? ssh-ed25519 KEY                      | lin17     | 22   | Unknown
        *.example.org,!bad.example.org ssh-ed25519 KEY | bad.example.org | 22 | Unknown
        *.example.org,!bad.example.org ssh-ed25519 KEY | good.example.org | 22 | Trusted
        lin1 ssh-ed25519 OTHER                    | lin1      | 22   | Changed
        lin1 ssh-rsa OTHER                        | lin1      | 22   | Changed
        @revoked * ssh-ed25519 KEY                | lin1      | 22   | Changed
        @revoked lin2 ssh-ed25519 KEY             | lin1      | 22   | Unknown
        @revoked lin1 ssh-ed25519 OTHER           | lin1      | 22   | Unknown
        # an authority's key isn't a host's
        @cert-authority * ssh-ed25519 KEY         | lin1      | 22   | Unknown
        @unheard-of lin1 ssh-ed25519 KEY          | lin1      | 22   | Unknown
        '# lin1 ssh-ed25519 KEY'                  | lin1      | 22   | Unknown
        lin1 ssh-ed25519                          | lin1      | 22   | Unknown
        lin1 ssh-ed25519 %%%                      | lin1      | 22   | Unknown
        '   lin1	ssh-ed25519   KEY   '             | lin1      | 22   | Trusted
        """)
    void OpenSSHs_lines_mean_what_they_mean_to_OpenSSH(String line, String address, int port, String expected)
            throws IOException {
        openSsh(line.replace("KEY", KEY).replace("OTHER", OTHER));

        var verdict = trust().judge(offered(address, port, KEY));

        assertThat(verdict.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void a_hashed_name_is_found_and_another_one_is_not() throws Exception {
        openSsh(hashed("[lin1]:2222") + " ssh-ed25519 " + KEY, "|1|broken ssh-ed25519 " + KEY);

        assertThat(trust().judge(offered("lin1", 2222, KEY))).isInstanceOf(Verdict.Trusted.class);
        assertThat(trust().judge(offered("lin1", 2222, OTHER))).isInstanceOf(Verdict.Changed.class);
        assertThat(trust().judge(offered("lin2", 2222, KEY))).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void revoked_beats_confirmed() throws IOException {
        trust().confirm(offered("lin1", 22, KEY));
        openSsh("@revoked lin1 ssh-ed25519 " + KEY);

        assertThat(trust().judge(offered("lin1", 22, KEY)))
                .isInstanceOfSatisfying(
                        Verdict.Changed.class,
                        changed -> assertThat(changed.where()).endsWith("known_hosts:1"));
    }

    @Test
    void our_own_word_counts_before_OpenSSHs() throws IOException {
        trust().confirm(offered("lin1", 22, KEY));
        openSsh("lin1 ssh-ed25519 " + OTHER);

        assertThat(trust().judge(offered("lin1", 22, KEY))).isInstanceOf(Verdict.Trusted.class);
        assertThat(trust().judge(offered("lin1", 22, OTHER))).isInstanceOf(Verdict.Changed.class);
    }

    @Test
    void a_changed_key_is_confirmed_only_after_the_known_one_was_forgotten() {
        trust().confirm(offered("lin1", 22, KEY));

        assertThatThrownBy(() -> trust().confirm(offered("lin1", 22, OTHER))).isInstanceOf(ProblemException.class);
        assertThat(trust().forget(offered("lin1", 22, OTHER))).hasSize(1);
        trust().confirm(offered("lin1", 22, OTHER));
        assertThat(trust().judge(offered("lin1", 22, OTHER))).isInstanceOf(Verdict.Trusted.class);
    }

    @Test
    void forgetting_an_address_forgets_it_at_every_port_and_nothing_else() {
        trust().confirm(offered("lin1", 22, KEY));
        trust().confirm(offered("lin1", 2222, KEY));
        trust().confirm(offered("lin10", 22, KEY));

        trust().confirm(behind("jump/", "lin1", OTHER));

        assertThat(trust().forget("lin1")).hasSize(3);
        assertThat(trust().entries()).extracting(Trust.Entry::names).containsExactly("lin10");
        assertThat(trust().forget("lin1")).isEmpty();
    }

    @Test
    void the_same_address_behind_another_bastion_is_another_machine() {
        trust().confirm(offered("10.0.0.11", 22, KEY));
        trust().confirm(behind("jump.example.org/", "10.0.0.11", OTHER));

        assertThat(trust().judge(behind("[jump.example.org]:2222/", "10.0.0.11", THIRD)))
                .isInstanceOf(Verdict.Unknown.class);
        trust().confirm(behind("[jump.example.org]:2222/", "10.0.0.11", THIRD));
        assertThat(trust().judge(behind("jump.example.org/", "10.0.0.11", THIRD)))
                .isInstanceOf(Verdict.Changed.class);
        assertThat(trust().judge(offered("10.0.0.11", 22, OTHER))).isInstanceOf(Verdict.Changed.class);
        assertThat(trust().judge(behind("[jump.example.org]:2222/", "10.0.0.11", THIRD)))
                .isInstanceOf(Verdict.Trusted.class);

        assertThat(trust().forget("jump.example.org/10.0.0.11")).hasSize(1);
        assertThat(trust().entries())
                .extracting(Trust.Entry::names)
                .containsExactly("10.0.0.11", "[jump.example.org]:2222/10.0.0.11");
    }

    @Test
    void behind_a_bastion_openssh_s_files_count_until_our_own_knows_better() throws IOException {
        openSsh("10.0.0.11 ssh-ed25519 " + KEY);

        assertThat(trust().judge(behind("jump/", "10.0.0.11", KEY))).isInstanceOf(Verdict.Trusted.class);
        assertThat(trust().judge(behind("jump/", "10.0.0.11", OTHER))).isInstanceOf(Verdict.Changed.class);
        openSsh();
        trust().confirm(behind("jump/", "10.0.0.11", OTHER));
        openSsh("10.0.0.11 ssh-ed25519 " + KEY);

        assertThat(trust().judge(behind("jump/", "10.0.0.11", OTHER))).isInstanceOf(Verdict.Trusted.class);
        assertThat(trust().judge(behind("jump/", "10.0.0.11", KEY))).isInstanceOf(Verdict.Changed.class);
    }

    @Test
    void the_store_is_private_and_is_OpenSSHs_format() throws IOException {
        trust().confirm(offered("lin1", 2222, KEY));

        var file = scratch.resolve("trust/known_hosts");
        assertThat(Files.readAllLines(file)).containsExactly("[lin1]:2222 ssh-ed25519 " + KEY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch.resolve("trust"))))
                .isEqualTo("rwx------");
    }

    @Test
    void many_who_confirm_at_once_lose_nothing() throws Exception {
        var tasks = new ArrayList<Callable<Integer>>();
        for (var host = 0; host < 40; host++) {
            var address = "lin" + host;
            tasks.add(() -> {
                trust().confirm(offered(address, 22, KEY));
                return 1;
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        assertThat(trust().entries()).hasSize(40);
    }

    @Test
    void a_pattern_that_is_made_to_take_forever_does_not() throws IOException {
        openSsh("*a".repeat(200) + " ssh-ed25519 " + KEY);

        assertThat(trust().judge(offered("a".repeat(199) + "b", 22, KEY))).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void types_that_are_known_are_told_in_the_order_of_the_file() throws IOException {
        openSsh("lin1 ssh-rsa " + KEY, "lin2 ssh-dss " + KEY, "lin1 ssh-ed25519 " + OTHER, "@revoked lin1 x " + KEY);

        assertThat(trust().types("", "lin1", 22)).containsExactly("ssh-rsa", "ssh-ed25519");
    }

    private static String hashed(String name) throws Exception {
        var salt = "01234567890123456789".getBytes(StandardCharsets.US_ASCII);
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(salt, "HmacSHA1"));
        var base64 = Base64.getEncoder();
        return "|1|" + base64.encodeToString(salt) + "|"
                + base64.encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    }
}
