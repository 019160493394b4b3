package dev.muster.practice.rancher;

import dev.muster.practice.door.Door;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/// A Rancher in this process, on a random port. Whoever starts it closes it.
public final class PracticeRancher implements AutoCloseable {

    private static final int BOOTSTRAP_PASSWORD = 26;
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final String address;
    private final String password;
    private final Door door;
    private final Book book;
    private final Watchers watchers = new Watchers();
    private final Mishaps mishaps = new Mishaps();
    private final Asked asked = new Asked();
    private final Api api;
    private volatile Authority authority;

    private PracticeRancher(Release release, String address) throws IOException {
        this.address = address;
        this.door = new Door("practice Rancher's", InetAddress.ofLiteral(address), this::serve);
        this.authority = Authority.fresh(address);
        this.password = release.isToday() ? Letters.word(BOOTSTRAP_PASSWORD) : "admin";
        this.book = new Book(release, authority, password);
        this.api = new Api(book, watchers, mishaps, url());
    }

    /// On loopback.
    public static PracticeRancher start(Release release) throws IOException {
        return start(release, "127.0.0.1");
    }

    /// @param address of this machine, in a network of practice hosts: an IPv4 literal
    public static PracticeRancher start(Release release, String address) throws IOException {
        var rancher = new PracticeRancher(release, address);
        rancher.door.open();
        return rancher;
    }

    /// `https://127.0.0.1:PORT`
    public String url() {
        return "https://" + address + ":" + port();
    }

    public int port() {
        return door.port();
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

    /// What TLS shows, as PEM, from the server's certificate up.
    public String chain() {
        return authority.server().pem() + "\n" + authority.pem() + "\n";
    }

    public X509Certificate certificate() {
        return authority.server().certificate();
    }

    /// SHA-256 of what TLS shows, in hexadecimal digits.
    public String fingerprint() {
        return authority.server().fingerprint();
    }

    /// SHA-256 of the authority's certificate, in hexadecimal digits.
    public String authorityFingerprint() {
        return authority.own().fingerprint();
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

    /// Serves a file, as a real one serves the scripts that hosts join by: `/system-agent-install.sh`.
    public void serve(String path, String text) {
        api.serve(path, text);
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

    /// Makes a custom cluster as somebody did it in Rancher's own pages.
    ///
    /// @return its registration token
    public String custom(String cluster) {
        synchronized (book) {
            var body =
                    JsonNodeFactory.instance.objectNode().put("type", "cluster").put("name", cluster);
            body.putObject("rancherKubernetesEngineConfig").putObject("network").put("plugin", "flannel");
            var made = book.make(cluster, body);
            book.rotate(made);
            return made.tokens().getFirst();
        }
    }

    /// The same, and the command that it shows for Linux hosts.
    public String command(String cluster) {
        custom(cluster);
        synchronized (book) {
            return new Commands(book, url())
                    .of(named(cluster), false)
                    .path("nodeCommand")
                    .asString();
        }
    }

    /// The agent of a practice host calls in: the first time it registers, each time after its node is one step
    /// on.
    ///
    /// @param os `linux`, `windows`
    /// @return whether Rancher knows the token
    public boolean calls(String token, String node, Set<String> roles, String address, String os) {
        return api.calls(token, new Node.Told(Book.lower(node), roles, address, os));
    }

    /// What an agent hears: whether its node is active now.
    public boolean hears(String token, String node) {
        synchronized (book) {
            return book.clusters().stream()
                    .filter(cluster -> cluster.tokens().contains(token))
                    .anyMatch(cluster -> isActive(cluster, node));
        }
    }

    public boolean isActive(String cluster, String node) {
        synchronized (book) {
            return isActive(named(cluster), node);
        }
    }

    private static boolean isActive(Cluster cluster, String node) {
        return cluster.node(Book.lower(node))
                .filter(each -> each.stage() == Node.Stage.ACTIVE)
                .isPresent();
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

    private void serve(Socket socket) throws IOException, InterruptedException {
        socket.setSoTimeout((int) IDLE.toMillis());
        new Caller(Door.secured(socket, authority.context(), address), api, watchers, asked).serve();
    }

    @Override
    public void close() {
        door.close();
    }
}
