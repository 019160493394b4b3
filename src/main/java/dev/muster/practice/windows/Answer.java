package dev.muster.practice.windows;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/// What goes back: the HTTP status and an envelope.
///
/// @param status 200, or 500 with a fault
record Answer(int status, String envelope) {

    static Answer of(Message to, String body) {
        return new Answer(200, envelope(to.operation().answer(), to.id(), body));
    }

    static Answer fault(String id, Fault fault, String machine) {
        return new Answer(500, envelope(Names.FAULT_ACTION, id, fault.body(machine)));
    }

    /// Without addressing, as the real one.
    static Answer identity(String version) {
        return new Answer(
                200,
                "<s:Envelope xml:lang=\"en-US\" xmlns:s=\"" + Names.SOAP + "\"><s:Header/><s:Body>"
                        + "<wsmid:IdentifyResponse xmlns:wsmid=\"" + Names.IDENTITY + "\"><wsmid:ProtocolVersion>"
                        + Names.WSMAN + "</wsmid:ProtocolVersion><wsmid:ProductVendor>Microsoft Corporation"
                        + "</wsmid:ProductVendor><wsmid:ProductVersion>OS: " + version
                        + " SP: 0.0 Stack: 3.0</wsmid:ProductVersion></wsmid:IdentifyResponse></s:Body></s:Envelope>");
    }

    private static String envelope(String action, String id, String body) {
        return "<s:Envelope xml:lang=\"en-US\" xmlns:s=\"" + Names.SOAP + "\" xmlns:a=\"" + Names.ADDRESSING
                + "\" xmlns:x=\"" + Names.TRANSFER + "\" xmlns:w=\"" + Names.WSMAN + "\" xmlns:rsp=\"" + Names.SHELL
                + "\"><s:Header><a:Action>" + action + "</a:Action><a:MessageID>uuid:"
                + UUID.randomUUID().toString().toUpperCase(Locale.ROOT) + "</a:MessageID><a:To>" + Names.ANONYMOUS
                + "</a:To><a:RelatesTo>" + Xml.escape(id) + "</a:RelatesTo></s:Header><s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    byte[] bytes() {
        return envelope.getBytes(StandardCharsets.UTF_8);
    }
}
