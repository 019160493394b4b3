package dev.muster.rancher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Secret;
import dev.muster.practice.rancher.Mishap;
import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.rancher.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against practice Rancher; no Rancher took part.
final class SigningInWithoutRancherTest {

    @ParameterizedTest(name = "{0}: today {1}")
    @CsvSource(textBlock = """
        v2.1.6,   false
        v2.5.17,  false
        v2.6.0,   true
        v2.12.12, true
        v2.15.0,  true
        """)
    void the_version_chooses_the_line(String version, boolean today) throws Exception {
        try (var rancher = PracticeRancher.start(new Release(version));
                var client = Signed.in(rancher)) {
            assertThat(client.version().written()).isEqualTo(version);
            assertThat(client.version().isToday()).isEqualTo(today);
        }
    }

    @Test
    void a_user_signs_in_with_a_password_and_out_again() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6)) {
            try (var client = Signed.by(rancher, Signed.admin(rancher.firstPassword()))) {
                assertThat(client.version().written()).isEqualTo("v2.1.6");
            }
            assertThat(rancher.asked().changes())
                    .containsExactly("POST /v3-public/localProviders/local", "POST /v3/tokens");
        }
    }

    @Test
    void where_the_old_way_is_switched_off_the_new_one_is_taken() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_15_0);
                var client = Signed.by(rancher, Signed.admin(rancher.firstPassword()))) {
            rancher.mishaps().next("POST", "/v3-public/", new Mishap.Refused(404, "NotFound", "", "switched off"));

            assertThat(client.version().written()).isEqualTo("v2.15.0");
        }
    }

    @Test
    void a_wrong_password_names_the_user_and_nothing_else() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.by(rancher, Signed.admin("hunter2hunter2"))) {
            var thrown = catchThrowableOfType(ProblemException.class, client::version);

            var problem = thrown.problems().getFirst();
            assertThat(problem.what().key()).isEqualTo(RancherWords.PASSWORD_WRONG);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.CHECK);
            assertThat(thrown.toString() + problem).doesNotContain("hunter2");
        }
    }

    @Test
    void a_token_that_is_refused_half_way_is_asked_for_once_again() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6)) {
            var first = Secret.of(rancher.token());
            rancher.expireTokens();
            var told = new Signed.Told(new Access.ApiToken(first), new Access.ApiToken(Secret.of(rancher.token())));
            try (var client = Signed.by(rancher, told)) {
                assertThat(client.version().written()).isEqualTo("v2.1.6");
                assertThat(told.asked()).hasValue(1);

                rancher.expireTokens();

                assertThatThrownBy(client::version).isInstanceOf(ProblemException.class);
                assertThat(told.asked()).hasValue(1);
            }
        }
    }

    @Test
    void a_password_is_signed_in_with_again_when_its_token_has_come_to_its_end() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.by(rancher, Signed.admin(rancher.firstPassword()))) {
            client.version();
            rancher.expireTokens();
            client.version();
            rancher.expireTokens();

            assertThat(client.version().written()).isEqualTo("v2.1.6");
        }
    }

    @Test
    void many_threads_with_one_refused_token_ask_once() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6)) {
            var told = Signed.token(rancher);
            try (var client = Signed.by(rancher, told)) {
                client.version();
                rancher.expireTokens();
                var fresh = new Signed.Told(told.get(), new Access.ApiToken(Secret.of(rancher.token())));
                try (var other = Signed.by(rancher, fresh);
                        var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
                    var asked = java.util.stream.IntStream.range(0, 20)
                            .mapToObj(_ -> threads.submit(other::version))
                            .toList();
                    for (var each : asked) {
                        assertThat(each.get().written()).isEqualTo("v2.1.6");
                    }
                    assertThat(fresh.asked()).hasValue(1);
                }
            }
        }
    }

    @Test
    void the_first_sign_in_of_2_1_changes_admin_and_sets_the_address() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.by(rancher, Signed.admin("admin"))) {
            var first = client.firstSignIn();
            assertThat(first.isPending()).isTrue();

            first.carryOut(client.version(), Secret.of("admin"), Secret.of("another"), rancher.url());

            assertThat(first.isPending()).isFalse();
            assertThat(rancher.setting("server-url")).isEqualTo(rancher.url());
        }
    }

    @ParameterizedTest(name = "{0} characters: {1}")
    @CsvSource({"11, false", "12, true"})
    void the_first_sign_in_of_today_wants_twelve_characters(int length, boolean enough) throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_15_0);
                var client = Signed.by(rancher, Signed.admin(rancher.firstPassword()))) {
            var first = client.firstSignIn();
            var version = client.version();
            var given = Secret.of(rancher.firstPassword());
            var wanted = Secret.of("x".repeat(length));

            if (enough) {
                first.carryOut(version, given, wanted, rancher.url());
                assertThat(first.isPending()).isFalse();
            } else {
                assertThatThrownBy(() -> first.carryOut(version, given, wanted, rancher.url()))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertThat(e.problems().getFirst().what().key())
                                        .isEqualTo(RancherWords.PASSWORD_SHORT));
                assertThat(rancher.asked().changes()).doesNotContain("POST /v3/users");
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
        403, Forbidden, FORBIDDEN
        404, NotFound,  NO_SUCH_PATH
        409, Conflict,  REFUSED
        422, Invalid,   REFUSED
        500, ServerError, REFUSED
        """)
    void each_refusal_is_a_problem_of_its_own(int status, String code, RancherWords expected) throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.in(rancher)) {
            rancher.mishaps().next("GET", "/v3/clusters", new Mishap.Refused(status, code, "name", "no"));
            var version = new ServerVersion("v2.1.6");

            var thrown = catchThrowableOfType(ProblemException.class, () -> client.find(version, "factory"));

            assertThat(thrown.problems().getFirst().what().key()).isEqualTo(expected);
        }
    }

    @Test
    void a_busy_rancher_is_asked_again_and_in_the_end_that_is_said() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.in(rancher)) {
            rancher.mishaps().next("GET", "/v3/settings/server-version", new Mishap.Busy(429, 0));
            rancher.mishaps().next("GET", "/v3/settings/server-version", new Mishap.Busy(503, -1));
            rancher.mishaps().next("GET", "/v3/settings/server-version", new Mishap.Cut());
            assertThat(client.version().written()).isEqualTo("v2.1.6");

            for (var i = 0; i < 4; i++) {
                rancher.mishaps().next("GET", "/v3/settings/server-version", new Mishap.Busy(503, 0));
            }
            var thrown = catchThrowableOfType(ProblemException.class, client::version);
            assertThat(thrown.problems().getFirst().what().key()).isEqualTo(RancherWords.BUSY);
        }
    }

    @Test
    void a_proxys_page_and_a_redirect_are_no_api() throws Exception {
        try (var rancher = PracticeRancher.start(Release.V2_1_6);
                var other = PracticeRancher.start(Release.V2_1_6);
                var client = Signed.in(rancher)) {
            rancher.mishaps().next("GET", "/v3/settings", new Mishap.Page(200));
            var page = catchThrowableOfType(ProblemException.class, client::version);
            rancher.mishaps().next("GET", "/v3/settings", new Mishap.Elsewhere(other.url() + "/v3/settings"));
            var redirect = catchThrowableOfType(ProblemException.class, client::version);

            assertThat(page.problems().getFirst().what().key()).isEqualTo(RancherWords.NOT_RANCHER);
            assertThat(redirect.problems().getFirst().what().key()).isEqualTo(RancherWords.NOT_RANCHER);
            // the token went nowhere else
            assertThat(other.asked().all()).isEmpty();
        }
    }

    @Test
    void nobody_there_is_said_with_the_address() throws Exception {
        var rancher = PracticeRancher.start(Release.V2_1_6);
        try (var client = Signed.in(rancher)) {
            rancher.close();

            var thrown = catchThrowableOfType(ProblemException.class, client::version);

            var problem = thrown.problems().getFirst();
            assertThat(problem.what().key()).isEqualTo(RancherWords.UNREACHABLE);
            assertThat(problem.what().arguments().getFirst()).isEqualTo(rancher.url());
        }
    }
}
