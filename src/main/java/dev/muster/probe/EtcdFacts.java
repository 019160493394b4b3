package dev.muster.probe;

import dev.muster.base.Reading;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Who the members of an etcd are, as each was told when it started: `etcd-n1=https://10.0.0.1:2380,…`.
final class EtcdFacts {

    private static final Pattern MEMBER = Pattern.compile("https?://(\\[[0-9a-fA-F:]+]|[A-Za-z0-9.-]+)(?::\\d+)?");

    private EtcdFacts() {}

    static Reading<List<String>> members(Answers answers) {
        return answers.lines("etcd")
                .map(lines -> lines.stream()
                        .flatMap(line -> MEMBER.matcher(line).results().map(EtcdFacts::address))
                        .distinct()
                        .toList());
    }

    private static String address(MatchResult member) {
        return member.group(1).replaceAll("[\\[\\]]", "");
    }
}
