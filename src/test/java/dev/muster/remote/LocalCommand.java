package dev.muster.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/// Runs a command on this machine, as sshd does: by the login shell with `-c`.
class LocalCommand implements Command {

    private final String words;
    private final Map<String, String> environment;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private ExitCallback exit = (status, message, closing) -> {};
    private Process process;

    LocalCommand(String words, Map<String, String> environment) {
        this.words = words;
        this.environment = environment;
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
    public void start(ChannelSession channel, Environment ignored) throws IOException {
        var builder = new ProcessBuilder(List.of(environment.getOrDefault("LOGIN_SHELL", "/bin/sh"), "-c", words));
        builder.environment().putAll(environment);
        process = builder.start();
        Thread.startVirtualThread(() -> copy(in, process.getOutputStream(), true));
        var aside = Thread.startVirtualThread(() -> copy(process.getErrorStream(), err, false));
        Thread.startVirtualThread(() -> {
            copy(process.getInputStream(), out, false);
            try {
                aside.join();
                exit.onExit(process.waitFor());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void destroy(ChannelSession channel) {
        process.destroy();
    }

    private static void copy(InputStream from, OutputStream to, boolean close) {
        try {
            var piece = new byte[16 * 1024];
            for (var length = from.read(piece); length >= 0; length = from.read(piece)) {
                to.write(piece, 0, length);
                to.flush();
            }
            if (close) {
                to.close();
            }
        } catch (IOException e) {
            // the other side has gone, as happens on a real host
        }
    }
}
