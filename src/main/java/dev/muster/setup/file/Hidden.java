package dev.muster.setup.file;

import dev.muster.setup.shape.Shown;
import java.util.regex.Pattern;

/// What of a value may be shown in a problem. Where a secret belongs, nothing is: somebody who wrote one in clear
/// must not find it in a log as well.
final class Hidden {

    private static final Pattern FIELDS = Pattern.compile("logins\\.[^.]++"
            + "(?!\\.(?:key|certificate|agent|keytab|domain)$).*|rancher\\.(?:registration|api).*"
            + "|cluster\\.token.*|registry.*|proxy.*");
    private static final Pattern TELLING =
            Pattern.compile("PRIVATE KEY|-token|CATTLE_TOKEN|password|passwd|secret", Pattern.CASE_INSENSITIVE);

    private Hidden() {}

    static String shown(String field, String value) {
        if (FIELDS.matcher(field).matches() || TELLING.matcher(value).find()) {
            return "";
        }
        return Shown.masked(value);
    }
}
