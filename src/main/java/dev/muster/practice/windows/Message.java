package dev.muster.practice.windows;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// A request as it was understood.
///
/// @param id       of the message, byte for byte as it came
/// @param resource what it is about; a shell of cmd is all there is here
/// @param shell    the selector; empty at Create and Identify
/// @param options  `WINRS_CODEPAGE` and its like
/// @param patience how long the answer may take
/// @param largest  answer that the client takes, in bytes
/// @param body     the element that the operation is about; the whole Body when there is none
record Message(
        Operation operation,
        String id,
        String resource,
        String shell,
        Map<String, String> options,
        Duration patience,
        int largest,
        Element body) {

    /// [MS-WSMV] 3.1.4.1.6: longer, and none, means this
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(60);

    private static final int LARGEST = 153_600;

    Message {
        options = Map.copyOf(options);
    }

    /// @return empty: not a message of this protocol
    static Optional<Message> read(Document document) {
        var envelope = document.getDocumentElement();
        if (!Names.SOAP.equals(envelope.getNamespaceURI())) {
            return Optional.empty();
        }
        var header = Xml.child(envelope, Names.SOAP, "Header");
        var body = Xml.child(envelope, Names.SOAP, "Body");
        if (body.isPresent()
                && Xml.child(body.get(), Names.IDENTITY, "Identify").isPresent()) {
            return Optional.of(
                    new Message(Operation.IDENTIFY, "", "", "", Map.of(), MOST_PATIENCE, LARGEST, body.get()));
        }
        if (header.isEmpty() || body.isEmpty()) {
            return Optional.empty();
        }
        var top = header.get();
        return Operation.of(Xml.words(top, Names.ADDRESSING, "Action"))
                .map(operation -> new Message(
                        operation,
                        Xml.words(top, Names.ADDRESSING, "MessageID"),
                        Xml.words(top, Names.WSMAN, "ResourceURI"),
                        named(top, "SelectorSet", "Selector").getOrDefault("ShellId", ""),
                        named(top, "OptionSet", "Option"),
                        patience(Xml.words(top, Names.WSMAN, "OperationTimeout")),
                        largest(Xml.words(top, Names.WSMAN, "MaxEnvelopeSize")),
                        body.get()));
    }

    private static Map<String, String> named(Element header, String set, String item) {
        var named = new HashMap<String, String>();
        for (var one : Xml.children(header, Names.WSMAN, set)) {
            for (var each : Xml.children(one, Names.WSMAN, item)) {
                named.put(each.getAttribute("Name"), each.getTextContent().strip());
            }
        }
        return named;
    }

    private static Duration patience(String written) {
        var wished = duration(written, MOST_PATIENCE);
        return wished.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : wished;
    }

    static Duration duration(String written, Duration otherwise) {
        try {
            return Duration.parse(written);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static int largest(String written) {
        return written.matches("[0-9]{4,6}") ? Integer.parseInt(written) : LARGEST;
    }

    /// The element of the shell's namespace in the body.
    Optional<Element> part(String name) {
        return Xml.child(body, Names.SHELL, name);
    }
}
