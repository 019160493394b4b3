package dev.muster.ui.work;

import dev.muster.base.HostName;
import dev.muster.setup.Acceptance;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.WindowsImage;
import dev.muster.ui.work.LoginForm.How;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
                        .map(host -> host(host, text(defaults, "os")))
                        .toList(),
                tree.path("accept").valueStream().flatMap(FormReader::accept).toList(),
                tree.path("images")
                        .valueStream()
                        .map(image -> new WindowsImage(text(image, "name"), text(image, "build")))
                        .toList());
    }

    /// Whether the text says where the registration comes from.
    static boolean hasRegistration(String text) {
        try {
            return YAML.readTree(text).path("rancher").has("registration");
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String text(JsonNode tree, String key) {
        var value = tree.path(key);
        return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }

    private static List<LoginForm> logins(JsonNode tree) {
        var logins = new ArrayList<LoginForm>();
        tree.propertyStream().forEach(entry -> {
            var login = entry.getValue();
            logins.add(new LoginForm(
                    entry.getKey(), text(login, "user"), how(login), text(login, "key"), login.has("sudo")));
        });
        return logins;
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

    private static How how(JsonNode login) {
        var agent = login.path("agent").asBoolean(false);
        if (!login.has("password") && !login.has("keytab")) {
            return !agent ? How.KEY : login.has("key") ? How.PASSWORD_ELSEWHERE : How.AGENT;
        }
        return login.path("password").path("prompt").asBoolean(false) && !login.has("key") && !agent
                ? How.PASSWORD_ASKED
                : How.PASSWORD_ELSEWHERE;
    }

    private static HostForm host(JsonNode host, String defaultOs) {
        var os = text(host, "os").isEmpty() ? defaultOs : text(host, "os");
        return new HostForm(
                text(host, "name"),
                text(host, "address"),
                text(host, "port"),
                os.equals("windows") ? Os.WINDOWS : Os.LINUX,
                roles(host.path("roles")),
                text(host, "login"),
                text(host, "via"),
                host.path("labels")
                        .propertyStream()
                        .map(label -> label.getKey() + "=" + label.getValue().asString(""))
                        .collect(Collectors.joining(", ")));
    }

    private static Set<Role> roles(JsonNode written) {
        var roles = EnumSet.noneOf(Role.class);
        written.valueStream()
                .map(role -> role.asString("").toUpperCase(Locale.ROOT))
                .forEach(name -> Stream.of(Role.values())
                        .filter(role -> role.name().equals(name))
                        .forEach(roles::add));
        return roles;
    }

    private static Stream<Acceptance> accept(JsonNode written) {
        var host = text(written, "host");
        return host.isEmpty()
                ? Stream.of(new Acceptance(text(written, "check"), null, text(written, "because")))
                : HostName.parse(host).stream()
                        .map(name -> new Acceptance(text(written, "check"), name, text(written, "because")));
    }
}
