package dev.muster.remote;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/// The method `publickey` (RFC 4252, section 7) with a key that the library needn't understand: one of the agent's, a
/// security key's, a certificate. First the key alone is shown; it is asked for a signature only when the server
/// takes it. Good for one sign-in.
final class AuthBlob extends AbstractAuthMethod {

    /// Signs for the key.
    interface Signer {
        /// @return as SSH has it: the algorithm's name and the bytes
        /// @throws IOException it won't
        byte[] sign(byte[] message) throws IOException;
    }

    private final Blob key;
    private final Signer signer;
    private int tried;

    AuthBlob(Blob key, Signer signer) {
        super("publickey");
        this.key = key;
        this.signer = signer;
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return request(false);
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        return super.buildReq()
                .putBoolean(signed)
                .putString(key.algorithms().get(tried))
                .putString(key.bytes());
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        var request = request(true);
        var signed = new Buffer.PlainBuffer()
                .putString(params.getTransport().getSessionID())
                .putBuffer(request)
                .getCompactData();
        try {
            params.getTransport().write(request.putString(signer.sign(signed)));
        } catch (TransportException e) {
            throw e;
        } catch (IOException e) {
            // without the cause: it says nothing about the line to the server
            throw new UserAuthException("no signature: " + e.getMessage());
        }
    }

    /// An RSA certificate has a second name, for servers before 2018.
    @Override
    public boolean shouldRetry() {
        return ++tried < key.algorithms().size();
    }
}
