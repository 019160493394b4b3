package dev.muster.practice.windows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What a server has got from its clients: counted always, kept word for word only where the settings say so.
public final class Heard {

    private final boolean keeping;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger brokenHandshakes = new AtomicInteger();
    private final AtomicInteger logons = new AtomicInteger();
    private final AtomicInteger refusedLogons = new AtomicInteger();
    private final AtomicLong credentialBytes = new AtomicLong();

    Heard(boolean keeping) {
        this.keeping = keeping;
    }

    /// A request that got past the logon.
    ///
    /// @param connection counted from 1
    /// @param operation  empty: it wasn't understood
    /// @param sealed     by NTLM, inside HTTP
    /// @param envelope   as it was before sealing
    public record Request(
            int connection, Optional<Operation> operation, String contentType, boolean sealed, String envelope) {}

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<Operation> operations() {
        return requests.stream().flatMap(it -> it.operation().stream()).toList();
    }

    public int connections() {
        return connections.get();
    }

    public int brokenHandshakes() {
        return brokenHandshakes.get();
    }

    /// Logons by NTLM, or requests with the right word of Basic.
    public int logons() {
        return logons.get();
    }

    /// What would count towards locking an account out.
    public int refusedLogons() {
        return refusedLogons.get();
    }

    /// Of headers that only somebody who knows the password can make.
    public long credentialBytes() {
        return credentialBytes.get();
    }

    int connected() {
        return connections.incrementAndGet();
    }

    void brokenHandshake() {
        brokenHandshakes.incrementAndGet();
    }

    void credential(String header, boolean right) {
        credentialBytes.addAndGet(header.length());
        (right ? logons : refusedLogons).incrementAndGet();
    }

    void request(Request request) {
        if (keeping) {
            requests.add(request);
        }
    }
}
