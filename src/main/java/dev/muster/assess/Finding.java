package dev.muster.assess;

import dev.muster.base.HostName;
import dev.muster.base.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer of one check about one host, or about the cluster.
///
/// @param host    null: about the cluster
/// @param found   what is there
/// @param wanted  what would fit
/// @param what    the finding as a sentence with its subject: "lin2: Docker 18.09.9 isn't among those tested with
///     Kubernetes 1.11"
/// @param why     why it matters
/// @param fix     what would do
/// @param command to copy and run on the host; empty where there is none
/// @param field   of the setup file: `hosts[2].roles`; empty where there is none
/// @param source  where the rule comes from
/// @param because the admin's reason, when accepted; else empty
public record Finding(
        CheckId id,
        @Nullable HostName host,
        Severity severity,
        State state,
        Text found,
        Text wanted,
        Text what,
        Text why,
        Text fix,
        String command,
        String field,
        String source,
        String because) {

    public Optional<HostName> about() {
        return Optional.ofNullable(host);
    }

    /// Whether this finding stops a run (`cli.md`, exit 3): a hard one that failed, is pending or unknown; a soft
    /// one that failed and isn't accepted.
    public boolean stops() {
        return switch (severity) {
            case HARD -> state == State.FAILED || state == State.PENDING || state == State.UNKNOWN;
            case SOFT -> state == State.FAILED;
            case INFO -> false;
        };
    }

    public Finding accepted(String reason) {
        return new Finding(
                id, host, severity, State.ACCEPTED, found, wanted, what, why, fix, command, field, source, reason);
    }
}
