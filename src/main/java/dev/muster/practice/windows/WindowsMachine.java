package dev.muster.practice.windows;

import java.io.IOException;

/// A Windows host behind the server: its name, its version, and what its PowerShell does with a script of Muster's.
public interface WindowsMachine {

    /// NetBIOS name: `WIN1`
    String computer();

    /// `10.0.17134`
    String version();

    /// Runs a script that came through the loader. An interrupt is the end of it.
    ///
    /// @return its end status
    int run(Sent script, Voice voice) throws IOException, InterruptedException;
}
