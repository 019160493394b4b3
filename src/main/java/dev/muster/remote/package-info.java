/// The way to a host: a [Connection] over SSH (SSHJ), the trust in its key, sign-in, sudo, jobs that outlive the line
/// ([Jobs]), and the host's lock.
///
/// In: a host of the setup, its secrets. Out: [Opened], one of ready, key unknown, key changed, refused.
/// Read [Opened] and [Connection] first.
///
/// Never here: a client without our host key verifier; a secret in a command line; a type of the library in a public
/// signature.
///
/// Windows hosts are reached over WinRM ([WinRmClimb]) or SSH ([WindowsSshClimb]) by the same loader, whose protocol
/// is on the door sign of `remote.windows`. A certificate is trusted as a key is, in the same file, under the type
/// `x509`.
///
/// ## What goes over the line
///
/// A login shell may be csh, fish, a restricted one, or one that greets and fails. So it gets fixed words of plain
/// characters only, and everything that varies goes through standard input. There are three commands:
///
///     sh -s                          as the login; also as root when the login is root
///     sudo -n sh -s                  as root, where sudo asks for no password
///     sudo -S -p PROMPT sh PATH      as root, where it does; PROMPT is a word nobody can guess, PATH as place.sh said
///
/// **The frame.** `sh -s` reads `linux/frame.sh` with a prologue of assignments below its first line, in sh's single
/// quotes (a quote inside is `'\''`, a value may have many lines):
///
///     MUSTER_MARK='mark-32 hex digits'
///     MUSTER_SCRIPT='the whole text of the script that is meant, its own prologue in it, quoted once more'
///     MUSTER_INPUT='none'            or 'channel': then the script reads what comes after the begin line
///     MUSTER_SELF='keep'             or 'remove': the text lies in a file, and takes that and its folder away
///
/// and the file goes on; its last line is `main "$@"`. What a script is called stands in its comment `# NAME.sh: …`.
/// On standard output and on standard error alike the script's own bytes stand between
///
///     LF MARK " begin" LF   and   LF MARK " end " STATUS LF
///
/// Whatever comes before or after is the login shell's noise. The exit status is the one in the end line. Standard
/// input
/// for the script (`channel`) is sent only after the begin line was seen on standard output, because a shell reads
/// ahead; then it is closed.
///
/// **sudo with a password.** (1) `sh -s` runs `linux/place.sh`, which keeps its standard input, a whole frame with
/// `MUSTER_SELF='remove'`, as a file in a new private folder and prints the path. (2) On another channel `sudo -S -p
/// PROMPT sh PATH`. When PROMPT is what standard error ends with, and only then, the password and LF are sent, once.
/// A second PROMPT means it was wrong: the channel is closed. The begin line means it was right. (3) When the file
/// didn't run, `linux/place-undo.sh` with `PLACED` takes it away.
///
/// **Signing in** ends with `linux/hello.sh` in the frame. It prints `uid N`, `user NAME`, `kernel NAME`, a line
/// each. It runs by `sudo -n sh -s` first (`sh -s` for the login root); where that fails by `sh -s`, which tells a
/// shell that isn't one from a sudo that won't.
///
/// **Bastions** ([dev.muster.setup.Bastion]) are climbed like hosts, to the fourth rung; then a stream is opened
/// through each to the next. What stops at one is [Opened.Barred]. `~/.ssh/config` isn't asked here: what the setup
/// says is what is dialed.
///
/// **Files** ([Transfers]) are three scripts, `put-look.sh`, `put-add.sh` and `put-end.sh`; SFTP may carry the bytes.
///
/// **Jobs** are five scripts with `RUN` and `JOB` (folder names): `job-start.sh` (`SCRIPT`, `RUNNER`, `LOOK`: texts
/// of scripts; `SECRETS`: lines `name bytes`, whose bytes follow each other on standard input, if there are any),
/// `job-look.sh`, `job-follow.sh` (`OFFSET`), `job-cancel.sh`, `job-clear.sh`. All but the last print a state as
/// their last line:
///
///     absent  |  running PRINTED  |  ended EXIT PRINTED  |  vanished PRINTED
///
/// `job-follow.sh` prints frames until the job is over and all was printed: `data N` LF, N raw bytes and LF; `beat`
/// LF at once and then at least every three seconds; at the end `state ` and the state's line.
///
/// **The lock** is `lock.sh` with `ACT` (`take`, `look`, `free`, `take-over`), `HOLDER` (four lines: run, owner,
/// workstation, time) and `FROM`. It prints `free`, or `held` and the holder's four lines; exit 11 when another run
/// holds it.
///
/// **A restart** is `reboot-look.sh` with `RUN` and `JOB`, which prints `then BOOT` (the host's start that the job
/// noted), `now BOOT UPTIME` and `ready yes` or `ready no`; and `reboot.sh` with `BOOT`, which restarts the host
/// unless it has another start by now, and prints `restarting` or `restarted`.
///
/// **On Windows** the same scripts are PowerShell (`windows/*.ps1`), with the same parameters and answers, sent as
/// the door sign of `remote.windows` says; the heads of the scripts are their manual. What differs: a job is a
/// scheduled task of SYSTEM, `\Muster\RUN.JOB`; its marks are files that only one can create, because a folder can be
/// made twice there; `job-follow.ps1` ends after 40 seconds with `more`, and is asked again; an exit status has up to
/// 32 bits, and 1223 is a cancelled job's; a start is a time, which moves with the clock, and an uptime, which
/// doesn't.
///
/// Decided: a job is found by its folder and two marks made by `mkdir` (`started`, `claim`), because each is made
/// once whoever comes second, also when the line breaks between any two commands; instead of asking the process
/// table; costs a look that may take five seconds when a start was cut off.
///
/// Decided: follow polls the output's size, seven times a second. Because `tail -f` polls too where there is no
/// inotify, and can't say where it is; costs three short processes a poll on the host.
@NullMarked
package dev.muster.remote;

import org.jspecify.annotations.NullMarked;
