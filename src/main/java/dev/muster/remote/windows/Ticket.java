package dev.muster.remote.windows;

import dev.muster.remote.windows.WinRmFailure.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
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
/// filled; and the talk with the host about it, in which the host shows that it can read the ticket. Kerberos itself
/// is Java's.
final class Ticket implements AutoCloseable {

    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";
    private static final String KERBEROS_5 = "1.2.840.113554.1.2.2";
    private static final String SPNEGO = "1.3.6.1.5.5.2";

    /// Java's words for an error of RFC 4120 7.5.9
    private static final Pattern TOLD = Pattern.compile("[^():]+\\([0-9]{1,2}\\)");

    private final LoginContext login;
    private final GSSContext context;

    private Ticket(LoginContext login, GSSContext context) {
        this.login = login;
        this.context = context;
    }

    /// Signs in to the realm.
    ///
    /// @param host    its full name: Kerberos knows no IP addresses
    /// @param wrapped in SPNEGO, as the scheme Negotiate has it
    static Ticket of(Credentials.Kerberos kerberos, String host, boolean wrapped) throws WinRmFailure {
        try {
            var login = new LoginContext(
                    "muster", new Subject(), callbacks -> answer(kerberos, callbacks), options(kerberos));
            login.login();
            return new Ticket(login, context(host, wrapped ? SPNEGO : KERBEROS_5));
        } catch (LoginException e) {
            throw failure(kerberos, said(e));
        } catch (GSSException e) {
            throw new WinRmFailure(Kind.KERBEROS, said(e));
        }
    }

    private static GSSContext context(String host, String mechanism) throws GSSException {
        var gss = GSSManager.getInstance();
        var service = gss.createName("HTTP@" + host, GSSName.NT_HOSTBASED_SERVICE);
        var context = gss.createContext(service, new Oid(mechanism), null, GSSContext.DEFAULT_LIFETIME);
        context.requestMutualAuth(true);
        context.requestConf(true);
        return context;
    }

    /// What is to be said next; the ticket itself is fetched before the first word.
    ///
    /// @param said by the host; empty at first
    /// @return empty: nothing more
    byte[] next(byte[] said) throws WinRmFailure {
        try {
            var token = Subject.callAs(login.getSubject(), () -> context.initSecContext(said, 0, said.length));
            return token == null ? new byte[0] : token;
        } catch (CompletionException e) {
            throw new WinRmFailure(Kind.KERBEROS, said(e));
        }
    }

    /// Whether both know each other.
    boolean isDone() {
        return context.isEstablished();
    }

    Seals seals() {
        return new KerberosSeals(context);
    }

    /// Forgets the ticket and the password; what is signed in stays so.
    @Override
    public void close() {
        try {
            login.logout();
        } catch (LoginException e) {
            // what can't be wiped goes with the objects
        }
    }

    private static WinRmFailure failure(Credentials.Kerberos kerberos, String said) {
        // Java's words for finding neither a ticket nor a key
        var nothing = said.startsWith("Unable to obtain");
        if (nothing && kerberos.keytab() != null) {
            return new WinRmFailure(Kind.NO_KEY, kerberos.keytab().toString());
        }
        return nothing ? new WinRmFailure(Kind.NO_TICKET, principal(kerberos)) : new WinRmFailure(Kind.KERBEROS, said);
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

    /// What the key distribution center said, with its number; or what ended it all.
    private static String said(Throwable thrown) {
        var last = thrown;
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            var told = TOLD.matcher(String.valueOf(cause.getMessage()));
            if (told.find()) {
                return told.group().strip();
            }
            last = cause;
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }
}
