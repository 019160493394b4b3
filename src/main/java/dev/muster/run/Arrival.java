package dev.muster.run;

import dev.muster.base.HostName;
import dev.muster.setup.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/// Lines to many hosts at once, a bounded number at a time.
record Arrival(Connector connector, Duration patience, int parallel, BooleanSupplier enough) {

    Map<HostName, Reached> all(List<Host> hosts) throws InterruptedException {
        var reached = new ConcurrentHashMap<HostName, Reached>();
        var slots = new Semaphore(parallel);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Future<?>>();
            for (var host : hosts) {
                tasks.add(threads.submit(() -> {
                    slots.acquire();
                    try {
                        reached.put(host.name(), connector.connect(host, patience, enough));
                    } finally {
                        slots.release();
                    }
                    return host;
                }));
            }
            for (var task : tasks) {
                task.get();
            }
            return Map.copyOf(reached);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a host's line broke our own side", e.getCause());
        }
    }
}
