package dev.muster.setup.registration;

import static dev.muster.setup.RegistrationWords.*;

import dev.muster.base.Secret;
import dev.muster.setup.Os;
import dev.muster.setup.Registration;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.RegistrationReading.Readable;
import dev.muster.setup.RegistrationWords;
import dev.muster.setup.Role;
import dev.muster.setup.shape.AddressShape;
import dev.muster.setup.shape.ServerShape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Goes through the agent's arguments once and keeps what they say.
final class Reader {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._~+/=-]*");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("[<>\u2022\u2026*\\[\\]]|\\.\\.\\.|(?i)redacted|your.?token");
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");

    private static final String LINUX_NODE = "cattle.io/os=linux";

    private final List<String> variables;
    private final List<String> arguments;
    private final String image;
    private final Dialect dialect;
    private final Map<AgentFlags, String> values = new EnumMap<>(AgentFlags.class);
    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private final List<String> said = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<RegistrationWords> wrong = new LinkedHashSet<>();

    Reader(DockerRun run, Dialect dialect) {
        this.variables = run.variables();
        this.arguments = run.arguments();
        this.image = run.image();
        this.dialect = dialect;
    }

    /// Of the script that installs the system agent.
    Reader(List<String> variables, List<String> arguments) {
        this.variables = variables;
        this.arguments = arguments;
        this.image = "";
        this.dialect = Dialect.INSTALL_SH;
    }

    RegistrationReading read() {
        variables.forEach(this::variable);
        arguments();
        if (dialect != Dialect.INSTALL_SH) {
            image();
        }
        var server = server();
        var token = token();
        var checksum = checksum();
        if (!wrong.isEmpty()) {
            return RegistrationCommand.refused(List.copyOf(wrong));
        }
        said.removeIf(words -> words.contains(token));
        return new Readable(new Registration(
                server,
                Optional.of(Secret.of(token)),
                checksum,
                image,
                dialect.os(),
                roles,
                said,
                List.copyOf(unknown)));
    }

    private void arguments() {
        var words = arguments;
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var flag = AgentFlags.of(dialect, word);
            if (flag.isEmpty()) {
                stranger(word, i == 0 ? "" : words.get(i - 1));
            } else if (flag.get().takesValue()) {
                if (i + 1 == words.size() || isFlag(words.get(i + 1))) {
                    wrong.add(CUT_OFF);
                } else {
                    take(flag.get(), word, words.get(++i));
                }
            } else {
                take(flag.get(), word, "");
            }
        }
    }

    private boolean isFlag(String word) {
        return word.startsWith("--")
                || (word.startsWith("-") && AgentFlags.of(dialect, word).isPresent());
    }

    /// The agent stops reading at what it doesn't know. The word itself is kept only when it is the name of a
    /// flag.
    private void stranger(String word, String before) {
        var equals = Math.max(word.indexOf('='), dialect == Dialect.START_PS1 ? word.indexOf(':') : -1);
        if (word.startsWith("-") && equals > 0) {
            var name = word.substring(0, equals);
            AgentFlags.of(dialect, name)
                    .filter(AgentFlags::takesValue)
                    .ifPresent(flag -> take(flag, name, word.substring(equals + 1)));
            unknown.add(flagName(name) + word.charAt(equals));
        } else if (word.startsWith("-")) {
            unknown.add(flagName(word));
        } else if (dialect.os() == Os.LINUX && before.equals("-a") && AddressShape.numeric(word)) {
            unknown.add("-a " + word);
        }
    }

    /// A token may begin with anything; a flag is short and made of letters.
    private static String flagName(String word) {
        return word.matches("--?[A-Za-z][A-Za-z-]{0,30}") ? word : "-…";
    }

    private void variable(String assignment) {
        var equals = assignment.indexOf('=');
        if (equals < 0) {
            return;
        }
        var name = assignment.substring(0, equals);
        var value = assignment.substring(equals + 1);
        AgentFlags.ofVariable(name)
                .filter(flag -> flag.takesValue() || value.equalsIgnoreCase("true"))
                .ifPresent(flag -> take(flag, name, value));
        // the cluster's agentEnvVars: a proxy, mostly, whose address may hold a password
        if (dialect == Dialect.INSTALL_SH && AgentFlags.ofVariable(name).isEmpty()) {
            said.add("agentEnvVars " + name);
        }
    }

    private void take(AgentFlags flag, String written, String value) {
        values.put(flag, value);
        switch (flag) {
            case ALL_ROLES -> roles.addAll(EnumSet.of(Role.ETCD, Role.CONTROLPLANE, Role.WORKER));
            case ETCD -> roles.add(Role.ETCD);
            case CONTROLPLANE -> roles.add(Role.CONTROLPLANE);
            case WORKER -> roles.add(Role.WORKER);
            case LABEL -> {
                // the script's own, on every node
                if (dialect != Dialect.INSTALL_SH || !value.equals(LINUX_NODE)) {
                    said.add(written + " " + value);
                }
            }
            case NODE_NAME, ADDRESS, INTERNAL_ADDRESS, TAINT -> said.add(written + " " + value);
            case SERVER, TOKEN, CA_CHECKSUM, OTHER_SWITCH, OTHER_VALUE -> {}
        }
    }

    private void image() {
        if (image.isEmpty()) {
            wrong.add(CUT_OFF);
            return;
        }
        var name = image.substring(image.lastIndexOf('/') + 1).split("[:@]", 2)[0];
        if (name.equals("rancher")) {
            wrong.add(IS_RANCHER);
        } else if (!name.contains("agent") || !image.matches("[A-Za-z0-9][A-Za-z0-9._:/@-]*")) {
            wrong.add(NO_AGENT);
        }
    }

    private String server() {
        var server = value(AgentFlags.SERVER);
        if (server.isEmpty()) {
            wrong.add(wrong.contains(CUT_OFF) ? CUT_OFF : NO_SERVER);
            return "";
        }
        var lower = server.get().toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://")) {
            wrong.add(SERVER_HTTP);
        } else if (ServerShape.trouble(server.get()).isPresent()) {
            var rest = lower.startsWith("https://") ? lower.substring("https://".length()) : "";
            wrong.add(rest.contains("/") ? SERVER_PATH : SERVER_ODD);
        }
        return server.get().endsWith("/")
                ? server.get().substring(0, server.get().length() - 1)
                : server.get();
    }

    private String token() {
        var token = value(AgentFlags.TOKEN);
        if (token.isEmpty()) {
            wrong.add(wrong.contains(CUT_OFF) ? CUT_OFF : NO_TOKEN);
            return "";
        }
        if (PLACEHOLDER.matcher(token.get()).find()) {
            wrong.add(TOKEN_PLACEHOLDER);
        } else if (!TOKEN.matcher(token.get()).matches()) {
            wrong.add(TOKEN_ODD);
        }
        return token.get();
    }

    private String checksum() {
        var checksum = value(AgentFlags.CA_CHECKSUM).map(words -> words.toLowerCase(Locale.ROOT));
        if (checksum.isPresent() && !CHECKSUM.matcher(checksum.get()).matches()) {
            wrong.add(CHECKSUM_ODD);
        }
        return checksum.orElse("");
    }

    private Optional<String> value(AgentFlags flag) {
        return Optional.ofNullable(values.get(flag)).filter(value -> !value.isEmpty());
    }
}
