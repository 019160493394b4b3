package dev.muster.practice.windows;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a server is set up.
///
/// @param tls       HTTPS, with a certificate made at the start
/// @param open      `AllowUnencrypted`: over HTTP, Basic and unsealed messages are taken
/// @param schemes   that are offered
/// @param keys      opens the tickets of a domain; null: the host is in none
/// @param recording keeps what clients sent, for tests
public record WsmanSettings(
        WindowsMachine machine,
        Account account,
        boolean tls,
        boolean open,
        Set<Scheme> schemes,
        Quotas quotas,
        @Nullable KeyTable keys,
        boolean recording) {

    public WsmanSettings {
        schemes = Set.copyOf(schemes);
    }

    public static WsmanSettings https(WindowsMachine machine, Account account) {
        return new WsmanSettings(machine, account, true, false, Set.of(Scheme.NEGOTIATE), Quotas.USUAL, null, false);
    }

    public static WsmanSettings http(WindowsMachine machine, Account account) {
        return new WsmanSettings(machine, account, false, false, Set.of(Scheme.NEGOTIATE), Quotas.USUAL, null, false);
    }

    public WsmanSettings offering(Scheme... offered) {
        return new WsmanSettings(machine, account, tls, open, Set.of(offered), quotas, keys, recording);
    }

    public WsmanSettings inDomain(KeyTable opening) {
        return new WsmanSettings(machine, account, tls, open, schemes, quotas, opening, recording);
    }

    public WsmanSettings opened() {
        return new WsmanSettings(machine, account, tls, true, schemes, quotas, keys, recording);
    }

    public WsmanSettings within(Quotas narrower) {
        return new WsmanSettings(machine, account, tls, open, schemes, narrower, keys, recording);
    }

    public WsmanSettings recorded() {
        return new WsmanSettings(machine, account, tls, open, schemes, quotas, keys, true);
    }
}
