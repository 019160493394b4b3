package dev.muster.probe.mesh;

import dev.muster.base.HostName;
import dev.muster.base.Reading;
import dev.muster.catalog.PortNeed;
import dev.muster.catalog.Ports;
import dev.muster.probe.Probed;
import dev.muster.remote.Connection;
import dev.muster.remote.Opened;
import dev.muster.remote.Reach;
import dev.muster.setup.Host;
import dev.muster.setup.Setup;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Tries the network between hosts: lets all that are needed listen, lets all that need them try, and ends the
/// listening.
public final class MeshProber {

    /// What a batch of calls takes at most, and the packets after them
    private static final Duration A_BATCH = Duration.ofSeconds(8);
    private static final int CALLS_AT_ONCE = 400;
    private static final Duration PACKETS = Duration.ofSeconds(20);
    private static final Duration TO_BE_READY = Duration.ofSeconds(60);

    private final Reach reach;
    private final int parallel;
    private final RandomGenerator random;
    private final InstantSource clock;

    /// @param parallel hosts that are talked to at the same time
    public MeshProber(Reach reach, int parallel, RandomGenerator random, InstantSource clock) {
        this.reach = reach;
        this.parallel = parallel;
        this.random = random;
        this.clock = clock;
    }

    /// How far it has come.
    ///
    /// @param tried hosts that have tried all that they need
    /// @param hosts all that take part
    public record Progress(int tried, int hosts) {

        /// Called from any thread.
        public interface News {
            void take(Progress progress);
        }
    }

    /// @throws InterruptedException when the caller is interrupted; the listeners are ended first
    public Mesh probe(Setup setup, Map<HostName, Probed> probed, Ports ports, Progress.News news)
            throws InterruptedException {
        var addresses = addresses(setup, probed);
        var hosts = setup.hosts(host -> addresses.containsKey(host.name()));
        var needs = hosts.stream()
                .flatMap(target -> ports.needs(target, setup.hosts(), setup.cluster()).stream())
                .filter(need -> addresses.containsKey(need.source()))
                .toList();
        if (needs.isEmpty()) {
            return new Mesh(addresses, Map.of(), clock.instant());
        }
        return new Round(hosts, addresses, needs, probed, news).run();
    }

    private static Map<HostName, String> addresses(Setup setup, Map<HostName, Probed> probed) {
        var addresses = new LinkedHashMap<HostName, String>();
        for (var host : setup.hosts()) {
            Optional.ofNullable(probed.get(host.name()))
                    .map(NodeAddress::of)
                    .flatMap(Reading::known)
                    .ifPresent(address -> addresses.put(host.name(), address));
        }
        return addresses;
    }

    private String token() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// One time that all of it is tried.
    private final class Round {
        private final List<Host> hosts;
        private final Map<HostName, String> addresses;
        private final Map<HostName, List<PortNeed>> bySource;
        private final Map<HostName, List<PortNeed>> byTarget;
        private final Map<HostName, Probed> probed;
        private final Progress.News news;
        private final String token = token();
        private final Semaphore room = new Semaphore(parallel);
        private final Map<HostName, Listening> listening = new HashMap<>();
        private final Map<Pair, Passage> passages = new ConcurrentHashMap<>();

        Round(
                List<Host> hosts,
                Map<HostName, String> addresses,
                List<PortNeed> needs,
                Map<HostName, Probed> probed,
                Progress.News news) {
            this.hosts = hosts;
            this.addresses = addresses;
            this.bySource = needs.stream().collect(Collectors.groupingBy(PortNeed::source));
            this.byTarget = needs.stream().collect(Collectors.groupingBy(PortNeed::target));
            this.probed = probed;
            this.news = news;
        }

        Mesh run() throws InterruptedException {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var listeners =
                        hosts.stream().map(host -> listen(host, threads)).toList();
                try {
                    var end = System.nanoTime() + TO_BE_READY.toNanos();
                    for (var one : listening.values()) {
                        one.awaitReady(Duration.ofNanos(end - System.nanoTime()));
                    }
                    tryAll(threads);
                } finally {
                    listeners.forEach(listener -> listener.cancel(true));
                }
            }
            return new Mesh(addresses, passages, clock.instant());
        }

        private Future<?> listen(Host host, ExecutorService threads) {
            var wanted = byTarget.getOrDefault(host.name(), List.of());
            var one = new Listening(addresses.getOrDefault(host.name(), host.address()), wanted);
            listening.put(host.name(), one);
            if (wanted.isEmpty()) {
                one.failed("nobody needs it");
                return threads.submit(() -> {});
            }
            return threads.submit(() -> {
                var connection = connection(host);
                if (connection.isEmpty()) {
                    one.failed("it isn't reached any more");
                } else {
                    one.run(connection.get(), token, longestListening());
                }
                return null;
            });
        }

        private Optional<Connection> connection(Host host) throws InterruptedException {
            room.acquire();
            try {
                return reach.open(host) instanceof Opened.Ready ready
                        ? Optional.of(ready.connection())
                        : Optional.empty();
            } finally {
                room.release();
            }
        }

        private Duration longestListening() {
            var rounds = (hosts.size() + parallel - 1) / parallel;
            var most = bySource.values().stream().mapToInt(List::size).max().orElse(0);
            return TO_BE_READY.plus(TryOut.longest(most).multipliedBy(rounds));
        }

        private void tryAll(ExecutorService threads) throws InterruptedException {
            var done = new AtomicInteger();
            var tries = hosts.stream()
                    .map(host -> threads.submit(() -> {
                        room.acquire();
                        try {
                            tryFrom(host);
                        } finally {
                            room.release();
                        }
                        news.take(new Progress(done.incrementAndGet(), hosts.size()));
                        return null;
                    }))
                    .toList();
            for (var one : tries) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException known
                            ? known
                            : new IllegalStateException("trying the network", e);
                }
            }
        }

        private void tryFrom(Host host) throws InterruptedException {
            var mine = bySource.getOrDefault(host.name(), List.of());
            if (mine.isEmpty()) {
                return;
            }
            var one = new TryOut(host, hosts, mine, addresses, listening, probed);
            var answers = reach.open(host) instanceof Opened.Ready ready
                    ? one.from(ready.connection(), token)
                    : TryAnswers.none("it isn't reached any more");
            passages.putAll(one.passages(answers));
        }
    }

    static Duration longest(int attempts) {
        return PACKETS.plus(A_BATCH.multipliedBy(1 + attempts / CALLS_AT_ONCE));
    }
}
