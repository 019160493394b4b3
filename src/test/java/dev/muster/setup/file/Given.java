package dev.muster.setup.file;

import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.setup.Setup;
import java.nio.file.Path;
import java.util.List;

/// A setup that is right in everything; each test breaks one thing of it.
final class Given {

    static final String HEALTHY = """
        muster: 1
        name: factory
        goal: join
        rancher: {version: v2.1.6, server: "https://rancher.example.org", registration: {env: REGISTRATION}}
        cluster: {name: factory, kubernetes: v1.11.6-rancher1-1, network: flannel-host-gw}
        defaults: {login: ops}
        logins:
          ops: {user: ops, password: {env: OPS_PASSWORD}}
          win: {user: Administrator, password: {prompt: true}}
        hosts:
          - {name: lin1, address: 10.0.0.11, roles: [etcd, controlplane, worker]}
          - {name: lin2, address: 10.0.0.12, port: 2222, roles: [worker], labels: {disk: ssd}}
          - {name: win1, address: 10.0.0.21, os: windows, roles: [worker], login: win}
        accept:
          - {check: docker.version, host: lin2, because: "18.09 runs on all our other nodes"}
        """;

    private Given() {}

    /// The healthy text with one thing replaced.
    static String with(String there, String instead) {
        if (!HEALTHY.contains(there)) {
            throw new IllegalArgumentException("not in the healthy setup: " + there);
        }
        return HEALTHY.replace(there, instead);
    }

    static Setup read(String text) {
        return SetupFile.parse(
                text, "factory.muster.yaml", new Surroundings(Path.of("/work"), Path.of("/home/ada"), "ada"));
    }

    static List<Problem> problems(String text) {
        try {
            throw new AssertionError("read without a problem: " + read(text));
        } catch (ProblemException e) {
            return e.problems();
        }
    }
}
