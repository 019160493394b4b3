package dev.muster.practice.windows;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a program has around it: variables, input, two outputs in the shell's code page.
public final class Console {

    private static final int UTF_8 = 65001;

    private final Map<String, String> environment;
    private final Charset page;
    private final InputStream in;
    private final Printed printed;

    Console(Map<String, String> environment, int codePage, InputStream in, Printed printed) {
        this.environment = Map.copyOf(environment);
        this.page = charset(codePage);
        this.in = in;
        this.printed = printed;
    }

    private static Charset charset(int codePage) {
        if (codePage == UTF_8) {
            return StandardCharsets.UTF_8;
        }
        return Charset.forName("IBM" + codePage, Charset.forName("windows-" + codePage, StandardCharsets.US_ASCII));
    }

    public Map<String, String> environment() {
        return environment;
    }

    public InputStream in() {
        return in;
    }

    /// A line, ended as Windows ends it. What the code page doesn't have becomes a question mark.
    public void line(String line) throws InterruptedException {
        out((line + "\r\n").getBytes(page));
    }

    public void out(byte[] bytes) throws InterruptedException {
        printed.out(bytes);
    }

    public void errLine(String line) throws InterruptedException {
        err((line + "\r\n").getBytes(page));
    }

    public void err(byte[] bytes) throws InterruptedException {
        printed.err(bytes);
    }
}
