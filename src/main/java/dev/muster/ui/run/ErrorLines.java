package dev.muster.ui.run;

import java.util.regex.Pattern;

/// Lines that call themselves an error, in the forms that scripts, the agent (logrus) and Docker write. Only about
/// how a line is painted and where *First error* goes; whether a step failed is the runner's to say.
final class ErrorLines {

    private static final Pattern SAID =
            Pattern.compile("^(?:\\S+ )?(?:error|fatal)\\b[: ]|\\blevel=(?:error|fatal)\\b", Pattern.CASE_INSENSITIVE);

    private ErrorLines() {}

    static boolean saysWrong(String line) {
        return SAID.matcher(line).find();
    }
}
