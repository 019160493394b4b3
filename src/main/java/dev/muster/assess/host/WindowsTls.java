package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.WindowsFacts;
import java.util.Locale;

/// Whether scripts on the host can speak TLS 1.2 with Rancher and the registries.
final class WindowsTls extends WindowsHostCheck {

    private static final String COMMAND =
            "Set-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319 SchUseStrongCrypto 1 -Type DWord;"
                + " Set-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319 SystemDefaultTlsVersions 1"
                + " -Type DWord";

    WindowsTls() {
        super(
                CheckId.WINDOWS_TLS,
                Severity.SOFT,
                new Topic(TLS, TLS_WHY, TLS_FIX),
                "GENERAL: SchUseStrongCrypto, SystemDefaultTlsVersions, SCHANNEL");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withFact(windows.tls(), question, tls -> {
            var found = Question.value(tls.protocols());
            var wanted = Text.of(TLS_WANTED);
            if (tls.twoOff()) {
                return question.failed(
                        Severity.SOFT,
                        found,
                        wanted,
                        Text.of(TLS_OFF, subject.host().name()),
                        "");
            }
            return speaksTwo(tls)
                    ? question.passed(found, wanted)
                    : question.failed(
                            Severity.SOFT,
                            found,
                            wanted,
                            Text.of(TLS_FAILS, subject.host().name()),
                            COMMAND);
        });
    }

    private static boolean speaksTwo(WindowsFacts.Tls tls) {
        var protocols = tls.protocols().toLowerCase(Locale.ROOT);
        return tls.strongCrypto()
                || tls.systemDefault()
                || protocols.contains("tls12")
                || protocols.contains("systemdefault");
    }
}
