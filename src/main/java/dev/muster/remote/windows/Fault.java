package dev.muster.remote.windows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// A fault of WS-Management: its code and what it says.
///
/// @param code of `WSManFault`, or of `MSFT_WmiError`, which quotas use instead; 0: it has none
record Fault(long code, String said) {

    /// Nothing has come yet; the shell goes on.
    static final long NOTHING_YET = 2_150_858_793L;

    /// The shell is gone: idle for too long, or WinRM has restarted.
    static final long NO_SHELL = 2_150_858_843L;

    private static final String WSMAN = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";
    private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";

    boolean isNothingYet() {
        return code == NOTHING_YET;
    }

    WinRmFailure failure() {
        return new WinRmFailure(WinRmFailure.Kind.FAULT, code, said);
    }

    /// Empty when it isn't a fault.
    static Optional<Fault> in(byte[] answer) {
        Document document;
        try {
            document = parse(answer);
        } catch (SAXException | IOException e) {
            return Optional.empty();
        }
        if (document.getElementsByTagNameNS(SOAP, "Fault").getLength() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Fault(code(document), said(document)));
    }

    private static long code(Document document) {
        if (document.getElementsByTagNameNS(WSMAN, "WSManFault").item(0) instanceof Element fault) {
            return number(fault.getAttribute("Code"));
        }
        return document.getElementsByTagNameNS("*", "error_Code").item(0) instanceof Element error
                ? number(error.getTextContent())
                : 0;
    }

    private static String said(Document document) {
        if (document.getElementsByTagNameNS(WSMAN, "Message").item(0) instanceof Element message
                && !message.getTextContent().isBlank()) {
            return message.getTextContent().strip();
        }
        return document.getElementsByTagNameNS(SOAP, "Text").item(0) instanceof Element text
                ? text.getTextContent().strip()
                : "";
    }

    private static long number(String text) {
        return text.strip().matches("-?\\d{1,10}") ? Long.parseLong(text.strip()) & 0xffffffffL : 0;
    }

    private static Document parse(byte[] answer) throws SAXException, IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Quiet());
            return builder.parse(new ByteArrayInputStream(answer));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java reads XML", e);
        }
    }

    /// The parser's own prints.
    private static final class Quiet implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // nobody to tell
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
