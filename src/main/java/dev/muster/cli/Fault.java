package dev.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A fault of Muster's own: one sentence, and where the details lie.
final class Fault {

    private Fault() {}

    static int end(Terms terms, boolean json, Throwable fault) {
        var details = write(fault);
        var name = fault.getClass().getSimpleName();
        if (json) {
            var problem = terms.json().object().put("what", name).put("why", "").put("fix", details);
            var ending = terms.json().ending(Exit.FAULT, List.of());
            ending.withArray("problems").add(problem);
            terms.console().out().println(terms.json().document(ending));
        } else {
            terms.printer().say(CliWords.FAULT, name, details);
        }
        return Exit.FAULT.code();
    }

    /// The stack alone: an exception's message may quote what a host said, so it stays out.
    private static String write(Throwable fault) {
        var stack = new StringWriter();
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            stack.append(cause.getClass().getName()).append('\n');
            for (var frame : cause.getStackTrace()) {
                stack.append("    at ").append(frame.toString()).append('\n');
            }
        }
        try {
            var file = Files.createTempFile("muster-fault-", ".txt", ownerOnly());
            try (var writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                writer.print(stack);
            }
            return file.toString();
        } catch (IOException e) {
            return stack.toString();
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        var posix = Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
