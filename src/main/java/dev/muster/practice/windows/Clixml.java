package dev.muster.practice.windows;

import java.nio.charset.StandardCharsets;

/// What a PowerShell without a console writes to its standard error: objects, as XML.
final class Clixml {

    private Clixml() {}

    static byte[] error(String words) {
        return ("#< CLIXML\r\n<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">"
                        + "<S S=\"Error\">" + Xml.escape(words) + "_x000D__x000A_</S></Objs>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The noise of a session that loads its modules.
    static byte[] progress() {
        return ("#< CLIXML\r\n"
            + "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><Obj S=\"progress\""
            + " RefId=\"0\"><TN"
            + " RefId=\"0\"><T>System.Management.Automation.PSCustomObject</T><T>System.Object</T></TN><MS><I64"
            + " N=\"SourceId\">1</I64><PR N=\"Record\"><AV>Preparing modules for first use.</AV><AI>0</AI><Nil"
            + " /><PI>-1</PI><PC>-1</PC><T>Completed</T><SR>-1</SR><SD> </SD></PR></MS></Obj></Objs>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
