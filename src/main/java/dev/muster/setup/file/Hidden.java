package dev.muster.setup.file;

import dev.muster.base.Secret;
import dev.muster.setup.shape.Shown;
import java.util.regex.Pattern;

/// What of a value may be shown in a problem. Where a secret belongs, nothing is: somebody who wrote one in clear
/// must not find it in a log as well.
final class Hidden {

    private static final Pattern FIELDS = Pattern.compile("logins\\.[^.]+"
            + "(?!\\.(?:user|key|certificate|agent|keytab|domain)$).*|rancher\\.(?:registration|api).*"
            + "|cluster\\.token.*|registry.*|proxy.*");
    private static final Pattern TELLING =
            Pattern.compile("PRIVATE KEY|-token|CATTLE_TOKEN|password|passwd|secret", Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_AND_PASSWORD = Pattern.compile("(?<=[^\\s/:]):[^\\s/@]+@");

    private Hidden() {}

    static String shown(String field, String value) {
        if (FIELDS.matcher(field).matches() || TELLING.matcher(value).find()) {
            return "";
        }
        return Shown.of(USER_AND_PASSWORD.matcher(value).replaceAll(":" + Secret.DOTS + "@"));
    }
}
