package dev.muster.probe;

import dev.muster.base.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What only a Windows host says of itself, beside [Facts].
///
/// @param uiLanguage     of the installation: `en-US`
/// @param systemDrive    `C:`
/// @param powerShell     `5.1.17763.1`
/// @param languageMode   `FullLanguage`; `ConstrainedLanguage` where a policy forbids most of what scripts do
/// @param executionPolicies by scope, as `Get-ExecutionPolicy -List` names them: `MachinePolicy`
/// @param dotNet         the release number of .NET Framework 4
/// @param netBiosName    15 characters at most
/// @param nextName       the computer's name after its next restart
/// @param elevated       whether the login had an administrator's full rights
/// @param account        whom the host took us for
/// @param bootTime       when it started, by its own clock
/// @param restartPending who asks for a restart: `servicing`, `update`, `rename`, …; empty: nobody. `file-renames` is
///     often set by printers and scanners, too
/// @param features       by name (`Containers`, `Hyper-V`): `Installed`, `Available`, `InstallPending`, or `Enabled`,
///     `Disabled`, `EnablePending`, as the host's own tool says
/// @param dockerPipe     whether somebody answers at `\\.\pipe\docker_engine`
/// @param services       those of a cluster, and what they stand on
/// @param antivirus      services of other makers' scanners, by a list of names; empty: none of those
/// @param hns            networks of the Host Networking Service
/// @param natNetworks    networks that the host translates addresses for
/// @param quotas         of WinRM, by name: `MaxShellsPerUser`
/// @param remoteAdministratorsFiltered whether local administrators who come over the network have no full rights
/// @param codeIntegrity  of programs: 0 off, 1 audited, 2 enforced
/// @param fixedDrivesDenied whether BitLocker's policy forbids writing to fixed drives without it
/// @param adapters       network adapters, with those that are virtual
/// @param networkCategories by device: `Public`, `Private`, `DomainAuthenticated`
public record WindowsFacts(
        Reading<Version> version,
        Reading<String> uiLanguage,
        Reading<String> systemDrive,
        Reading<String> powerShell,
        Reading<String> languageMode,
        Reading<Map<String, String>> executionPolicies,
        Reading<Integer> dotNet,
        Reading<String> netBiosName,
        Reading<String> nextName,
        Reading<Boolean> elevated,
        Reading<Account> account,
        Reading<Machine> machine,
        Reading<Instant> bootTime,
        Reading<List<String>> restartPending,
        Reading<Map<String, String>> features,
        Reading<Boolean> dockerPipe,
        Reading<List<Service>> services,
        Reading<Defender> defender,
        Reading<List<String>> antivirus,
        Reading<List<HnsNetwork>> hns,
        Reading<List<String>> natNetworks,
        Reading<Map<String, Long>> quotas,
        Reading<Boolean> remoteAdministratorsFiltered,
        Reading<Tls> tls,
        Reading<Integer> codeIntegrity,
        Reading<Boolean> fixedDrivesDenied,
        Reading<List<Adapter>> adapters,
        Reading<Map<String, String>> networkCategories,
        Reading<List<FirewallProfile>> firewallProfiles) {

    /// @param build        `17763`: what images have to fit
    /// @param revision     the patch level behind it (UBR)
    /// @param edition      `ServerStandard`
    /// @param installation `Server`, `Server Core`, `Nano Server`, `Client`
    /// @param release      `1803`, `21H2`
    public record Version(int build, int revision, String edition, String installation, String release) {}

    /// @param signedIn `NTLM`, `Kerberos`, `Negotiate`, `Basic`
    public record Account(String name, String sid, String signedIn) {}

    /// @param domain the directory's name, or the workgroup's
    public record Machine(String manufacturer, String model, boolean hypervisor, String domain, boolean joined) {}

    /// @param state `Running`, `Stopped`, …
    /// @param start `Auto`, `Manual`, `Disabled`
    public record Service(String name, String state, String start, String path) {}

    /// @param realTime whether it looks at files as they are opened
    public record Defender(boolean service, boolean realTime, String version) {}

    /// @param type `nat`, `l2bridge`, `overlay`, `transparent`, `ICS`
    public record HnsNetwork(String name, String type) {}

    /// How .NET, and so PowerShell, speaks TLS.
    ///
    /// @param protocols    `Ssl3, Tls`, or `SystemDefault`
    /// @param strongCrypto whether .NET is told to use what is strong
    /// @param systemDefault whether it is told to do as the system does
    /// @param twoOff       whether TLS 1.2 is switched off for clients
    public record Tls(String protocols, boolean strongCrypto, boolean systemDefault, boolean twoOff) {}

    /// @param state `Up`, `Disconnected`, …
    public record Adapter(String name, String description, String state, int mtu) {}

    /// @param inbound    what happens to what no rule speaks of: `Block`, `Allow`, `NotConfigured`
    /// @param localRules whether rules made on the host count: `False` where a group policy says so
    public record FirewallProfile(String name, boolean enabled, String inbound, String localRules) {}
}
