package dev.muster.practice.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The server's certificate as JDK's own client sees it, and that the record shows it when no credential has come.
class WsmanCertificateTest {

    private WsmanServer server;

    @BeforeEach
    void open() throws IOException {
        server = WsmanServer.start(Given.https().offering(Scheme.BASIC).recorded());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static HttpClient trusting(X509Certificate certificate) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("host", certificate);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    private int logOn(HttpClient client) throws IOException, InterruptedException {
        var header = Soap.basic(Given.PASSWORD).strip().split(": ", 2);
        var request = HttpRequest.newBuilder(URI.create(server.url()))
                .header(header[0], header[1])
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void whoever_knows_it_gets_in() throws Exception {
        try (var client = trusting(server.certificate())) {
            assertThat(logOn(client)).isEqualTo(200);
        }

        assertThat(server.heard().credentialBytes()).isPositive();
    }

    @Test
    void another_one_gets_no_byte_of_a_credential() throws Exception {
        try (var other = WsmanServer.start(Given.https());
                var client = trusting(other.certificate())) {
            assertThatThrownBy(() -> logOn(client)).isInstanceOf(SSLException.class);
        }

        Awaitility.await().until(() -> server.heard().brokenHandshakes() == 1);
        assertThat(server.heard().credentialBytes()).isZero();
        assertThat(server.heard().requests()).isEmpty();
    }

    @Test
    void one_that_has_changed_is_shown_even_to_whoever_was_here_before() throws Exception {
        try (var client = trusting(server.certificate())) {
            assertThat(logOn(client)).isEqualTo(200);
            var before = server.heard().credentialBytes();
            var fingerprint = server.fingerprint();

            server.changeCertificate();
            server.dropAll();

            assertThat(server.fingerprint()).isNotEqualTo(fingerprint);
            assertThatThrownBy(() -> logOn(client)).isInstanceOf(IOException.class);
            assertThat(server.heard().credentialBytes()).isEqualTo(before);
        }
    }
}
