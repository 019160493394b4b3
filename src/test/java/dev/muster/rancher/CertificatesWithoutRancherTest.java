package dev.muster.rancher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Redactor;
import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.rancher.Release;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against practice Rancher; no Rancher took part.
final class CertificatesWithoutRancherTest {

    private PracticeRancher rancher;

    @BeforeEach
    void start() throws Exception {
        rancher = PracticeRancher.start(Release.V2_1_6);
    }

    @AfterEach
    void stop() {
        rancher.close();
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_shown_and_gets_no_token() {
        try (var client = Signed.by(rancher, new Authorities.Known(), _ -> false, Signed.token(rancher))) {
            var problem = problem(client);

            assertThat(problem.kind()).isEqualTo(Problem.Kind.TRUST);
            assertThat(problem.what().key()).isEqualTo(RancherWords.CERTIFICATE_UNKNOWN);
            assertThat(problem.place().value().replace(":", "").toLowerCase(Locale.ROOT))
                    .isEqualTo(rancher.fingerprint());
            assertThat(rancher.asked().all()).isEmpty();
        }
    }

    @Test
    void one_that_the_admin_has_confirmed_is_taken() throws Exception {
        var confirmed = rancher.certificate();
        try (var client = Signed.by(rancher, new Authorities.Known(), confirmed::equals, Signed.token(rancher))) {
            assertThat(client.version().written()).isEqualTo("v2.1.6");
        }
    }

    @Test
    void another_one_than_the_confirmed_is_refused() throws Exception {
        var confirmed = rancher.certificate();
        rancher.changeCertificate();
        try (var client = Signed.by(rancher, new Authorities.Known(), confirmed::equals, Signed.token(rancher))) {
            assertThat(problem(client).kind()).isEqualTo(Problem.Kind.TRUST);
        }
    }

    @Test
    void an_authority_from_a_file_vouches_for_its_server() throws Exception {
        try (var client = Signed.in(rancher)) {
            assertThat(client.version().written()).isEqualTo("v2.1.6");
        }
    }

    @Test
    void an_authority_from_a_file_vouches_for_nobody_else_not_even_confirmed_ones() throws Exception {
        var authority = Signed.certificate(rancher.authority());
        rancher.changeCertificate();
        try (var client =
                Signed.by(rancher, new Authorities.Only(List.of(authority)), _ -> true, Signed.token(rancher))) {
            assertThat(problem(client).what().key()).isEqualTo(RancherWords.CERTIFICATE_OTHER);
        }
    }

    @Test
    void a_fingerprint_stands_for_the_server_or_for_its_authority() throws Exception {
        for (var known : List.of(rancher.fingerprint(), rancher.authorityFingerprint())) {
            try (var client =
                    Signed.by(rancher, new Authorities.Fingerprint(known), _ -> false, Signed.token(rancher))) {
                assertThat(client.version().written()).isEqualTo("v2.1.6");
            }
        }
    }

    @Test
    void another_fingerprint_stands_for_nobody() {
        try (var client =
                Signed.by(rancher, new Authorities.Fingerprint("ab".repeat(32)), _ -> true, Signed.token(rancher))) {
            assertThat(problem(client).what().key()).isEqualTo(RancherWords.CERTIFICATE_OTHER);
        }
    }

    @Test
    void an_authority_vouches_for_the_name_too() throws Exception {
        // made out to 0.0.0.0, reached as 127.0.0.1
        try (var elsewhere = PracticeRancher.start(Release.V2_1_6, "0.0.0.0");
                var client = new Rancher(
                        "https://127.0.0.1:" + elsewhere.port(),
                        new Authorities.Only(List.of(Signed.certificate(elsewhere.authority()))),
                        _ -> false,
                        Signed.token(elsewhere),
                        new Redactor())) {
            assertThat(problem(client).what().key()).isEqualTo(RancherWords.CERTIFICATE_OTHER);
        }
    }

    private static Problem problem(Rancher client) {
        return catchThrowableOfType(ProblemException.class, client::version)
                .problems()
                .getFirst();
    }
}
