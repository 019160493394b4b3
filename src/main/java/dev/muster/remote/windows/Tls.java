package dev.muster.remote.windows;

import dev.muster.remote.windows.WinRmFailure.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// TLS to a host whose certificate somebody has confirmed. Names, issuers and dates aren't looked at: it is this
/// certificate or none.
final class Tls {

    private Tls() {}

    /// @param trusted judges the host's own certificate; asked before anything but the handshake goes out
    static Socket over(Socket plain, String host, int port, Predicate<X509Certificate> trusted) throws WinRmFailure {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Judge(trusted)}, null);
            var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
            socket.startHandshake();
            return socket;
        } catch (SocketTimeoutException e) {
            throw new WinRmFailure(Kind.SILENT, "");
        } catch (SSLException e) {
            throw failure(e);
        } catch (IOException e) {
            // a service that doesn't speak TLS often just hangs up
            throw new WinRmFailure(Kind.NOT_TLS, String.valueOf(e.getMessage()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static WinRmFailure failure(SSLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotTrusted) {
                return new WinRmFailure(Kind.CERTIFICATE, "");
            }
        }
        var said = String.valueOf(e.getMessage());
        var lower = said.toLowerCase(Locale.ROOT);
        // what doesn't speak TLS answers with something else, or hangs up
        if (lower.contains("unrecognized ssl message")
                || lower.contains("terminated the handshake")
                || e.getCause() instanceof EOFException) {
            return new WinRmFailure(Kind.NOT_TLS, said);
        }
        var tooOld = lower.contains("protocol_version")
                || lower.contains("handshake_failure")
                || lower.contains("not accepted by client")
                || lower.contains("insufficient_security");
        return new WinRmFailure(tooOld ? Kind.TLS_TOO_OLD : Kind.TLS, said);
    }

    private static final class NotTrusted extends CertificateException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Judge extends X509ExtendedTrustManager {

        private final Predicate<X509Certificate> trusted;

        Judge(Predicate<X509Certificate> trusted) {
            this.trusted = trusted;
        }

        private void judge(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0 || !trusted.test(chain[0])) {
                throw new NotTrusted();
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            judge(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            judge(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            judge(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new NotTrusted();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new NotTrusted();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new NotTrusted();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
