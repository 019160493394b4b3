package dev.muster.remote.windows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.apache.cxf.Bus;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.transport.Conduit;
import org.apache.cxf.transport.ConduitInitiator;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.jspecify.annotations.Nullable;

/// The library's way out: hands its messages to the line that the calling thread is working with.
///
/// Decided: our own connection under the library, by the web service stack's own door for transports. Because the
/// library's shows a wrong password twice, asks the wrong trust store for Basic, can't go through a bastion and
/// leaves threads; instead of a second client; costs this class.
final class WireConduit extends AbstractConduit {

    /// Sends one message and gives the answer.
    interface Line {
        byte[] exchange(byte[] soap) throws IOException;
    }

    /// The line of the shell that this thread drives.
    static final ScopedValue<Line> LINE = ScopedValue.newInstance();

    private static final String SOAP = WireConduit.class.getName() + ".soap";
    private static final Logger LOG = Logger.getLogger(WireConduit.class.getName());

    private WireConduit(EndpointReferenceType target) {
        super(target);
    }

    @Override
    protected Logger getLogger() {
        return LOG;
    }

    @Override
    public void prepare(Message message) {
        var soap = new ByteArrayOutputStream();
        message.put(SOAP, soap);
        message.setContent(OutputStream.class, soap);
    }

    @Override
    public void close(Message message) throws IOException {
        if (!(message.remove(SOAP) instanceof ByteArrayOutputStream soap)) {
            // an answer that was read
            super.close(message);
            return;
        }
        // others may have put a stream of theirs before ours
        message.getContent(OutputStream.class).close();
        var answer = LINE.get().exchange(soap.toByteArray());
        var in = new MessageImpl();
        in.setExchange(message.getExchange());
        in.setContent(InputStream.class, new ByteArrayInputStream(answer));
        in.put(Message.CONTENT_TYPE, "application/soap+xml; charset=UTF-8");
        in.put(Message.ENCODING, StandardCharsets.UTF_8.name());
        getMessageObserver().onMessage(in);
    }

    /// What the stack asks for a conduit.
    static final class Initiator implements ConduitInitiator {

        /// SOAP 1.2 over HTTP, by the names that the stack has for it
        static final List<String> IDS =
                List.of("http://cxf.apache.org/transports/http", "http://www.w3.org/2003/05/soap/bindings/HTTP/");

        @Override
        public Conduit getConduit(EndpointInfo endpoint, Bus bus) {
            return getConduit(endpoint, null, bus);
        }

        @Override
        public Conduit getConduit(EndpointInfo endpoint, @Nullable EndpointReferenceType target, Bus bus) {
            if (target != null) {
                return new WireConduit(target);
            }
            var address = new AttributedURIType();
            address.setValue(endpoint.getAddress());
            var reference = new EndpointReferenceType();
            reference.setAddress(address);
            return new WireConduit(reference);
        }

        @Override
        public Set<String> getUriPrefixes() {
            return Set.of("http://", "https://");
        }

        @Override
        public List<String> getTransportIds() {
            return IDS;
        }
    }
}
