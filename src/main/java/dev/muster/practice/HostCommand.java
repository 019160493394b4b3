package dev.muster.practice;

import dev.muster.practice.Scripts.As;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/// One command on a practice host: `sh -s`, or sudo before it. Runs on a virtual thread of its own.
final class HostCommand implements Command {

    private static final Pattern ASKING = Pattern.compile("sudo -S -p ([A-Za-z0-9-]{1,100}) sh (/[A-Za-z0-9._/-]+)");
    private static final byte[] LAST_LINE = "\nmain \"$@\"\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_SCRIPT = 1_000_000;
    private static final int TRIES = 3;

    private final String words;
    private final Personality host;
    private final String sudoPassword;
    private final Scripts scripts;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private @Nullable ExitCallback exit;
    private @Nullable Thread thread;

    HostCommand(String words, Personality host, String sudoPassword, Scripts scripts) {
        this.words = words;
        this.host = host;
        this.sudoPassword = sudoPassword;
        this.scripts = scripts;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        thread = Thread.ofVirtual().name("practice " + host.host()).start(this::run);
    }

    @Override
    public void destroy(ChannelSession channel) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        var status = 255;
        try {
            status = answer();
        } catch (IOException | UncheckedIOException e) {
            // the line broke: nobody is left to be told
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (exit != null) {
                exit.onExit(status);
            }
        }
    }

    private int answer() throws IOException, InterruptedException {
        var asking = ASKING.matcher(words);
        if (asking.matches()) {
            return asked(asking.group(1), asking.group(2));
        }
        return switch (words) {
            case "sh -s" -> framed(received(), As.LOGIN);
            case "sudo -n sh -s" ->
                host.sudo() == Personality.Sudo.FREE
                        ? framed(received(), As.ROOT)
                        : refuse(1, "sudo: a password is required");
            default -> refuse(Scripts.NOT_KNOWN, "practice host: I don't know this command: " + words);
        };
    }

    /// As sudo does: the prompt, a line, and three tries.
    private int asked(String prompt, String path) throws IOException, InterruptedException {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            print(err, prompt);
            var line = line();
            if (line.isEmpty()) {
                return refuse(1, "\nsudo: no password was provided\nsudo: a password is required");
            }
            if (line.get().equals(sudoPassword)) {
                return framed(scripts.take(path), As.ROOT);
            }
            print(err, "\nSorry, try again.\n");
        }
        return refuse(1, "sudo: 3 incorrect password attempts");
    }

    private Optional<String> line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            line.write(next);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    /// A shell reads what comes until the last line of the frame, which is the first that does anything.
    private String received() throws IOException {
        var text = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0 && text.size() < LONGEST_SCRIPT; next = in.read()) {
            text.write(next);
            if (next == '\n' && endsWithLastLine(text)) {
                var whole = text.toString(StandardCharsets.UTF_8);
                if (Assigned.read(whole).isPresent()) {
                    return whole;
                }
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static boolean endsWithLastLine(ByteArrayOutputStream text) {
        var bytes = text.toByteArray();
        var from = bytes.length - LAST_LINE.length;
        return from >= 0 && Arrays.equals(bytes, from, bytes.length, LAST_LINE, 0, LAST_LINE.length);
    }

    private int framed(String text, As who) throws IOException, InterruptedException {
        var frame = Assigned.read(text).filter(read -> read.name().equals("frame.sh"));
        if (frame.isEmpty()) {
            return refuse(Scripts.NOT_KNOWN, "practice host: this isn't a frame of Muster's");
        }
        var mark = frame.get().value("MUSTER_MARK");
        marked(mark + " begin");
        var said = within(frame.get(), who);
        print(out, said.out());
        print(err, said.err());
        marked(mark + " end " + said.status());
        return 0;
    }

    private Said within(Assigned frame, As who) throws IOException, InterruptedException {
        var script = Assigned.read(frame.value("MUSTER_SCRIPT"));
        if (script.isEmpty()) {
            return Said.error(Scripts.NOT_KNOWN, "practice host: this isn't a script of Muster's");
        }
        var input = frame.value("MUSTER_INPUT").equals("channel") ? in : new ByteArrayInputStream(new byte[0]);
        return scripts.run(script.get(), who, input, out);
    }

    private void marked(String line) throws IOException {
        print(out, "\n" + line + "\n");
        print(err, "\n" + line + "\n");
    }

    private int refuse(int status, String why) throws IOException {
        print(err, why + "\n");
        return status;
    }

    private static void print(OutputStream stream, String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }
}
