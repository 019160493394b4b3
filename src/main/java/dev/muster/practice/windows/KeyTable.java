package dev.muster.practice.windows;

import java.nio.file.Path;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.kerberos.KeyTab;

/// What a server needs to read the tickets of a Kerberos realm, as a host of a domain has it.
///
/// @param file    holds the service's key
/// @param service `HTTP/name@REALM`
/// @param user    the one that is let in: `name@REALM`
public record KeyTable(Path file, String service, String user) {

    Subject subject() {
        var principal = new KerberosPrincipal(service);
        return new Subject(false, Set.of(principal), Set.of(), Set.of(KeyTab.getInstance(principal, file.toFile())));
    }
}
