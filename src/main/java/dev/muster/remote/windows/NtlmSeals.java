package dev.muster.remote.windows;

import dev.muster.remote.windows.WinRmFailure.Kind;
import io.cloudsoft.winrm4j.client.PayloadEncryptionMode;
import io.cloudsoft.winrm4j.client.encryption.NtlmEncryptionUtils;
import io.cloudsoft.winrm4j.client.ntlm.NTCredentialsWithEncryption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;

/// NTLM's; the library's own.
record NtlmSeals(NTCredentialsWithEncryption keys) implements Seals {

    @Override
    public Sealed seal(byte[] soap) {
        var message = new MessageImpl();
        var body = library().encryptAndSign(message, soap);
        return new Sealed(String.valueOf(message.get(Message.CONTENT_TYPE)), body);
    }

    @Override
    public byte[] open(Sealed sealed) throws WinRmFailure {
        var message = new MessageImpl();
        message.put(Message.CONTENT_TYPE, sealed.type());
        message.setContent(InputStream.class, new ByteArrayInputStream(sealed.body()));
        try {
            library().decrypt(message);
            return message.getContent(InputStream.class).readAllBytes();
        } catch (IOException | RuntimeException e) {
            throw new WinRmFailure(Kind.GARBLED, "a seal that doesn't fit");
        }
    }

    private NtlmEncryptionUtils library() {
        return new NtlmEncryptionUtils(keys, PayloadEncryptionMode.REQUIRED);
    }
}
