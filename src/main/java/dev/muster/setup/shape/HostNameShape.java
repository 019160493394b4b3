package dev.muster.setup.shape;

import static dev.muster.setup.shape.ShapeWords.*;

import dev.muster.base.HostName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a host or node: RFC 1123, in lower case.
///
/// Decided: capitals are refused, not folded. Because the file, the cluster and every log then say the same word;
/// instead of a name that looks different in Rancher; costs an admin one edit, which the sentence spells out.
public final class HostNameShape {

    private static final int LONGEST = 253;
    private static final int LONGEST_PART = 63;
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9.-]+");

    private HostNameShape() {}

    public static Optional<Trouble> trouble(String written) {
        if (HostName.parse(written).filter(name -> name.value().equals(written)).isPresent()) {
            return Optional.empty();
        }
        if (written.isEmpty()) {
            return Optional.of(Trouble.of(NAME_EMPTY));
        }
        if (written.length() > LONGEST) {
            return Optional.of(Trouble.of(NAME_LONG, String.valueOf(written.length()), String.valueOf(LONGEST)));
        }
        var hidden = written.codePoints().filter(Shown::invisible).findFirst();
        if (hidden.isPresent()) {
            return Optional.of(Trouble.of(NAME_INVISIBLE, codePoint(hidden.getAsInt())));
        }
        var lower = written.toLowerCase(Locale.ROOT);
        if (!lower.equals(written) && HostName.parse(written).isPresent()) {
            return Optional.of(Trouble.of(NAME_CAPITALS, written, lower));
        }
        if (!ALLOWED.matcher(lower).matches()) {
            return Optional.of(Trouble.of(NAME_CHARACTERS, Shown.of(written), strangers(lower)));
        }
        var part = longPart(lower);
        return Optional.of(
                part.isEmpty()
                        ? Trouble.of(NAME_EDGE, written)
                        : Trouble.of(NAME_PART_LONG, String.valueOf(part.length()), String.valueOf(LONGEST_PART)));
    }

    private static String longPart(String name) {
        for (var part : name.split("\\.", -1)) {
            if (part.length() > LONGEST_PART) {
                return part;
            }
        }
        return "";
    }

    private static String strangers(String name) {
        var strangers = new StringBuilder();
        name.codePoints()
                .filter(point -> !ALLOWED.matcher(Character.toString(point)).matches())
                .distinct()
                .limit(8)
                .forEach(point -> strangers
                        .append(strangers.isEmpty() ? "" : " ")
                        .append(point == ' ' ? "␣" : Character.toString(point)));
        return strangers.toString();
    }

    static String codePoint(int point) {
        return String.format(Locale.ROOT, "U+%04X", point);
    }
}
