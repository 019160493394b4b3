package dev.muster.setup.registration;

import dev.muster.setup.Os;

/// Who reads the words of a registration command.
enum Dialect {
    /// `package/run.sh` in the image of Rancher 2.1's agent
    RUN_SH(Os.LINUX),
    /// `package/windows/start.ps1` in the one for Windows
    START_PS1(Os.WINDOWS),
    /// `system-agent-install.sh`, which Rancher 2.6 and later serves
    INSTALL_SH(Os.LINUX);

    private final Os os;

    Dialect(Os os) {
        this.os = os;
    }

    Os os() {
        return os;
    }
}
