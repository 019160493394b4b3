# probe.ps1: what this host says of itself, for Muster's checks, in one go.
# needs an elevated administrator, or some facts are told as denied; reads only, changes nothing
# parameters: PATIENCE, seconds that the slowest group of facts may take; LEFT, paths of an earlier cluster, one a line;
# what one setup asks besides, each if wanted: SERVER (https://HOST[:PORT], Rancher), REGISTRIES (https://HOST, one a line)
# exit 0 always: a fact that can't be had is said to be so, with the reason
#
# Every line that it prints is one of these, so nothing that the host says can pass for a line of this script:
#   muster-probe 1 CLOCK    the first; CLOCK: seconds since 1970 by the host's clock
#   @KEY VALUE              a value of harmless characters only
#   !KEY WORD...            it can't be had: missing WHAT, denied WHAT, command NAME, skipped, failed WHY
#   <KEY base64             a text in UTF-8, encoded, up to the line; keys of rows have JSON: an array of objects
#   >STATUS                 with the exit status of what said it
#   .                       the last
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Test-Path variable:PATIENCE)) { $PATIENCE = 25 }
if (-not (Test-Path variable:LEFT)) {
    $LEFT = 'C:\etc\rancher C:\etc\kubernetes C:\etc\cni C:\etc\kube-flannel C:\opt\cni C:\run\flannel' +
        ' C:\var\lib\rancher C:\var\lib\kubelet C:\var\lib\cni C:\var\log\containers C:\var\log\pods' +
        ' C:\usr\local\bin\wins.exe C:\usr\local\bin\rke2.exe C:\Windows\wins.exe C:\k C:\csi'
    $LEFT = $LEFT.Replace(' ', "`n")
}

if (-not (Test-Path variable:SERVER)) { $SERVER = '' }
if (-not (Test-Path variable:REGISTRIES)) { $REGISTRIES = '' }

# What every group of facts has at hand. A group runs beside the others: what hangs holds up nobody else.
$TOOLS = {
    Set-StrictMode -Version 2.0
    $ErrorActionPreference = 'Stop'
    $ProgressPreference = 'SilentlyContinue'
    $LONGEST = 262144

    function Write-Text($Key, $Text, $Status = 0) {
        $bytes = [Text.Encoding]::UTF8.GetBytes("$Text")
        $count = [Math]::Min($bytes.Length, $LONGEST)
        "<$Key base64`n$([Convert]::ToBase64String($bytes, 0, $count))`n>$Status"
    }

    # Why it can't be had, by the kind of error: the words are in the host's language
    function Write-Lack($Key, $Problem) {
        $all = @()
        for ($cause = $Problem.Exception; $null -ne $cause; $cause = $cause.InnerException) { $all += $cause }
        $about = [regex]::Replace("$($Problem.Exception.Message)", '[^ -~]+', '?')
        $about = $about.Substring(0, [Math]::Min(200, $about.Length)).Trim() + '.'
        $denied = @($all | Where-Object {
            $_ -is [UnauthorizedAccessException] -or $_ -is [Security.SecurityException] -or
            @(-2147024891, -2147217405) -contains $_.HResult
        })
        $missing = @($all | Where-Object {
            $_ -is [Management.Automation.ItemNotFoundException] -or $_ -is [IO.FileNotFoundException] -or
            $_ -is [IO.DirectoryNotFoundException] -or $_ -is [Management.Automation.DriveNotFoundException]
        })
        if ($denied.Length) { "!$Key denied $about" }
        elseif ($all[0] -is [Management.Automation.CommandNotFoundException]) { "!$Key command $($all[0].CommandName)" }
        elseif ($missing.Length) { "!$Key missing $about" }
        else { "!$Key failed $about" }
    }

    function Get-Fact($Key, $Ask) {
        try {
            $text = "$(& $Ask)"
            if ($text -cmatch '\A[A-Za-z0-9._:/+,@=%-]{1,4096}\z') { "@$Key $text" } else { Write-Text $Key $text }
        } catch { Write-Lack $Key $_ }
    }

    function Get-Rows($Key, $Ask) {
        try { Write-Text $Key (ConvertTo-Json -InputObject @(& $Ask) -Compress -Depth 3) }
        catch { Write-Lack $Key $_ }
    }

    # Under strict mode a value that isn't there is an error; here it is an answer
    function Get-Value($Path, $Name) {
        if (-not (Test-Path -LiteralPath $Path)) { return $null }
        $key = Get-Item -LiteralPath $Path
        $key.GetValue($Name, $null)
    }

    function ConvertTo-Utc($Time) { if ($Time) { $Time.ToUniversalTime().ToString('o') } else { $null } }

    # Seconds since 1970 by this host's clock
    function Get-Clock {
        $ticks = [DateTime]::UtcNow.Ticks - 621355968000000000
        $seconds = [Math]::Floor([decimal]$ticks / 10000000)
        '{0}.{1:d9}' -f [long]$seconds, (100 * ($ticks - 10000000 * [long]$seconds))
    }

    # What a name resolves to, a line each; 2: there is no such name
    function Write-Name($Key, $Name) {
        try {
            $found = @([Net.Dns]::GetHostAddresses($Name) | ForEach-Object { $_.IPAddressToString })
            Write-Text $Key ($found -join "`n")
        } catch [Net.Sockets.SocketException] { Write-Text $Key '' 2 } catch { Write-Lack $Key $_ }
    }

    # The way of Docker: by the machine's proxy, but for what is excepted by name
    function Get-ProxyFor($Name) {
        $proxy = [Environment]::GetEnvironmentVariable('HTTPS_PROXY', 'Machine')
        if (-not $proxy) { return $null }
        $except = "$([Environment]::GetEnvironmentVariable('NO_PROXY', 'Machine'))"
        foreach ($end in $except.Split(',')) {
            if ($end.Trim() -and $Name.EndsWith($end.Trim().TrimStart('*'))) { return $null }
        }
        if ($proxy -notmatch '://') { $proxy = "http://$proxy" }
        [Uri]$proxy
    }

    # A line to a server, through a proxy if there is one
    function Open-Line($Uri, $Proxy) {
        $to = $Uri
        if ($null -ne $Proxy) { $to = $Proxy }
        $client = [Net.Sockets.TcpClient]::new($(if ($to.HostNameType -eq 'IPv6') { 'InterNetworkV6' } else { 'InterNetwork' }))
        if (-not $client.ConnectAsync($to.DnsSafeHost, $to.Port).Wait(4000)) {
            $client.Close()
            throw [TimeoutException]::new('no answer in 4 s')
        }
        $client.ReceiveTimeout = 4000
        $client.SendTimeout = 4000
        if ($null -ne $Proxy) {
            $words = "CONNECT $($Uri.DnsSafeHost):$($Uri.Port) HTTP/1.0`r`n"
            if ($Proxy.UserInfo) {
                $who = [Text.Encoding]::UTF8.GetBytes([Uri]::UnescapeDataString($Proxy.UserInfo))
                $words += "Proxy-Authorization: Basic $([Convert]::ToBase64String($who))`r`n"
            }
            $asked = [Text.Encoding]::ASCII.GetBytes("$words`r`n")
            $client.GetStream().Write($asked, 0, $asked.Length)
            $head = ''
            while (-not $head.EndsWith("`r`n`r`n") -and $head.Length -lt 8192) {
                $next = $client.GetStream().ReadByte()
                if ($next -lt 0) { break }
                $head += [char]$next
            }
            if ($head -notmatch '\AHTTP/1\.[01] 200') { throw [IO.IOException]::new("the proxy says $($head.Split("`r")[0])") }
        }
        $client
    }

    # One question over TLS, as it comes: the chain, whether this host trusts it, the answer
    function Invoke-Visit($Uri, $Path, $Proxy) {
        $shown = [Collections.Generic.List[string]]::new()
        $client = Open-Line $Uri $Proxy
        try {
            $look = {
                param($from, $certificate, $chain, $faults)
                $null = $from, $certificate
                foreach ($element in $chain.ChainElements) {
                    $text = [Convert]::ToBase64String($element.Certificate.RawData, 'InsertLineBreaks')
                    $shown.Add("-----BEGIN CERTIFICATE-----`n$text`n-----END CERTIFICATE-----")
                }
                $shown.Add("Verify return code: $([int]$faults) ($faults)")
                $true
            }
            $tls = [Net.Security.SslStream]::new($client.GetStream(), $false, $look)
            $tls.AuthenticateAsClient($Uri.DnsSafeHost, $null, [Security.Authentication.SslProtocols]::Tls12, $false)
            $asked = [Text.Encoding]::ASCII.GetBytes("GET $Path HTTP/1.0`r`nHost: $($Uri.Authority)`r`n" +
                "User-Agent: muster`r`nAccept: application/json`r`nConnection: close`r`n`r`n")
            $tls.Write($asked, 0, $asked.Length)
            $reader = [IO.StreamReader]::new($tls, [Text.Encoding]::UTF8)
            $buffer = [char[]]::new($LONGEST)
            $count = $reader.ReadBlock($buffer, 0, $buffer.Length)
            "$($shown -join "`n")`n$([string]::new($buffer, 0, $count))"
        } finally { $client.Close() }
    }

    function Write-Visit($Key, $Url, $Path, $Proxy) {
        $uri = [Uri]$Url
        Get-Fact "visit-url:$Key" { $Url }
        Write-Name "visit-name:$Key" $uri.DnsSafeHost
        "@visit-begun:$Key $(Get-Clock)"
        try { Write-Text "visit:$Key" (Invoke-Visit $uri $Path $Proxy) } catch {
            $cause = $_.Exception
            while ($null -ne $cause.InnerException) { $cause = $cause.InnerException }
            Write-Text "visit:$Key" $cause.Message 1
        }
        "@visit-ended:$Key $(Get-Clock)"
    }

    # A program, its outputs and its exit status; ended after some seconds
    function Invoke-Program($File, $Words, $Seconds = 8) {
        $start = [Diagnostics.ProcessStartInfo]::new($File, $Words)
        $start.UseShellExecute = $false
        $start.CreateNoWindow = $true
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $process = [Diagnostics.Process]::Start($start)
        $out = $process.StandardOutput.ReadToEndAsync()
        $err = $process.StandardError.ReadToEndAsync()
        if (-not $process.WaitForExit($Seconds * 1000)) {
            $process.Kill()
            throw [TimeoutException]::new("$File said nothing for $Seconds s")
        }
        @{ Out = $out.Result; Err = $err.Result; Exit = $process.ExitCode }
    }
}

$GROUPS = @(
    @{ Keys = @('hostname', 'netbios', 'next-name', 'architecture', 'machine-id', 'system-drive', 'ui-language',
        'powershell', 'dotnet', 'language-mode', 'elevated', 'identity', 'zone', 'version',
        'policies', 'pending', 'uac', 'tls', 'bitlocker', 'cattle-id', 'wins-server', 'proxies',
        'wildcard')
    Ask = {
        $names = 'HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName'
        $current = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
        Get-Fact 'hostname' { [Net.Dns]::GetHostName() }
        Get-Fact 'netbios' { Get-Value "$names\ActiveComputerName" 'ComputerName' }
        Get-Fact 'next-name' { Get-Value "$names\ComputerName" 'ComputerName' }
        Get-Fact 'architecture' { $env:PROCESSOR_ARCHITECTURE }
        Get-Fact 'machine-id' { Get-Value 'HKLM:\SOFTWARE\Microsoft\Cryptography' 'MachineGuid' }
        Get-Fact 'system-drive' { $env:SystemDrive }
        Get-Fact 'ui-language' { [Globalization.CultureInfo]::InstalledUICulture.Name }
        Get-Fact 'powershell' { $PSVersionTable.PSVersion }
        Get-Fact 'dotnet' { Get-Value 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' 'Release' }
        Get-Fact 'language-mode' { $ExecutionContext.SessionState.LanguageMode }
        Get-Fact 'elevated' {
            $me = [Security.Principal.WindowsIdentity]::GetCurrent()
            if (([Security.Principal.WindowsPrincipal]$me).IsInRole(544)) { 'yes' } else { 'no' }
        }
        Get-Rows 'identity' {
            $me = [Security.Principal.WindowsIdentity]::GetCurrent()
            @{ name = $me.Name; signedIn = $me.AuthenticationType; sid = $me.User.Value }
        }
        Get-Fact 'zone' { [TimeZoneInfo]::Local.Id }
        Get-Rows 'version' {
            @{
                build = Get-Value $current 'CurrentBuildNumber'; revision = Get-Value $current 'UBR'
                edition = Get-Value $current 'EditionID'; installation = Get-Value $current 'InstallationType'
                release = Get-Value $current 'DisplayVersion'; releaseId = Get-Value $current 'ReleaseId'
            }
        }
        Get-Rows 'policies' {
            Get-ExecutionPolicy -List | ForEach-Object { @{ scope = "$($_.Scope)"; policy = "$($_.ExecutionPolicy)" } }
        }
        Get-Rows 'pending' {
            $windows = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion'
            $keys = @{
                servicing = "$windows\Component Based Servicing\RebootPending"
                'servicing-now' = "$windows\Component Based Servicing\RebootInProgress"
                packages = "$windows\Component Based Servicing\PackagesPending"
                update = "$windows\WindowsUpdate\Auto Update\RebootRequired"
                'server-manager' = 'HKLM:\SOFTWARE\Microsoft\ServerManager\CurrentRebootAttempts'
            }
            foreach ($source in $keys.Keys) { @{ source = $source; pending = Test-Path -LiteralPath $keys[$source] } }
            $renames = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager' 'PendingFileRenameOperations'
            @{ source = 'file-renames'; pending = @($renames | Where-Object { $_ }).Length -gt 0 }
            $names = 'HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName'
            $now = Get-Value "$names\ActiveComputerName" 'ComputerName'
            @{ source = 'rename'; pending = $now -ne (Get-Value "$names\ComputerName" 'ComputerName') }
            $joining = @(@('JoinDomain', 'AvoidSpnSet') | Where-Object {
                Test-Path -LiteralPath "HKLM:\SYSTEM\CurrentControlSet\Services\Netlogon\$_"
            })
            @{ source = 'join-domain'; pending = $joining.Length -gt 0 }
            $volatile = Get-Value 'HKLM:\SOFTWARE\Microsoft\Updates' 'UpdateExeVolatile'
            @{ source = 'update-exe'; pending = ($null -ne $volatile -and $volatile -ne 0) }
        }
        Get-Rows 'uac' {
            $policy = "HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"
            @{ enabled = Get-Value $policy 'EnableLUA'; filterPolicy = Get-Value $policy 'LocalAccountTokenFilterPolicy' }
        }
        Get-Rows 'tls' {
            $net = 'HKLM:\SOFTWARE\Microsoft\.NETFramework\v4.0.30319'
            $client = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'
            @{
                protocols = "$([Net.ServicePointManager]::SecurityProtocol)"
                strongCrypto = Get-Value $net 'SchUseStrongCrypto'; systemDefault = Get-Value $net 'SystemDefaultTlsVersions'
                enabled = Get-Value $client 'Enabled'; disabledByDefault = Get-Value $client 'DisabledByDefault'
            }
        }
        Get-Rows 'bitlocker' {
            @{ denyWriteAccess = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Policies\Microsoft\FVE' 'FDVDenyWriteAccess' }
        }
        Get-Fact 'cattle-id' { Get-Content -LiteralPath 'C:\etc\rancher\wins\cattle-id' -TotalCount 1 }
        # it stands in a kubeconfig inside JSON
        Get-Fact 'wins-server' {
            $info = Get-Content -LiteralPath 'C:\var\lib\rancher\agent\rancher2_connection_info.json' -Raw
            $plain = $info.Replace('\n', "`n").Replace('\"', '')
            [regex]::Match($plain, 'server:\s*"?(https://[A-Za-z0-9.:_\[\]-]+)').Groups[1].Value
        }
        # what stands before the @ of an address is a password
        try {
            $found = foreach ($name in @('HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY')) {
                $value = [Environment]::GetEnvironmentVariable($name, 'Machine')
                if ($value) { "machine $name=$($value -replace '//[^/]*@', '//***@')" }
            }
            Write-Text 'proxies' (@($found) -join "`n")
        } catch { Write-Lack 'proxies' $_ }
        Write-Name 'wildcard' "muster-no-such-host-$PID.invalid"
    } }
    @{ Keys = @()
    Ask = {
        if ($SERVER) { Write-Visit 'rancher' $SERVER '/v3/settings/cacerts' $null }
    } }
    @{ Keys = @()
    Ask = {
        foreach ($url in $REGISTRIES.Split("`n")) {
            if ($url) { Write-Visit "registry:$($url -replace '^[a-z]+://')" $url '/v2/' (Get-ProxyFor ([Uri]$url).DnsSafeHost) }
        }
    } }
    @{ Keys = @('os', 'processors', 'machine', 'product-uuid', 'disks', 'services', 'antivirus', 'processes')
    Ask = {
        Get-Rows 'os' {
            $os = Get-CimInstance -ClassName Win32_OperatingSystem
            @{
                caption = $os.Caption; version = $os.Version; boot = ConvertTo-Utc $os.LastBootUpTime
                memory = 1024 * $os.TotalVisibleMemorySize; free = 1024 * $os.FreePhysicalMemory
                languages = @($os.MUILanguages)
            }
        }
        Get-Rows 'processors' {
            Get-CimInstance -ClassName Win32_Processor | ForEach-Object {
                @{ name = $_.Name; cores = $_.NumberOfCores; threads = $_.NumberOfLogicalProcessors }
            }
        }
        Get-Rows 'machine' {
            $machine = Get-CimInstance -ClassName Win32_ComputerSystem
            @{
                manufacturer = $machine.Manufacturer; model = $machine.Model; hypervisor = $machine.HypervisorPresent
                domain = $machine.Domain; joined = $machine.PartOfDomain
            }
        }
        Get-Fact 'product-uuid' { (Get-CimInstance -ClassName Win32_ComputerSystemProduct -Property UUID).UUID }
        Get-Rows 'disks' {
            Get-CimInstance -ClassName Win32_LogicalDisk -Filter 'DriveType=3' | ForEach-Object {
                @{ device = $_.DeviceID; size = $_.Size; free = $_.FreeSpace; type = $_.FileSystem }
            }
        }
        $services = @()
        try { $services = @(Get-CimInstance -ClassName Win32_Service) } catch {
            Write-Lack 'services' $_
            Write-Lack 'antivirus' $_
        }
        # what belongs to a cluster, and what it stands on
        $ours = @('docker', 'com.docker.service', 'containerd', 'hns', 'vmcompute', 'WinRM', 'sshd', 'W32Time',
            'rancher-agent', 'rancher-wins', 'wins', 'rke2', 'csiproxy', 'kubelet', 'kube-proxy', 'flanneld')
        # of other makers than Microsoft, by their services: Windows Server has no list of them
        $scanners = @('McShield', 'mfemms', 'SepMasterService', 'ekrn', 'CSFalconService',
            'SentinelAgent', 'cyserver', 'ntrtscan', 'ds_agent', 'SAVService', 'Sophos Endpoint Defense Service',
            'AVP', 'klnagent', 'CylanceSvc', 'EPSecurityService', 'xagt', 'CbDefense')
        function ConvertTo-Row($Service) {
            @{
                name = $Service.Name; state = $Service.State; start = $Service.StartMode; process = $Service.ProcessId
                path = $Service.PathName
            }
        }
        if ($services.Length) {
            Get-Rows 'services' {
                $services | Where-Object { $ours -contains $_.Name } | ForEach-Object { ConvertTo-Row $_ }
            }
            Get-Rows 'antivirus' {
                $services | Where-Object { $scanners -contains $_.Name } | ForEach-Object { ConvertTo-Row $_ }
            }
        }
        Get-Rows 'processes' { Get-Process | ForEach-Object { @{ id = $_.Id; name = $_.ProcessName } } }
    } }
    @{ Keys = @('features')
    Ask = {
        Get-Rows 'features' {
            $wanted = @('Containers', 'Hyper-V')
            if (Get-Command -Name Get-WindowsFeature -ErrorAction SilentlyContinue) {
                Get-WindowsFeature -Name $wanted | ForEach-Object { @{ name = $_.Name; state = "$($_.InstallState)" } }
            } else {
                foreach ($name in @('Containers', 'Microsoft-Hyper-V')) {
                    $feature = Get-WindowsOptionalFeature -Online -FeatureName $name
                    @{ name = $name.Replace('Microsoft-', ''); state = "$($feature.State)" }
                }
            }
        }
    } }
    @{ Keys = @('pipe', 'docker', 'docker-error', 'docker-info')
    Ask = {
        Get-Fact 'pipe' { if ([IO.Directory]::GetFiles('\\.\pipe\') -like '*docker_engine') { 'yes' } else { 'no' } }
        try {
            $docker = @(Get-Command -Name docker -CommandType Application)[0].Source
            $said = Invoke-Program $docker 'version --format "{{json .}}"'
            Write-Text 'docker' $said.Out $said.Exit
            Write-Text 'docker-error' $said.Err
            if ($said.Exit -eq 0) {
                $said = Invoke-Program $docker 'info --format "{{json .}}"'
                Write-Text 'docker-info' $said.Out $said.Exit
            } else { '!docker-info skipped' }
        } catch {
            Write-Lack 'docker' $_
            '!docker-error skipped'
            '!docker-info skipped'
        }
    } }
    @{ Keys = @('addresses', 'routes', 'source', 'listeners', 'resolvers', 'adapters', 'profiles', 'firewall', 'rules')
    Ask = {
        Get-Rows 'addresses' {
            Get-NetIPAddress | ForEach-Object {
                @{
                    device = $_.InterfaceAlias; address = $_.IPAddress; prefix = $_.PrefixLength
                    origin = "$($_.PrefixOrigin)"; state = "$($_.AddressState)"
                }
            }
        }
        Get-Rows 'routes' {
            Get-NetRoute -AddressFamily IPv4 | ForEach-Object {
                @{ destination = $_.DestinationPrefix; gateway = $_.NextHop; device = $_.InterfaceAlias }
            }
        }
        Get-Fact 'source' { @(Find-NetRoute -RemoteIPAddress '8.8.8.8')[0].IPAddress }
        Get-Rows 'listeners' {
            Get-NetTCPConnection -State Listen | ForEach-Object {
                @{ protocol = 'tcp'; address = $_.LocalAddress; port = $_.LocalPort; process = $_.OwningProcess }
            }
            Get-NetUDPEndpoint | ForEach-Object {
                @{ protocol = 'udp'; address = $_.LocalAddress; port = $_.LocalPort; process = $_.OwningProcess }
            }
        }
        Get-Rows 'resolvers' {
            Get-DnsClientServerAddress -AddressFamily IPv4 | Where-Object { @($_.ServerAddresses).Length } |
                ForEach-Object { @{ device = $_.InterfaceAlias; servers = @($_.ServerAddresses) } }
        }
        Get-Rows 'adapters' {
            Get-NetAdapter | ForEach-Object {
                @{ name = $_.Name; description = $_.InterfaceDescription; state = "$($_.Status)"; mtu = $_.MtuSize }
            }
        }
        Get-Rows 'profiles' {
            Get-NetConnectionProfile | ForEach-Object {
                @{ device = $_.InterfaceAlias; category = "$($_.NetworkCategory)" }
            }
        }
        Get-Rows 'firewall' {
            Get-NetFirewallProfile -PolicyStore ActiveStore | ForEach-Object {
                @{
                    name = $_.Name; enabled = "$($_.Enabled)"; inbound = "$($_.DefaultInboundAction)"
                    localRules = "$($_.AllowLocalFirewallRules)"
                }
            }
        }
        Get-Rows 'rules' {
            $names = @('rke2*', 'rancher*', 'kubelet*', 'OverlayTraffic4789UDP')
            Get-NetFirewallRule -Name $names -ErrorAction SilentlyContinue | ForEach-Object { @{ name = $_.Name } }
        }
    } }
    @{ Keys = @('defender', 'code-integrity', 'quotas', 'hns', 'nat', 'time')
    Ask = {
        Get-Rows 'defender' {
            $state = Get-MpComputerStatus
            @{
                service = $state.AMServiceEnabled; realTime = $state.RealTimeProtectionEnabled
                version = $state.AMProductVersion
            }
        }
        Get-Fact 'code-integrity' {
            $guard = Get-CimInstance -Namespace 'root\Microsoft\Windows\DeviceGuard' -ClassName Win32_DeviceGuard
            $guard.UsermodeCodeIntegrityPolicyEnforcementStatus
        }
        Get-Rows 'quotas' {
            Import-Module Microsoft.WSMan.Management
            $wanted = @('MaxShellsPerUser', 'MaxConcurrentUsers', 'MaxProcessesPerShell', 'MaxMemoryPerShellMB',
                'IdleTimeout', 'MaxConcurrentOperationsPerUser', 'MaxConnections', 'MaxEnvelopeSizekb', 'MaxTimeoutms')
            foreach ($place in @('WSMan:\localhost', 'WSMan:\localhost\Shell', 'WSMan:\localhost\Service')) {
                Get-ChildItem -LiteralPath $place | Where-Object { $wanted -contains $_.Name } |
                    ForEach-Object { @{ name = $_.Name; value = "$($_.Value)" } }
            }
        }
        Get-Rows 'hns' {
            Get-HnsNetwork | ForEach-Object { @{ name = "$($_.Name)"; type = "$($_.Type)"; id = "$($_.Id)" } }
        }
        Get-Rows 'nat' {
            Get-NetNat | ForEach-Object { @{ name = $_.Name; prefix = $_.InternalIPInterfaceAddressPrefix } }
        }
        try {
            $said = Invoke-Program "$env:SystemRoot\System32\w32tm.exe" '/query /status'
            Write-Text 'time' $said.Out $said.Exit
        } catch { Write-Lack 'time' $_ }
    } }
    @{ Keys = @('paths', 'environment', 'event-sources', 'authorities')
    Ask = {
        Get-Rows 'paths' {
            foreach ($path in $LEFT.Split("`n")) {
                if (Test-Path -LiteralPath $path) { @{ path = $path } }
            }
        }
        # names only: among the values there are tokens; a server's address is none
        Get-Rows 'environment' {
            $all = [Environment]::GetEnvironmentVariables('Machine')
            foreach ($name in $all.Keys) {
                if ($name -match '\A(CATTLE_.*|KUBE_NETWORK|NODE_NAME|SSL_CERT_DIR|DOCKER_HOST)\z') {
                    $shown = @('CATTLE_SERVER', 'CATTLE_CA_CHECKSUM', 'DOCKER_HOST') -contains $name
                    @{ name = $name; value = if ($shown) { $all[$name] } else { $null } }
                }
            }
        }
        Get-Rows 'event-sources' {
            foreach ($source in @('rancher-agent', 'rancher-wins', 'rke2')) {
                $key = "HKLM:\SYSTEM\CurrentControlSet\Services\EventLog\Application\$source"
                if (Test-Path -LiteralPath $key) { @{ name = $source } }
            }
        }
        Get-Rows 'authorities' {
            Get-ChildItem -Path Cert:\LocalMachine\Root | Where-Object { $_.Issuer -like '*dynamiclistener-ca*' } |
                ForEach-Object { @{ subject = $_.Subject; thumbprint = $_.Thumbprint } }
        }
    } }
)

function Start-Group($Group) {
    $shell = [PowerShell]::Create()
    [void]$shell.AddScript("param(`$LEFT, `$SERVER, `$REGISTRIES)`n$TOOLS`n$($Group.Ask)")
    [void]$shell.AddArgument($LEFT).AddArgument($SERVER).AddArgument($REGISTRIES)
    $out = [Management.Automation.PSDataCollection[psobject]]::new()
    $in = [Management.Automation.PSDataCollection[psobject]]::new()
    $in.Complete()
    @{ Keys = $Group.Keys; Shell = $shell; Out = $out; Handle = $shell.BeginInvoke($in, $out) }
}

# What it has said; and of what it hasn't said, why
function Complete-Group($Running, $Left) {
    $ended = $Running.Handle.AsyncWaitHandle.WaitOne([int][Math]::Max(0, $Left))
    $why = 'skipped'
    if ($ended) {
        $why = 'failed its group ended before it'
        try { [void]$Running.Shell.EndInvoke($Running.Handle) } catch { $null = $_ }
    } else { [void]$Running.Shell.BeginStop($null, $null) }
    $said = @{}
    foreach ($item in @($Running.Out.ReadAll())) {
        $key = "$item".Substring(1).Split(' ')[0]
        if (-not $said.ContainsKey($key)) {
            $said[$key] = $true
            "$item"
        }
    }
    foreach ($key in $Running.Keys) { if (-not $said.ContainsKey($key)) { "!$key $why" } }
}

function main {
    . $TOOLS
    "muster-probe 1 $(Get-Clock)"
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $running = @($GROUPS | ForEach-Object { Start-Group $_ })
    foreach ($group in $running) { Complete-Group $group (1000 * [int]$PATIENCE - $clock.ElapsedMilliseconds) }
    '.'
}

main
Exit-Muster 0
