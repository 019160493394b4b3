package dev.muster.remote.windows;

import dev.muster.remote.windows.WinRmFailure.Kind;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/// A ticket for one host's WinRM: from a password, a key table, or the cache that the workstation's own sign-in
/// filled. Kerberos itself is Java's.
final class Ticket {

    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";
    private static final String KERBEROS_5 = "1.2.840.113554.1.2.2";

    private Ticket() {}

    /// @param host its full name: Kerberos knows no IP addresses
    /// @return the token, as base64
    static String of(Credentials.Kerberos kerberos, String host) throws WinRmFailure {
        try {
            var login = new LoginContext(
                    "muster", new Subject(), callbacks -> answer(kerberos, callbacks), options(kerberos));
            login.login();
            try {
                PrivilegedExceptionAction<byte[]> act = () -> token(host);
                return Base64.getEncoder().encodeToString(Subject.callAs(login.getSubject(), act::run));
            } finally {
                login.logout();
            }
        } catch (LoginException e) {
            throw new WinRmFailure(Kind.KERBEROS, innermost(e));
        } catch (java.util.concurrent.CompletionException e) {
            throw new WinRmFailure(Kind.KERBEROS, innermost(e));
        }
    }

    private static byte[] token(String host) throws GSSException, PrivilegedActionException {
        var gss = GSSManager.getInstance();
        var mechanism = new Oid(KERBEROS_5);
        var service = gss.createName("HTTP@" + host, GSSName.NT_HOSTBASED_SERVICE);
        var context = gss.createContext(service, mechanism, null, GSSContext.DEFAULT_LIFETIME);
        try {
            context.requestMutualAuth(false);
            return context.initSecContext(new byte[0], 0, 0);
        } finally {
            context.dispose();
        }
    }

    private static String principal(Credentials.Kerberos kerberos) {
        return kerberos.realm().isEmpty() ? kerberos.user() : kerberos.user() + "@" + kerberos.realm();
    }

    private static void answer(Credentials.Kerberos kerberos, Callback[] callbacks)
            throws UnsupportedCallbackException {
        for (var callback : callbacks) {
            switch (callback) {
                case NameCallback name -> name.setName(principal(kerberos));
                case PasswordCallback password
                when kerberos.password() != null ->
                    password.setPassword(kerberos.password().reveal());
                default -> throw new UnsupportedCallbackException(callback);
            }
        }
    }

    private static Configuration options(Credentials.Kerberos kerberos) {
        Map<String, String> options = new HashMap<>();
        options.put("principal", principal(kerberos));
        options.put("isInitiator", "true");
        options.put("refreshKrb5Config", "true");
        var keytab = kerberos.keytab();
        if (keytab != null) {
            options.put("useKeyTab", "true");
            options.put("keyTab", keytab.toString());
            options.put("doNotPrompt", "true");
        } else if (kerberos.password() == null) {
            options.put("useTicketCache", "true");
            options.put("doNotPrompt", "true");
        }
        var entry = new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, options);
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {entry};
            }
        };
    }

    private static String innermost(Throwable e) {
        var last = e;
        while (last.getCause() != null && !last.getCause().equals(last)) {
            last = last.getCause();
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }
}
