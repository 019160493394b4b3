package dev.muster.practice.windows;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// The least that a client can be: bytes on a socket, Basic, and messages written out as [MS-WSMV]'s examples are.
final class Soap implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)Content-Length: ([0-9]+)");

    private final Socket socket;

    Soap(WsmanServer server) throws IOException {
        this.socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(10_000);
    }

    record Answer(int status, String head, String body) {}

    Answer post(String header, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        write("POST /wsman HTTP/1.1\r\nHost: x\r\nContent-Type: application/soap+xml;charset=UTF-8\r\n" + header
                + "Content-Length: " + bytes.length + "\r\n\r\n" + body);
        return read();
    }

    Answer ask(String action, String shell, String body) throws IOException {
        var selectors = shell.isEmpty()
                ? ""
                : "<q:SelectorSet><q:Selector Name=\"ShellId\">" + shell + "</q:Selector></q:SelectorSet>";
        return post(basic(Given.PASSWORD), """
            <e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" xmlns:q="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" \
            xmlns:sh="http://schemas.microsoft.com/wbem/wsman/1/windows/shell"><e:Header>\
            <b:Action xmlns:b="http://schemas.xmlsoap.org/ws/2004/08/addressing">%s</b:Action>\
            <b:MessageID xmlns:b="http://schemas.xmlsoap.org/ws/2004/08/addressing">uuid:ID-1</b:MessageID>\
            <q:ResourceURI>http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd</q:ResourceURI>\
            <q:OperationTimeout>PT1S</q:OperationTimeout>%s</e:Header><e:Body>%s</e:Body></e:Envelope>\
            """.formatted(action, selectors, body));
    }

    /// @return its id
    String create() throws IOException {
        return between(
                ask(Operation.CREATE.answer().replace("Response", ""), "", "<sh:Shell/>")
                        .body(),
                "Name=\"ShellId\">",
                "<");
    }

    String command(String shell, String line) throws IOException {
        var said = ask(
                Names.SHELL + "/Command",
                shell,
                "<sh:CommandLine><sh:Command>" + line + "</sh:Command></sh:CommandLine>");
        return between(said.body(), "<rsp:CommandId>", "<");
    }

    Answer receive(String shell, String command) throws IOException {
        return ask(
                Names.SHELL + "/Receive",
                shell,
                "<sh:Receive><sh:DesiredStream CommandId=\"" + command
                        + "\">stdout stderr</sh:DesiredStream></sh:Receive>");
    }

    void timeout(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
    }

    static String between(String text, String before, String after) {
        var from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    static String basic(String password) {
        var word = ("Administrator:" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(word) + "\r\n";
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    Answer read() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("cut off after: " + head);
            }
            head.append((char) next);
        }
        var length = LENGTH.matcher(head);
        var bytes = socket.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        if (bytes.length < Integer.parseInt(length.group(1))) {
            throw new IOException("cut off in the body after " + bytes.length);
        }
        return new Answer(
                Integer.parseInt(head.substring(9, 12)), head.toString(), new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
