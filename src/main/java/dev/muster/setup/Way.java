package dev.muster.setup;

/// How a host is talked to.
public sealed interface Way {

    /// @return the port that stands where the setup names none
    int port();

    /// Linux hosts, and Windows hosts that have OpenSSH's server.
    record Ssh() implements Way {

        @Override
        public int port() {
            return 22;
        }
    }

    /// Windows hosts.
    ///
    /// @param https false: every message is sealed by NTLM, and nothing proves the host's identity
    record WinRm(boolean https, Auth auth) implements Way {

        @Override
        public int port() {
            return https ? 5986 : 5985;
        }
    }

    /// How WinRM is signed in to.
    enum Auth {
        NTLM,
        KERBEROS,
        BASIC,
        CERTIFICATE
    }

    /// What holds where the setup says nothing.
    static Way usual(Os os) {
        return switch (os) {
            case LINUX -> new Ssh();
            case WINDOWS -> new WinRm(true, Auth.NTLM);
        };
    }
}
