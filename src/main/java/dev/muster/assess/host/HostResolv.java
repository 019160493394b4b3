package dev.muster.assess.host;

import static dev.muster.assess.host.NetworkWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Reading;
import dev.muster.base.Text;
import dev.muster.probe.Resolver;
import java.util.List;

/// Whether pods can use the host's name servers: none of them the host itself, at most three, no wildcard.
final class HostResolv extends HostCheck {

    HostResolv() {
        super(
                CheckId.HOST_RESOLV,
                Severity.SOFT,
                new Topic(RESOLV, RESOLV_WHY, RESOLV_FIX),
                "",
                situation -> "RANCHER package/run.sh (warns of a loopback address); "
                        + situation.catalog().limits().nameServers().source());
    }

    @Override
    Finding judge(Subject subject, Question question) {
        return withFact(subject.facts().resolver(), question, resolver -> {
            var most = subject.catalog().limits().nameServers().value();
            var wanted = Text.of(RESOLV_WANTED, most);
            var found =
                    resolver.nameServers().isEmpty() ? Text.of(RESOLV_NONE) : Question.value(resolver.nameServers());
            var name = subject.host().name();
            var own = resolver.nameServers().stream()
                    .filter(HostResolv::isLoopback)
                    .toList();
            if (resolver.nameServers().isEmpty()) {
                return question.failed(Severity.SOFT, found, wanted, Text.of(RESOLV_EMPTY, name), "");
            }
            if (!own.isEmpty()) {
                return question.failed(Severity.SOFT, found, wanted, Text.of(RESOLV_LOOPBACK, name, own), command(own));
            }
            if (resolver.nameServers().size() > most) {
                return question.failed(
                        Severity.SOFT,
                        found,
                        wanted,
                        Text.of(RESOLV_MANY, name, resolver.nameServers().size(), most),
                        "");
            }
            return wildcard(resolver, question, name.value(), found, wanted);
        });
    }

    private static Finding wildcard(Resolver resolver, Question question, String name, Text found, Text wanted) {
        return switch (resolver.wildcard()) {
            case Reading.Known<Boolean>(var yes) ->
                yes
                        ? question.failed(
                                Severity.SOFT,
                                found,
                                wanted,
                                Text.of(RESOLV_WILDCARD, name),
                                "getent hosts no-such-name.$(hostname -d)")
                        : question.passed(found, wanted);
            // what can be read is in order; only the question that needs an answering name server is open
            case Reading.Unknown<Boolean>(var why) -> question.unknown(why, wanted);
        };
    }

    private static boolean isLoopback(String server) {
        return server.startsWith("127.") || server.equals("::1");
    }

    private static String command(List<String> own) {
        return own.contains("127.0.0.53") ? "sudo ln -sf /run/systemd/resolve/resolv.conf /etc/resolv.conf" : "";
    }
}
