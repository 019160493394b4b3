package dev.muster.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.muster.setup.SetupWords;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class SetupSchemaTest {

    /// One of each goal, with every part of the format between them.
    static Stream<String> examples() {
        return Stream.of(Given.HEALTHY, """
            muster: 1
            name: factory
            goal: join
            rancher: {version: v2.1.6, ca: {sha256: %s}, api: {user: admin, password: {keychain: rancher}}}
            defaults: {login: ops, via: jump, port: 22, os: linux}
            logins:
              ops: {user: ops, key: ~/.ssh/id, passphrase: {prompt: true}, certificate: c, sudo: {password: {env: S}}}
              win: {user: a, password: {env: W}, domain: CORP}
              krb: {user: a, keytab: k}
            bastions:
              jump: {address: jump.example.org, port: 22, login: ops, via: other}
            hosts:
              - {name: lin1, address: 10.0.0.11, roles: [worker], interface: eth0, nodeName: a, taints: ["a=b:NoSchedule"]}
              - {name: win1, address: "fd00::1", os: windows, connect: winrm, winrm: {https: true, auth: ntlm}, roles: [worker]}
            images: [{name: a/b, build: 17763}, {name: c, build: "10.0.14393.1770"}]
            tools: {runOn: workstation, helm: a, kubectl: b, rke: c, folder: d}
            proxy: {http: "http://p", https: "http://p", noProxy: [a, b]}
            registry: {address: r, user: u, password: {env: P}, ca: c}
            limits: {parallel: 32, perBastion: 8, connectSeconds: 10}
            """.formatted("ab".repeat(32)), """
            muster: 1
            name: rancher-prod
            goal: install
            rancher:
              version: v2.15
              edition: prime
              hostname: rancher.example.org
              replicas: 3
              chart: {repository: r, version: v, values: {a: {b: 1}}, atomic: false}
              tls: {source: secret, certificate: tls/chain.pem, key: tls/key.pem, ca: tls/ca.pem, email: a@b}
            cluster: {name: local, distribution: rke2, kubernetes: v1.35, endpoint: 10.0.1.5, token: {env: T},
              kubeconfig: k, balancer: haproxy, cloudProvider: none, rkeConfig: r.yml, podCidr: 10.42.0.0/16}
            logins: {ops: {user: ops, agent: true, sudo: {password: {prompt: true}}}}
            hosts:
              - {name: lb1, address: 10.0.1.5, roles: [balancer]}
              - {name: r1, address: local, roles: [server]}
            """, """
            muster: 1
            name: retire-factory
            goal: clean
            hosts: [{name: lin2, address: 10.0.0.12, port: 2222, roles: [worker]}]
            clean: {images: true, snapshots: false, volumes: false, reboot: true, also: [a], except: [b], cluster: none}
            """);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void takes_everything_that_the_format_has(String text) {
        var tree = new YamlReader(text, new ArrayList<>()).read().orElseThrow();

        assertThat(SetupSchema.errors(TreeJson.of(tree))).isEmpty();
    }

    @Test
    void is_itself_a_schema_by_its_own_dialect() {
        var dialect = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(dialect.validate(SetupSchema.json(), InputFormat.JSON)).isEmpty();
        assertThat(new JsonMapper().readTree(SetupSchema.json()).get("$id").asString())
                .isEqualTo("urn:muster:setup:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"version: v2.1.6", "name: lin1", "check: docker.version", "disk: ssd", "user: Administrator"})
    void a_line_break_at_the_end_of_a_value_is_no_part_of_it(String there) {
        var value = there.substring(there.indexOf(' ') + 1);
        var text = Given.with(there, there.replace(value, "\"" + value + "\\n\""));

        assertThat(Given.problems(text)).isNotEmpty();
    }

    @Test
    void the_registration_is_a_secret_or_its_parts() {
        var both = Given.with("{env: REGISTRATION}", "{env: A, token: {env: T}, image: a}");

        assertThat(Given.problems(both))
                .extracting(
                        problem -> problem.what().key() + " " + problem.place().field())
                .containsExactly(SetupWords.UNKNOWN_KEY + " rancher.registration.env");
    }
}
