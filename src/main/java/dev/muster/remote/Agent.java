package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.SIGN_IN;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Buffer.PlainBuffer;

/// The SSH agent of the workstation, in the protocol of `draft-miller-ssh-agent` (sections 3.5 and 3.6): which keys
/// it holds, and a signature by one of them. Each question has a connection of its own. A private key never leaves
/// it.
final class Agent {

    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES = 12;
    private static final int SIGN = 13;
    private static final int SIGNATURE = 14;
    private static final int SHA2_512 = 4;

    /// As OpenSSH bounds it (`authfd.c`, 9.2)
    private static final int LONGEST = 256 * 1024;

    /// Somebody may have to touch a key, or to say yes
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String place;
    private final Deadline deadline;

    /// @param place see [AgentWire#open]; empty: there is none
    Agent(String place, Deadline deadline) {
        this.place = place;
        this.deadline = deadline;
    }

    /// Where the agent of this workstation is.
    static String place(Map<String, String> environment, boolean windows) {
        return environment.getOrDefault("SSH_AUTH_SOCK", windows ? AgentWire.WINDOWS_PIPE : "");
    }

    /// A key that it holds.
    ///
    /// @param blob as the server gets it; a certificate's too
    record Held(Blob blob, String comment) {}

    /// @throws Trouble.Found when there is no agent, or it doesn't answer
    List<Held> keys() throws Trouble.Found {
        if (place.isEmpty()) {
            throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.AGENT_MISSING));
        }
        try {
            var answer = ask(new PlainBuffer().putByte((byte) REQUEST_IDENTITIES), IDENTITIES);
            var held = new ArrayList<Held>();
            for (var left = answer.readUInt32(); left > 0; left--) {
                held.add(new Held(new Blob(answer.readBytes()), Said.clean(answer.readString())));
            }
            return held;
        } catch (NoSuchFileException e) {
            throw new Trouble.Found(Trouble.of(SIGN_IN, RemoteWords.AGENT_UNREACHABLE, place, "–"));
        } catch (IOException e) {
            throw new Trouble.Found(Trouble.of(
                    SIGN_IN, RemoteWords.AGENT_UNREACHABLE, place, Said.clean(String.valueOf(e.getMessage()))));
        }
    }

    /// The signature as SSH has it: the algorithm's name and the bytes.
    byte[] sign(Blob key, byte[] message) throws IOException {
        var flags = key.isRsa() ? SHA2_512 : 0;
        var request = new PlainBuffer()
                .putByte((byte) SIGN)
                .putString(key.bytes())
                .putString(message)
                .putUInt32(flags);
        return ask(request, SIGNATURE).readBytes();
    }

    private Buffer.PlainBuffer ask(PlainBuffer request, int wanted) throws IOException {
        try (var wire = AgentWire.open(place);
                var time = deadline.in(PATIENCE, () -> closeQuietly(wire))) {
            var out = new DataOutputStream(wire.out());
            var bytes = request.getCompactData();
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
            var in = new DataInputStream(wire.in());
            var length = in.readInt();
            if (length < 1 || length > LONGEST) {
                throw new IOException("an answer of " + length + " bytes");
            }
            var answer = new PlainBuffer(in.readNBytes(length));
            var kind = answer.readByte();
            if (kind != wanted) {
                throw new IOException(time.isOver() ? "no answer within " + PATIENCE : "it refuses (" + kind + ")");
            }
            return answer;
        }
    }

    private static void closeQuietly(AgentWire wire) {
        try {
            wire.close();
        } catch (IOException e) {
            // closed it is
        }
    }
}
