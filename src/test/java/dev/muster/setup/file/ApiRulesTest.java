package dev.muster.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.setup.RancherApi;
import dev.muster.setup.SecretRef;
import dev.muster.setup.ServerCa;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiRulesTest {

    private static final String COMMAND = "registration: {env: REGISTRATION}";

    @Test
    void a_token_is_one_way_to_sign_in() {
        var rancher = Given.read(Given.with(COMMAND, "api: {token: {env: TOKEN}}, ca: tls/ca.pem"))
                .rancher();

        assertThat(rancher.api()).isEqualTo(new RancherApi.Token(new SecretRef.Env("TOKEN")));
        assertThat(rancher.ca()).isEqualTo(new ServerCa.InFile(Path.of("/work/tls/ca.pem")));
        assertThat(rancher.registration()).isNull();
    }

    @Test
    void a_user_with_a_password_is_the_other() {
        var rancher = Given.read(Given.with(
                        COMMAND, "api: {user: admin, password: {prompt: true}}, ca: {sha256: " + "AB".repeat(32) + "}"))
                .rancher();

        assertThat(rancher.api()).isEqualTo(new RancherApi.User("admin", new SecretRef.Prompt()));
        assertThat(rancher.ca()).isEqualTo(new ServerCa.Sha256("ab".repeat(32)));
    }

    @ParameterizedTest(name = "{0} instead of {1}: {2} at {3}")
    @CsvSource(delimiter = '|', textBlock = """
        registration: {env: REGISTRATION} | api: {}                                             | API_ONE_WAY          | rancher.api
        registration: {env: REGISTRATION} | api: {token: {env: A}, user: a, password: {env: B}} | API_ONE_WAY          | rancher.api
        registration: {env: REGISTRATION} | registration: {env: A}, api: {token: {env: B}}      | API_AND_REGISTRATION | rancher.api
        registration: {env: REGISTRATION} | registration: {env: A}, ca: ca.pem                  | CA_WITHOUT_API       | rancher.ca
        """)
    void what_does_not_go_together_is_said(String there, String instead, String word, String field) {
        assertThat(Given.problems(Given.with(there, instead)))
                .extracting(
                        problem -> problem.what().key() + " " + problem.place().field())
                .containsExactly(word + " " + field);
    }

    @Test
    void what_signing_in_needs_is_asked_for() {
        var api = Given.with(COMMAND, "api: {token: {env: TOKEN}}");

        assertThat(Given.problems(api.replace("server: \"https://rancher.example.org\", ", "")))
                .extracting(problem -> problem.what().key().name())
                .containsExactly("API_WITHOUT_SERVER");
        assertThat(Given.problems(api.replace("cluster: {name: factory, ", "cluster: {")))
                .extracting(problem -> problem.what().key().name())
                .containsExactly("API_WITHOUT_CLUSTER");
    }
}
