package dev.muster.setup.file;

import static dev.muster.setup.SetupWords.*;
import static dev.muster.setup.shape.ShapeWords.*;

import com.networknt.schema.Error;
import dev.muster.base.Text;
import dev.muster.setup.file.SchemaCheck.Found;
import dev.muster.setup.shape.AddressShape;
import dev.muster.setup.shape.HostNameShape;
import dev.muster.setup.shape.Nearest;
import dev.muster.setup.shape.ServerShape;
import dev.muster.setup.shape.Shown;
import dev.muster.setup.shape.Trouble;
import java.util.ArrayList;
import java.util.List;

/// The sentence for a value that the schema doesn't take.
final class Wrong {

    private Wrong() {}

    static Trouble value(Error error, Found found) {
        if (SecretInClear.looksLikeOne(found.value())) {
            return SecretInClear.trouble(found.field(), found.value());
        }
        return switch (error.getKeyword()) {
            case "type" -> kind(error, found);
            case "enum" -> word(error, found);
            case "const" ->
                found.field().equals("muster")
                        ? Trouble.of(VERSION_OTHER, Shown.of(found.value()))
                        : Trouble.of(PROMPT_FALSE);
            case "minimum", "maximum" -> number(error, found);
            case "minLength" -> shape(error, found, Trouble.of(EMPTY, found.field()));
            case "maxLength" ->
                shape(error, found, Trouble.of(TOO_LONG, found.field(), String.valueOf(error.getArguments()[0])));
            case "pattern" -> shape(error, found, Trouble.of(ODD, found.field()));
            case "minItems" ->
                found.field().equals("hosts") ? Trouble.of(HOSTS_NONE) : Trouble.of(LIST_EMPTY, found.field());
            case "uniqueItems" -> Trouble.of(TWICE_IN_LIST, found.field());
            case "minProperties" -> Trouble.of(SECRET_NONE, found.field());
            case "maxProperties" -> Trouble.of(SECRET_TWO, found.field());
            default -> throw new IllegalStateException("a keyword without words: " + error.getKeyword());
        };
    }

    private static Trouble kind(Error error, Found found) {
        if (found.empty()) {
            return Trouble.of(EMPTY, found.field());
        }
        var part = part(error);
        if (part.equals("secret") || part.equals("registrationParts")) {
            return SecretInClear.trouble(found.field(), found.value());
        }
        if (found.field().endsWith(".sudo") || found.field().endsWith(".api")) {
            return SecretInClear.trouble(found.field() + ".password", "");
        }
        var wanted = new ArrayList<Object>();
        if (error.getArguments()[1] instanceof Object[] several) {
            for (var type : several) {
                wanted.add(Text.of(Kinds.word(type.toString())));
            }
        } else {
            types(String.valueOf(error.getArguments()[1])).forEach(type -> wanted.add(Text.of(Kinds.word(type))));
        }
        return found.scalar() && error.getArguments()[1].toString().equals("string")
                ? Trouble.of(KIND_WANTS_TEXT, found.field(), found.kind(), Shown.of(found.value()))
                : Trouble.of(KIND_WRONG, found.field(), List.copyOf(wanted), found.kind());
    }

    /// `string`, or `[string, object]`.
    private static List<String> types(String said) {
        return List.of(said.replace("[", "").replace("]", "").split(", ", -1));
    }

    private static Trouble word(Error error, Found found) {
        if (found.empty()) {
            return Trouble.of(EMPTY, found.field());
        }
        var known = new ArrayList<String>();
        error.getSchemaNode().forEach(word -> known.add(word.asString()));
        var written = Shown.of(found.value());
        if (part(error).equals("checkId")) {
            return Nearest.of(found.value(), known)
                    .map(id -> Trouble.of(CHECK_NEAR, written, id))
                    .orElseGet(() -> Trouble.of(CHECK_ID_SHAPE));
        }
        return Nearest.of(found.value(), known)
                .map(word -> Trouble.of(WORD_NEAR, found.field(), written, word, List.copyOf(known)))
                .orElseGet(() -> Trouble.of(WORD_UNKNOWN, found.field(), written, List.copyOf(known)));
    }

    private static Trouble number(Error error, Found found) {
        if (part(error).equals("port")) {
            return Trouble.of(PORT_RANGE, found.field(), Shown.of(found.value()));
        }
        return Trouble.of(NUMBER_RANGE, found.field(), Shown.of(found.value()), range(found.field()));
    }

    private static String range(String field) {
        return switch (field) {
            case "limits.connectSeconds" -> "1–600";
            case "limits.parallel", "limits.perBastion" -> "1–512";
            case "rancher.replicas" -> "1–99";
            default -> "10000–99999";
        };
    }

    private static Trouble shape(Error error, Found found, Trouble otherwise) {
        var value = found.value();
        return switch (part(error)) {
            case "hostName" -> HostNameShape.trouble(value).orElse(otherwise);
            case "address" -> AddressShape.trouble(value).orElse(otherwise);
            case "ipAddress" -> AddressShape.trouble(value).orElseGet(() -> Trouble.of(ADDRESS_NUMBERS, found.field()));
            case "serverUrl" -> ServerShape.trouble(value).orElse(otherwise);
            case "setupName" -> Trouble.of(SETUP_NAME, found.field());
            case "label" -> Trouble.of(LABEL_NAME, Shown.of(value));
            case "version" -> Trouble.of(VERSION_SHAPE, found.field());
            case "sha256" -> Trouble.of(SHA256_SHAPE, found.field(), String.valueOf(value.length()));
            case "cidr" -> Trouble.of(CIDR_SHAPE, found.field());
            case "variable" -> Trouble.of(VARIABLE_SHAPE, found.field());
            case "imageName" -> Trouble.of(IMAGE_SHAPE, found.field());
            case "build" -> Trouble.of(BUILD_SHAPE, found.field());
            case "user" -> Trouble.of(USER_SHAPE, found.field());
            case "labelKey" -> Trouble.of(LABEL_KEY, Shown.of(value));
            case "taint" -> Trouble.of(TAINT_SHAPE, Shown.of(value));
            case "labelValue" -> Trouble.of(LABEL_VALUE, found.field());
            default -> otherwise;
        };
    }

    /// The named part of the schema that the error is in: `port` of `#/$defs/port/minimum`.
    private static String part(Error error) {
        var fragment = error.getSchemaLocation().getFragment();
        return fragment.getNameCount() > 1 && fragment.getName(0).equals("$defs") ? fragment.getName(1) : "";
    }
}
