package dev.muster.practice.rancher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket.Listener;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that nobody of Muster wrote: the JDK's, which trusts practice Rancher's own authority and nobody else.
public final class Asker implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final String url;
    private final HttpClient client;
    private String token = "";

    public Asker(PracticeRancher rancher) throws GeneralSecurityException, IOException {
        this.url = rancher.url();
        this.client = HttpClient.newBuilder()
                .sslContext(trusting(rancher.authority()))
                .build();
    }

    private static SSLContext trusting(String pem) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var authority = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        store.setCertificateEntry("authority", authority);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    public Asker as(String newToken) {
        token = newToken;
        return this;
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return MAPPER.readTree(send("GET", path, "").body());
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return MAPPER.readTree(send("POST", path, body).body());
    }

    /// As 2.1's agent does it, for the first time; the tunnel is closed at once.
    public void register(String registrationToken, String name, String... roles) throws InterruptedException {
        var socket = client.newWebSocketBuilder()
                .header("X-API-Tunnel-Token", registrationToken)
                .header("X-API-Tunnel-Params", parameters(name, List.of(roles)))
                .buildAsync(URI.create(url.replaceFirst("https", "wss") + "/v3/connect/register"), new Listener() {})
                .join();
        socket.abort();
    }

    /// As 2.1's agent does it again and again.
    public int callIn(String registrationToken, String name) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/v3/connect/config"))
                .header("X-API-Tunnel-Token", registrationToken)
                .header("X-API-Tunnel-Params", parameters(name, List.of()))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /// As today's install script does it.
    public int callInToday(String registrationToken, String name, String... roles)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/v3/connect/agent"))
                .header("Authorization", "Bearer " + registrationToken)
                .header("X-Cattle-Id", "id-of-" + name)
                .header("X-Cattle-Node-Name", name)
                .header("X-Cattle-Labels", "cattle.io/os=linux");
        for (var role : roles) {
            request.header("X-Cattle-Role-" + role, "true");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static String parameters(String name, List<String> roles) {
        var text = "{\"node\":{\"requestedHostname\":\"" + name + "\",\"etcd\":" + roles.contains("etcd")
                + ",\"controlPlane\":" + roles.contains("controlplane") + ",\"worker\":" + roles.contains("worker")
                + ",\"customConfig\":{\"address\":\"10.0.0.11\"}}}";
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// What the watch says, as it comes; `closed` when it ends.
    BlockingQueue<String> watch(String types) {
        var heard = new LinkedBlockingQueue<String>();
        client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create(url.replaceFirst("https", "wss") + "/v3/subscribe?" + types), new Listener() {
                    private final StringBuilder whole = new StringBuilder();

                    @Override
                    public @Nullable CompletionStage<?> onText(
                            java.net.http.WebSocket socket, CharSequence text, boolean last) {
                        whole.append(text);
                        if (last) {
                            heard.add(whole.toString());
                            whole.setLength(0);
                        }
                        socket.request(1);
                        return null;
                    }

                    /// a line that breaks is code 1006 to the JDK's client
                    @Override
                    public @Nullable CompletionStage<?> onClose(
                            java.net.http.WebSocket socket, int code, String reason) {
                        heard.add("closed");
                        return null;
                    }

                    @Override
                    public void onError(java.net.http.WebSocket socket, Throwable why) {
                        heard.add("closed");
                    }
                })
                .join();
        return heard;
    }

    @Override
    public void close() {
        client.close();
    }
}
