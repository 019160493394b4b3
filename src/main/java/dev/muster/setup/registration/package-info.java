/// Rancher's registration command, as an admin copied it from Rancher's page, a mail or a terminal.
///
/// In: any pasted text. Out: server, token, checksum and image, or everything that is wrong with it. Read
/// [RegistrationCommand] first; `Pasted` mends what a copy does to a command, `ShellWords` splits it, `DockerRun`
/// finds the agent's flags, `AgentFlags` knows those of Rancher 2.1.
///
/// Never here: running it; the token, or anything that might be one, in a sentence. So a problem repeats no value.
@NullMarked
package dev.muster.setup.registration;

import org.jspecify.annotations.NullMarked;
