package dev.muster.ui.work;

import dev.muster.setup.Os;
import dev.muster.setup.Way;

/// How a host is talked to, as it was chosen.
///
/// @param winrm false: over SSH
/// @param https of WinRM; false: over HTTP, which proves nobody's identity
/// @param auth  of WinRM, as the setup file calls it: `ntlm`
public record WayForm(boolean winrm, boolean https, String auth) {

    public static final WayForm SSH = new WayForm(false, true, "ntlm");
    public static final WayForm WINRM = new WayForm(true, true, "ntlm");

    /// What holds where nothing is said.
    public static WayForm usual(Os os) {
        return switch (os) {
            case LINUX -> SSH;
            case WINDOWS -> WINRM;
        };
    }

    /// The port that stands where none is named.
    public int port() {
        return (winrm ? new Way.WinRm(https, Way.Auth.NTLM) : new Way.Ssh()).port();
    }

    /// Without TLS only what NTLM and Kerberos seal is hidden.
    public WayForm withHttps(boolean newHttps) {
        return new WayForm(winrm, newHttps, newHttps || auth.equals("kerberos") ? auth : WINRM.auth());
    }

    public WayForm withAuth(String newAuth) {
        return new WayForm(winrm, https, newAuth);
    }
}
