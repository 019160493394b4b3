package dev.muster.script;

import dev.muster.script.Parameter.SecretFile;
import dev.muster.script.Parameter.Word;
import dev.muster.script.Parameter.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A fixed file from `resources/scripts/` and the values it gets. [#text] is what runs, is shown, exported and
/// tested.
///
/// A secret is never in the text: its parameter is the path of a file under `$MUSTER_SECRETS`, a variable that the
/// job sets on the host.
///
/// @param file       relative to `resources/scripts/`: `linux/join-agent.sh`; what ends in `.ps1` is PowerShell
/// @param parameters in the order of the prologue
public record Script(String file, List<Parameter> parameters) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    public Script {
        parameters = List.copyOf(parameters);
        for (var parameter : parameters) {
            if (!NAME.matcher(parameter.name()).matches()) {
                throw new IllegalStateException("not a parameter's name: " + parameter.name());
            }
        }
    }

    public static Script of(String file) {
        return new Script(file, List.of());
    }

    public Script with(String name, String value) {
        return and(new Word(name, value));
    }

    public Script with(String name, List<String> values) {
        return and(new Words(name, values));
    }

    public Script withSecret(String name, String secret) {
        return and(new SecretFile(name, secret));
    }

    private Script and(Parameter parameter) {
        var more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Script(file, more);
    }

    /// Names of the secrets that the script reads from files.
    public List<String> secrets() {
        return parameters.stream()
                .<String>mapMulti((parameter, out) -> {
                    if (parameter instanceof SecretFile(var _, var secret)) {
                        out.accept(secret);
                    }
                })
                .toList();
    }

    /// The whole text: the file as it is, with a prologue of assignments below the line that names the
    /// interpreter of sh, or below the comment at the head of a script of PowerShell.
    public String text() {
        var body = body();
        var first = isPowerShell() ? comment(body) : body.startsWith("#!") ? body.indexOf('\n') + 1 : 0;
        return body.substring(0, first) + prologue() + body.substring(first);
    }

    /// A file that runs by itself, without Muster. Windows PowerShell 5.1 reads a file without a byte order mark
    /// as ANSI, and `Exit-Muster` is otherwise the loader's.
    public byte[] alone() {
        var text = text();
        if (!isPowerShell()) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        var head = comment(text);
        return (PowerShell.MARK + text.substring(0, head) + PowerShell.ALONE + text.substring(head))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The assignments alone, as the review page shows them; empty without parameters.
    public String prologue() {
        Function<Parameter, String> assignment = isPowerShell() ? PowerShell::assignment : Posix::assignment;
        return parameters.stream().map(assignment).collect(Collectors.joining());
    }

    /// `sh` or `ps1`.
    public String extension() {
        return file.substring(file.lastIndexOf('.') + 1);
    }

    private boolean isPowerShell() {
        return file.endsWith(".ps1");
    }

    /// Where the lines of comment end that a file begins with.
    private static int comment(String body) {
        var end = 0;
        while (body.startsWith("#", end)) {
            end = body.indexOf('\n', end) + 1;
        }
        return end;
    }

    private String body() {
        try (var stream = Script.class.getResourceAsStream("/scripts/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("no such script: " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("script " + file + " can't be read", e);
        }
    }
}
