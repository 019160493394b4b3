package dev.muster.ui.work;

import dev.muster.base.HostName;
import dev.muster.setup.Acceptance;
import dev.muster.setup.WindowsImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads into a form what a setup file says, faulty or not: what is wrong with it is the setup file's reader to tell.
public final class FormReader {

    private static final YAMLMapper YAML = new YAMLMapper();

    private FormReader() {}

    /// @throws JacksonException when the text isn't YAML at all
    public static Form read(String text) {
        var tree = YAML.readTree(text);
        var rancher = tree.path("rancher");
        var cluster = tree.path("cluster");
        var defaults = tree.path("defaults");
        return new Form(
                text(tree, "name"),
                text(rancher, "version"),
                text(rancher, "server"),
                text(cluster, "name"),
                text(cluster, "kubernetes"),
                text(cluster, "network"),
                text(defaults, "login"),
                text(defaults, "via"),
                logins(tree.path("logins")),
                bastions(tree.path("bastions")),
                tree.path("hosts")
                        .valueStream()
                        .map(HostRow.after(defaults)::read)
                        .toList(),
                tree.path("accept").valueStream().flatMap(FormReader::accept).toList(),
                tree.path("images")
                        .valueStream()
                        .map(image -> new WindowsImage(text(image, "name"), text(image, "build")))
                        .toList());
    }

    /// What a text says of itself; nothing when it isn't YAML.
    static JsonNode tree(String text) {
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            return YAML.missingNode();
        }
    }

    static String text(JsonNode tree, String key) {
        var value = tree.path(key);
        return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }

    private static List<LoginForm> logins(JsonNode tree) {
        return tree.propertyStream()
                .map(entry -> LoginRow.read(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<BastionForm> bastions(JsonNode tree) {
        var bastions = new ArrayList<BastionForm>();
        tree.propertyStream().forEach(entry -> {
            var row = entry.getValue();
            bastions.add(new BastionForm(
                    entry.getKey(), text(row, "address"), text(row, "port"), text(row, "login"), text(row, "via")));
        });
        return bastions;
    }

    private static Stream<Acceptance> accept(JsonNode written) {
        var host = text(written, "host");
        return host.isEmpty()
                ? Stream.of(new Acceptance(text(written, "check"), null, text(written, "because")))
                : HostName.parse(host).stream()
                        .map(name -> new Acceptance(text(written, "check"), name, text(written, "because")));
    }
}
