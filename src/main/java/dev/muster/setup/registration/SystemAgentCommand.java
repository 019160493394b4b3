package dev.muster.setup.registration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The command of Rancher 2.6 and later for Linux hosts: `curl … /system-agent-install.sh | sudo … sh -s - …`.
/// Source: rancher-today facts §3.1.
///
/// @param variables what stands before `sh`: `HTTPS_PROXY=…`
/// @param arguments of the script
record SystemAgentCommand(List<String> variables, ShellWords arguments) {

    private static final Pattern SHAPE =
            Pattern.compile("/system-agent-install\\.sh['\"]?\\s*\\|(.*?)\\bsh\\s+-s\\s+--?(?=\\s|$)(.*)\\z");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");

    SystemAgentCommand {
        variables = List.copyOf(variables);
    }

    /// Empty when it isn't one, or not the whole of it.
    static Optional<SystemAgentCommand> find(String command) {
        var shape = SHAPE.matcher(command);
        if (!shape.find()) {
            return Optional.empty();
        }
        var before = ShellWords.of(shape.group(1)).words().stream()
                .filter(word -> ASSIGNMENT.matcher(word).matches())
                .toList();
        return Optional.of(new SystemAgentCommand(before, ShellWords.of(shape.group(2))));
    }
}
