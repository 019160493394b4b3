/// What is said to a Windows host, whichever way leads there: the loader and the envelope it unpacks, the frame that
/// comes back, and WinRM (winrm4j, and Apache HttpClient beside it) as one of the two ways.
///
/// In: a script's text, bytes for it to read. Out: what it printed, its status. Read [Envelope] first.
///
/// Never here: a value in a command line; a client without our certificate check; a type of the library in a public
/// signature; a word that a person reads (`remote` says what went wrong).
///
/// Kerberos ([Ticket], [KerberosSeals]) is Java's own, in SPNEGO where the host offers Negotiate: the library asks a
/// ticket cache only, and seals by NTLM alone.
///
/// ## What goes over the line
///
/// One fixed command, [Loader#COMMAND]: `windows/loader.ps1` as PowerShell's `-EncodedCommand`. It is the same bytes
/// each time and fits into the 8,191 characters that cmd.exe takes. What varies is the envelope, of names and values:
///
///     MUSTER_MARK          mark- and 32 hex digits, new each time
///     MUSTER_HASH          SHA-256 of the gzip bytes, 64 hex digits
///     MUSTER_PARTS         how many parts the script has
///     MUSTER_1 …           its text, prologue and file, in UTF-8, as gzip, as base64, 30,000 characters a part
///     MUSTER_INPUT_PARTS   how many parts the input has; 0: there is none
///     MUSTER_INPUT_1 …     the bytes that the script finds as `$MusterInput`, as base64
///
/// Over WinRM they are environment variables of the shell, because winrm4j knows no standard input; over SSH they are
/// lines `NAME=VALUE` on standard input, ended by a line `.` and by the input's end, because sshd on Windows accepts
/// no variables. The loader takes them out of its environment before anything else, and runs nothing when the hash is
/// another: status 97.
///
/// **The frame** is on standard output, in lines of ASCII that end with CR LF or LF:
///
///     MARK begin
///     MARK o BASE64        a piece of what the script printed, in UTF-8; up to 24,000 bytes
///     MARK e BASE64        a piece of a warning, or of the error that ended it
///     MARK end STATUS      a number, with its sign; or `exit`: the process's own exit code is meant
///
/// Lines without the mark are noise: of a profile, a banner, a program that writes past PowerShell. A string that the
/// script puts out gets a line feed; a byte array (`, $bytes`) goes as it is. A script ends by `Exit-Muster N`, by
/// its last line (0), or by an error that nobody caught (1). Standard error has PowerShell's own errors as CLIXML,
/// and what native programs say there.
///
/// Decided: base64 both ways. Because winrm4j's shell has code page 437 and the library damages characters that lie
/// across two answers; instead of the code page 65001, which it can't ask for; costs a third more bytes.
@NullMarked
package dev.muster.remote.windows;

import org.jspecify.annotations.NullMarked;
