package dev.muster.setup.file;

import dev.muster.setup.Bastion;
import dev.muster.setup.Login;
import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Scalar;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes the bastions of a tree that has no problem left, each with those before it.
final class Bastions {

    private final Mapping rows;
    private final Function<String, Login> logins;
    private final Map<String, Bastion> made = new HashMap<>();

    Bastions(Mapping rows, Function<String, Login> logins) {
        this.rows = rows;
        this.logins = logins;
    }

    /// @param name empty: none
    @Nullable
    Bastion named(String name) {
        if (!made.containsKey(name) && rows.get(name).orElse(null) instanceof Mapping row) {
            made.put(name, bastion(name, row));
        }
        return made.get(name);
    }

    private Bastion bastion(String name, Mapping row) {
        return new Bastion(
                name,
                text(row, "address", ""),
                Integer.parseInt(text(row, "port", "22")),
                logins.apply(text(row, "login", "")),
                named(text(row, "via", "")));
    }

    private static String text(Mapping row, String key, String otherwise) {
        return row.get(key).orElse(null) instanceof Scalar scalar ? scalar.written() : otherwise;
    }
}
