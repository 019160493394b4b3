package dev.muster.setup.file;

import static dev.muster.setup.file.FileWords.*;

import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.setup.shape.Trouble;
import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/// Turns what the YAML library says about broken text into a problem of ours. Its own message isn't passed on: it
/// quotes the text, and a password may stand there.
final class BrokenYaml {

    private BrokenYaml() {}

    static Problem problem(YamlEngineException broken, String text) {
        return switch (broken) {
            case YamlVersionException _ -> Trouble.of(YAML_VERSION).at(new Place("", 1, 1, "", ""));
            case ReaderException odd -> Trouble.of(FILE_CONTROL, codePoint(odd)).at(place(text, odd.getPosition()));
            case MarkedYamlEngineException marked -> marked(marked);
            default -> Trouble.of(YAML_SYNTAX).at(Place.NOWHERE);
        };
    }

    private static Problem marked(MarkedYamlEngineException broken) {
        var kind = kind(broken);
        var beganAt = kind == YAML_QUOTE || kind == YAML_BRACKET;
        var mark = beganAt
                ? broken.getContextMark().or(broken::getProblemMark)
                : broken.getProblemMark().or(broken::getContextMark);
        var place = mark.map(at -> new Place("", at.getLine() + 1, at.getColumn() + 1, "", ""))
                .orElse(Place.NOWHERE);
        return Trouble.of(kind).at(place);
    }

    private static FileWords kind(MarkedYamlEngineException broken) {
        var said = String.valueOf(broken.getProblem()).toLowerCase(Locale.ROOT);
        var context = String.valueOf(broken.getContext()).toLowerCase(Locale.ROOT);
        if (said.contains("tab")) {
            return YAML_TAB;
        }
        if (said.contains("mapping values are not allowed") || said.contains("could not find expected ':'")) {
            return YAML_COLON;
        }
        if (said.contains("cannot start any token") || said.contains("alphabetic or numeric character")) {
            return YAML_START;
        }
        if (context.contains("quoted scalar")) {
            return YAML_QUOTE;
        }
        if (context.contains("flow")) {
            return YAML_BRACKET;
        }
        return YAML_SYNTAX;
    }

    private static String codePoint(ReaderException odd) {
        return String.format(Locale.ROOT, "U+%04X", odd.getCodePoint());
    }

    private static Place place(String text, int position) {
        var before = text.substring(0, Math.min(Math.max(position, 0), text.length()));
        var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place("", line, before.length() - before.lastIndexOf('\n'), "", "");
    }
}
