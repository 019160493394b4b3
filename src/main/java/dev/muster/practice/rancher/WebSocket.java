package dev.muster.practice.rancher;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The server's side of one websocket (RFC 6455): says texts, and hears no more than that the other side closes.
final class WebSocket {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int FINAL_TEXT = 0x81;
    private static final int SHORT = 125;
    private static final int TWO_BYTES = 126;
    private static final int LONGEST = 0xffff;

    private final Socket socket;
    private final OutputStream out;

    WebSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /// The head of the answer that makes a connection a websocket.
    static byte[] handshake(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    synchronized void say(String text) throws IOException {
        var payload = text.getBytes(StandardCharsets.UTF_8);
        if (payload.length > LONGEST) {
            throw new IOException("too long for a practice websocket: " + payload.length);
        }
        var frame = new ByteArrayOutputStream(payload.length + 4);
        frame.write(FINAL_TEXT);
        if (payload.length <= SHORT) {
            frame.write(payload.length);
        } else {
            frame.write(TWO_BYTES);
            frame.write(payload.length >> 8);
            frame.write(payload.length & 0xff);
        }
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
        out.flush();
    }

    /// Until the other side closes, or the line breaks.
    void listen() throws IOException {
        InputStream in = new DataInputStream(socket.getInputStream());
        while (in.read() >= 0) {
            // what a client says to a watch is nothing but "still here" and "goodbye"
        }
    }

    void cut() throws IOException {
        socket.close();
    }
}
