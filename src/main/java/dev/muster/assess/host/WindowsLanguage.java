package dev.muster.assess.host;

import static dev.muster.assess.host.WindowsWords.*;

import dev.muster.assess.CheckId;
import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.base.Text;
import dev.muster.probe.WindowsFacts;
import java.util.Locale;

/// Whether Windows was installed in English, where the line's network reads its words.
final class WindowsLanguage extends WindowsHostCheck {

    WindowsLanguage() {
        super(
                CheckId.WINDOWS_LANGUAGE,
                Severity.HARD,
                new Topic(LANGUAGE, LANGUAGE_WHY, LANGUAGE_FIX),
                "rancher/rancher#16308");
    }

    @Override
    Finding judge(Subject subject, WindowsFacts windows, Question question) {
        return withLine(
                subject,
                question,
                line -> line.english()
                        ? withFact(windows.uiLanguage(), question, found -> {
                            var wanted = Text.of(LANGUAGE_WANTED);
                            return found.toLowerCase(Locale.ROOT).startsWith("en")
                                    ? question.passed(Question.value(found), wanted)
                                    : question.failed(
                                            Severity.HARD,
                                            Question.value(found),
                                            wanted,
                                            Text.of(
                                                    LANGUAGE_FAILS,
                                                    subject.host().name(),
                                                    found),
                                            "");
                        })
                        : question.notApplicable(Text.of(LANGUAGE_ANY)));
    }
}
