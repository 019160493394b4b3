package dev.muster.probe;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads `/etc/os-release`: lines `NAME=VALUE` in the quoting of a shell, which is never run.
///
/// Source: os-release(5). A file without `ID` means `linux`, one without `PRETTY_NAME` means `NAME` or `Linux`.
final class OsReleaseReader {

    private static final Pattern LINE = Pattern.compile("\\s*([A-Z][A-Z0-9_]*)=(.*)");

    private static final Pattern REDHAT = Pattern.compile(".* release (\\d{1,3})\\.(\\d{1,3})\\b.*");

    private OsReleaseReader() {}

    static OsRelease read(String file) {
        Map<String, String> values = new HashMap<>();
        file.lines().map(LINE::matcher).forEach(line -> {
            if (line.matches()) {
                values.put(line.group(1), Clean.text(unquoted(line.group(2).strip())));
            }
        });
        var name = values.getOrDefault("NAME", "Linux");
        return new OsRelease(
                values.getOrDefault("ID", "linux"),
                values.getOrDefault("VERSION_ID", ""),
                values.getOrDefault("PRETTY_NAME", name),
                Answers.words(values.getOrDefault("ID_LIKE", "")));
    }

    /// CentOS 7 calls itself `7` in os-release and `release 7.6.1810` in `/etc/redhat-release`, which alone has
    /// the minor version that support matrices speak of.
    static OsRelease refined(OsRelease os, String redhat) {
        var release = REDHAT.matcher(redhat.strip());
        return release.matches() && release.group(1).equals(os.versionId())
                ? new OsRelease(
                        os.id(), os.versionId() + "." + release.group(2), Clean.text(redhat.strip()), os.idLike())
                : os;
    }

    /// In single quotes everything is as it stands; else a backslash keeps the next character from meaning
    /// anything.
    private static String unquoted(String written) {
        var value = new StringBuilder();
        var quote = '\0';
        for (var i = 0; i < written.length(); i++) {
            var c = written.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < written.length()) {
                value.append(written.charAt(++i));
            } else if (quote != '\0' ? c == quote : c == '"' || c == '\'') {
                quote = quote == '\0' ? c : '\0';
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }
}
