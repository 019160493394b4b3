package dev.muster.practice;

import java.util.List;
import java.util.stream.Collectors;

/// The setup file of a practice.
final class SetupSheet {

    private SetupSheet() {}

    static String text(List<PracticeHost> hosts) {
        return """
            # Practice: five hosts that exist in this process only. Two of them can't take part; three join.
            muster: 1
            name: practice
            goal: join
            rancher:
              version: v2.1.6
              server: "%s"
              registration: {env: PRACTICE_REGISTRATION}
            cluster: {name: practice, kubernetes: v1.11.6-rancher1-1, network: canal}
            defaults: {login: ops}
            logins:
              ops: {user: ops, password: {env: PRACTICE_PASSWORD}, sudo: {password: {env: PRACTICE_SUDO}}}
              typo: {user: ops, password: {env: PRACTICE_PASSWORD}, sudo: {password: {env: PRACTICE_SUDO_TYPO}}}
            hosts:
            %saccept:
              - {check: leftovers.found, host: lin3, because: "An earlier cluster's, cleaned but for these; practice goes on"}
            """.formatted(
                        Credentials.SERVER, hosts.stream().map(SetupSheet::host).collect(Collectors.joining()));
    }

    private static String host(PracticeHost host) {
        var who = host.personality();
        return """
              # %s
              - {name: %s, address: 127.0.0.1, port: %d, roles: [%s]%s}
            """.formatted(
                        who.remark(),
                        who.host(),
                        host.port(),
                        String.join(", ", who.roles()),
                        who.login().equals("ops") ? "" : ", login: " + who.login());
    }
}
