package dev.muster.remote.windows;

import io.cloudsoft.winrm4j.client.WinRmClient;
import io.cloudsoft.winrm4j.client.WinRmClientBuilder;
import io.cloudsoft.winrm4j.client.WinRmClientContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.transport.ConduitInitiatorManager;
import org.apache.http.client.config.AuthSchemes;
import org.jspecify.annotations.Nullable;

/// The library, started when it is first needed: that takes a second, and most setups have no Windows host.
public final class WinRm implements AutoCloseable {

    /// How long the host holds a request when it has nothing to tell.
    static final Duration POLL = Duration.ofSeconds(20);

    /// The stack tells failures that we tell in our own words; the fields keep the levels from being forgotten.
    private static final List<Logger> STACK =
            List.of(Logger.getLogger("org.apache.cxf"), Logger.getLogger("javax.xml.soap"));

    private @Nullable Bus bus;

    private synchronized Bus bus() {
        if (bus == null) {
            STACK.forEach(logger -> logger.setLevel(Level.OFF));
            var started = BusFactory.newInstance().createBus();
            var initiators = started.getExtension(ConduitInitiatorManager.class);
            var ours = new WireConduit.Initiator();
            WireConduit.Initiator.IDS.forEach(id -> initiators.registerConduitInitiator(id, ours));
            BusFactory.clearDefaultBusForAnyThread(started);
            bus = started;
        }
        return bus;
    }

    /// @param environment of the shells that the client will open; may be changed between them
    WinRmClient client(Endpoint endpoint, Map<String, String> environment) {
        return WinRmClient.builder(endpoint.url())
                .context(WinRmClientContext.newInstance(bus()))
                // the connection is signed in already; these two are never sent
                .authenticationScheme(AuthSchemes.BASIC)
                .credentials("", "")
                .environment(environment)
                .operationTimeout(POLL.toMillis())
                .failureRetryPolicy(WinRmClientBuilder.simpleCounterRetryPolicy(0))
                .build();
    }

    @Override
    public synchronized void close() {
        if (bus != null) {
            bus.shutdown(true);
            bus = null;
        }
    }
}
