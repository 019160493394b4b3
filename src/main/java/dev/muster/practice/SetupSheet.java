package dev.muster.practice;

import dev.muster.practice.rancher.PracticeRancher;
import dev.muster.practice.rancher.Release;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The setup file of a practice.
final class SetupSheet {

    private static final Set<String> CLEANED = Set.of("lin1", "lin3");

    private SetupSheet() {}

    static String text(
            Release release, PracticeRancher rancher, List<PracticeHost> hosts, List<PracticeWindows> windows) {
        return """
            # Practice: seven hosts that exist in this process only. %s
            muster: 1
            name: practice
            goal: join
            rancher:
              version: %s
              server: "%s"
              api: {token: {env: PRACTICE_API}}
              ca: {sha256: "%s"}
            cluster: {name: factory, %s}
            defaults: {login: ops}
            logins:
              ops: {user: ops, password: {env: PRACTICE_PASSWORD}, sudo: {password: {env: PRACTICE_SUDO}}}
              typo: {user: ops, password: {env: PRACTICE_PASSWORD}, sudo: {password: {env: PRACTICE_SUDO_TYPO}}}
              win: {user: Administrator, password: {env: PRACTICE_WINDOWS}}
            hosts:
            %s%saccept:
              - {check: leftovers.found, host: lin3, because: "An earlier cluster's, cleaned but for these; practice goes on"}
            %s\
            """.formatted(
                        release.isToday()
                                ? "One of them can't take part; six join."
                                : "Three of them can't take part; four join.",
                        release.version(),
                        rancher.url(),
                        rancher.fingerprint(),
                        release.isToday()
                                ? "distribution: rke2, kubernetes: v1.35.7+rke2r1, network: flannel"
                                : "kubernetes: v1.11.6-rancher1-1, network: flannel-host-gw",
                        hosts.stream().map(SetupSheet::host).collect(Collectors.joining()),
                        windows.stream().map(SetupSheet::windows).collect(Collectors.joining()),
                        release.isToday()
                                ? "  - {check: host.arch, host: lin5, because: \"Practice tries the experiment\"}\n"
                                : "");
    }

    /// One that was a node and one that wasn't, to practise cleaning.
    static String cleaning(List<PracticeHost> hosts) {
        return """
            # Practice: two hosts that exist in this process only.
            muster: 1
            name: practice-cleaning
            goal: clean
            defaults: {login: ops}
            logins:
              ops: {user: ops, password: {env: PRACTICE_PASSWORD}, sudo: {password: {env: PRACTICE_SUDO}}}
            hosts:
            %s\
            """.formatted(hosts.stream()
                .filter(host -> CLEANED.contains(host.personality().host()))
                .map(SetupSheet::host)
                .collect(Collectors.joining()));
    }

    private static String windows(PracticeWindows host) {
        return """
              # %s
              - {name: %s, address: 127.0.0.1, port: %d, os: windows, roles: [worker], login: win}
            """.formatted(host.personality().remark(), host.personality().host(), host.port());
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
