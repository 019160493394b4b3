package dev.muster.practice.rancher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;

/// A Rancher in this process, on a random port. Whoever starts it closes it.
public final class PracticeRancher implements AutoCloseable {

    private static final int WAITING = 200;
    private static final int BOOTSTRAP_PASSWORD = 26;
    private static final Duration ENDING = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final String address;
    private final String password;
    private final ServerSocket door;
    private final Book book;
    private final Watchers watchers = new Watchers();
    private final Mishaps mishaps = new Mishaps();
    private final Asked asked = new Asked();
    private final Api api;
    private final Thread doorkeeper;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Authority authority;

    private PracticeRancher(Release release, String address, ServerSocket door) throws IOException {
        this.address = address;
        this.door = door;
        this.authority = Authority.fresh(address);
        this.password = release.isToday() ? Letters.word(BOOTSTRAP_PASSWORD) : "admin";
        this.book = new Book(release, authority, password);
        this.api = new Api(book, watchers, mishaps, url());
        this.doorkeeper = Thread.ofVirtual().name("practice Rancher's door").unstarted(this::accept);
    }

    /// On loopback.
    public static PracticeRancher start(Release release) throws IOException {
        return start(release, "127.0.0.1");
    }

    /// @param address of this machine, in a network of practice hosts: an IPv4 literal
    public static PracticeRancher start(Release release, String address) throws IOException {
        var rancher =
                new PracticeRancher(release, address, new ServerSocket(0, WAITING, InetAddress.ofLiteral(address)));
        rancher.doorkeeper.start();
        return rancher;
    }

    /// `https://127.0.0.1:PORT`
    public String url() {
        return "https://" + address + ":" + door.getLocalPort();
    }

    public int port() {
        return door.getLocalPort();
    }

    /// Of the user `admin`, as it was at the start: 2.1's own `admin`, or today's bootstrap password.
    public String firstPassword() {
        return password;
    }

    /// A token for the API that an administrator has made before.
    public String token() {
        synchronized (book) {
            return book.issue();
        }
    }

    /// The authority that signs its certificate, as PEM.
    public String authority() {
        return authority.pem();
    }

    public String caChecksum() {
        return authority.checksum();
    }

    public X509Certificate certificate() {
        return authority.server();
    }

    /// SHA-256 of what TLS shows, in hexadecimal digits.
    public String fingerprint() {
        return Authority.fingerprint(authority.server());
    }

    /// SHA-256 of the authority's certificate, in hexadecimal digits.
    public String authorityFingerprint() {
        return Authority.fingerprint(authority.certificate());
    }

    /// From the next connection on, another authority and certificate.
    public void changeCertificate() throws IOException {
        authority = Authority.fresh(address);
    }

    public Mishaps mishaps() {
        return mishaps;
    }

    public Asked asked() {
        return asked;
    }

    /// All tokens of the API have come to their end.
    public void expireTokens() {
        synchronized (book) {
            book.revokeAll();
        }
    }

    /// The cluster has another registration token, and the one before isn't taken any more.
    public void rotate(String cluster) {
        synchronized (book) {
            book.rotate(named(cluster));
        }
    }

    /// Cuts the websockets that are open.
    public void cutWatches() throws IOException {
        watchers.cutAll();
    }

    public int openWatches() {
        return watchers.count();
    }

    public String setting(String name) {
        synchronized (book) {
            return book.setting(name);
        }
    }

    /// The body that made a cluster, as JSON; empty when there is none of that name.
    public Optional<String> made(String cluster) {
        synchronized (book) {
            return book.named(cluster).map(each -> each.asked().toString());
        }
    }

    /// A node's words in the place of its state's message, as when its plan can't be applied.
    public void stumble(String cluster, String node, String why) {
        synchronized (book) {
            var found = named(cluster)
                    .node(node)
                    .orElseThrow(() -> new IllegalArgumentException("no node is called " + node));
            found.stumble(why);
            watchers.changed("node", found.json());
        }
    }

    private Cluster named(String cluster) {
        return book.named(cluster).orElseThrow(() -> new IllegalArgumentException("no cluster is called " + cluster));
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                open.add(socket);
                Thread.ofVirtual().name("practice Rancher's caller").start(() -> serve(socket));
            } catch (IOException e) {
                // closed, which ends the loop; or one connection that didn't come to be
            }
        }
    }

    private void serve(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) IDLE.toMillis());
            var secure = (SSLSocket)
                    authority.context().getSocketFactory().createSocket(socket, address, socket.getPort(), true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            new Caller(secure, api, watchers, asked).serve();
        } catch (IOException e) {
            // the line broke, or the certificate wasn't liked: nobody is left to be told
        } finally {
            close(socket);
            open.remove(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(PracticeRancher::close);
        try {
            // the port is free when nobody waits at it any more
            doorkeeper.join(ENDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
