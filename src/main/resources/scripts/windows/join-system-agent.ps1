# join-system-agent.ps1: this host is a node of the cluster that Rancher's registration command is for (Rancher 2.6 and
# later: RKE2).
# needs SYSTEM or an elevated administrator, the feature Containers, and curl.exe; takes SERVER TOKEN_FILE NODE_NAME TIMEOUT
#   (seconds), and if wanted CA_CHECKSUM ADDRESS INTERNAL_ADDRESS LABELS (key=value, one a line) TAINTS (key=value:effect,
#   one a line). Fetches Rancher's own install script, over a certificate that the checksum vouches for, and runs it with the
#   token in its environment, not among its words; what it prints goes on without the token.
# changes: what Rancher's script does: the CA among the machine's roots, the service rancher-wins, its programs, PATH,
#   C:\etc\rancher, C:\var\lib\rancher; what the agent does next is Rancher's
# undo: remove the node in Rancher, then clean the host
# exit 0 as wanted (also: was so already), 10 can't start, nothing changed, 20 change failed, 30 not as wanted
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
foreach ($name in @('SERVER', 'TOKEN_FILE', 'NODE_NAME', 'TIMEOUT', 'CA_CHECKSUM', 'ADDRESS', 'INTERNAL_ADDRESS', 'LABELS',
        'TAINTS')) {
    if (-not (Test-Path "variable:$name")) { Set-Variable -Name $name -Value '' }
}
$SERVICE = 'rancher-wins'
$INFO = 'C:\var\lib\rancher\agent\rancher2_connection_info.json'
$CURL = "$env:SystemRoot\System32\curl.exe"

function Stop-Because($Status, $Text) {
    $failure = [InvalidOperationException]::new($Text)
    $failure.Data['status'] = $Status
    throw $failure
}

# One server, written in two ways
function Get-Plain($Url) { "$Url".ToLowerInvariant().TrimEnd('/') -replace ':443\z' }

# The server that the agent here belongs to: it stands in a kubeconfig inside JSON; empty: none, or it doesn't say
function Get-ServerHere {
    if (-not [IO.File]::Exists($INFO)) { return '' }
    $text = [IO.File]::ReadAllText($INFO).Replace('\n', "`n").Replace('\"', '')
    [regex]::Match($text, 'server:\s*"?(https://[A-Za-z0-9.:_\[\]-]+)').Groups[1].Value
}

function Test-Joined {
    $agent = Get-Service -Name $SERVICE -ErrorAction SilentlyContinue
    $null -ne $agent -and "$($agent.Status)" -eq 'Running' -and (Get-Plain (Get-ServerHere)) -ceq (Get-Plain $SERVER)
}

# Every value becomes a word of Rancher's script
function Assert-Given {
    foreach ($name in @('SERVER', 'TOKEN_FILE', 'NODE_NAME', 'TIMEOUT')) {
        if ("$(Get-Variable -Name $name -ValueOnly)" -eq '') { Stop-Because 10 "$name isn't given" }
    }
    if ($SERVER -notmatch '\Ahttps://[^\s"]+\z') { Stop-Because 10 "SERVER has to begin with https://, and is $SERVER" }
    if ($TIMEOUT -notmatch '\A[0-9]{1,6}\z') { Stop-Because 10 "TIMEOUT is a number of seconds, and is $TIMEOUT" }
    foreach ($name in @('CA_CHECKSUM', 'NODE_NAME', 'ADDRESS', 'INTERNAL_ADDRESS')) {
        $value = Get-Variable -Name $name -ValueOnly
        if ($value -notmatch '\A[A-Za-z0-9.:_-]*\z') { Stop-Because 10 "${name}: $value" }
    }
    foreach ($label in $LABELS.Split("`n")) {
        if ($label -notmatch '\A([A-Za-z0-9][A-Za-z0-9./_-]*=[A-Za-z0-9._-]*)?\z') { Stop-Because 10 "not a label: $label" }
    }
    foreach ($taint in $TAINTS.Split("`n")) {
        if ($taint -notmatch '\A([A-Za-z0-9][A-Za-z0-9./_-]*(=[A-Za-z0-9._-]*)?:[A-Za-z]+)?\z') {
            Stop-Because 10 "not a taint: $taint"
        }
    }
    if (-not [IO.File]::Exists($CURL)) { Stop-Because 10 "$CURL isn't on this host" }
}

function Read-Token {
    if (-not [IO.File]::Exists($TOKEN_FILE)) { Stop-Because 10 "the file with the token isn't there: $TOKEN_FILE" }
    $token = [IO.File]::ReadAllText($TOKEN_FILE)
    [IO.File]::Delete($TOKEN_FILE)
    if ($token -cnotmatch '\A[!#-~]+\z') { Stop-Because 10 'the token is empty, or has a blank or a quote in it' }
    $token
}

function Assert-NotElsewhere {
    $here = Get-ServerHere
    if ($here -ne '' -and (Get-Plain $here) -cne (Get-Plain $SERVER)) {
        Stop-Because 10 "this host is joined to $here, not to $SERVER. Remove the node there and clean the host first."
    }
}

function Get-Checksum($Bytes) {
    $sum = [Security.Cryptography.SHA256]::Create().ComputeHash($Bytes)
    [BitConverter]::ToString($sum).Replace('-', '').ToLowerInvariant()
}

function Get-Left { [Math]::Max(1, [int]$TIMEOUT - [int]$CLOCK.Elapsed.TotalSeconds) }

function Save-Answer($Path, $File, $Words) {
    $why = "$WORK\why"
    & $CURL -fsSL --stderr $why --connect-timeout 15 --max-time (Get-Left) --retry 5 @Words "$SERVER$Path" -o $File
    if ($LASTEXITCODE) {
        $said = if ([IO.File]::Exists($why)) { [IO.File]::ReadAllText($why).Trim() } else { '' }
        Stop-Because 10 "$SERVER$Path can't be fetched: $said (curl's $LASTEXITCODE)"
    }
}

# What the server shows is believed only when its authority has the checksum that the admin's command has: the certificates
# of it that sign themselves, in DER.
function Get-Authorities {
    Save-Answer '/cacerts' "$WORK\ca" @('--insecure')
    # with one line break at its end, however it was sent
    $text = [IO.File]::ReadAllText("$WORK\ca").Replace("`r", '').Trim() + "`n"
    $sum = Get-Checksum ([Text.Encoding]::UTF8.GetBytes($text))
    if ($sum -cne $CA_CHECKSUM) {
        Stop-Because 10 "the CA of $SERVER has the checksum $sum, the registration command says $CA_CHECKSUM"
    }
    foreach ($block in [regex]::Matches($text, '-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----')) {
        $bytes = [Convert]::FromBase64String(($block.Groups[1].Value -replace '\s'))
        $certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::new([byte[]]$bytes)
        if ($certificate.Subject -ceq $certificate.Issuer) { $certificate }
    }
}

# Rancher's script makes them roots of the machine, too; here it is done before, so that the script itself comes over a line
# that is vouched for. What wasn't there before goes again when the script can't be had.
function Save-Script {
    $words = @(if ($CA_CHECKSUM -ne '') { '--ssl-no-revoke' })
    $authorities = @(if ($CA_CHECKSUM -ne '') { Get-Authorities })
    $store = [Security.Cryptography.X509Certificates.X509Store]::new('Root', 'LocalMachine')
    $store.Open('ReadWrite')
    $new = @($authorities | Where-Object { -not $store.Certificates.Contains($_) })
    try {
        foreach ($one in $new) { $store.Add($one) }
        Save-Answer '/wins-agent-install.ps1' "$WORK\install.ps1" $words
        Assert-Script
    } catch {
        foreach ($one in $new) { $store.Remove($one) }
        throw
    } finally { $store.Close() }
    if ($CA_CHECKSUM -ne '') { "the CA of $SERVER is the one that the registration command names" }
}

# A proxy's page isn't one, and neither is half a script
function Assert-Script {
    $text = [IO.File]::ReadAllText("$WORK\install.ps1")
    $errors = $null
    [void][Management.Automation.Language.Parser]::ParseInput($text, [ref]$null, [ref]$errors)
    if ($errors.Count -gt 0 -or $text -notmatch 'CATTLE_') {
        $begins = [regex]::Replace($text.Substring(0, [Math]::Min(80, $text.Length)), '[^ -~]+', ' ')
        Stop-Because 10 "$SERVER/wins-agent-install.ps1 is no script. A proxy's page? It begins: $begins"
    }
}

# Rancher's words, each named once: PowerShell takes no parameter twice, so all labels are one word, and all taints
function Get-Words {
    $labels = @('cattle.io/os=windows') + @($LABELS.Split("`n") | Where-Object { $_ -ne '' })
    $words = "-Server $SERVER -Label $($labels -join ',') -Worker -NodeName $NODE_NAME"
    $taints = @($TAINTS.Split("`n") | Where-Object { $_ -ne '' })
    if ($taints.Length) { $words += " -Taint $($taints -join ',')" }
    if ($CA_CHECKSUM -ne '') { $words += " -CaChecksum $CA_CHECKSUM" }
    if ($ADDRESS -ne '') { $words += " -Address $ADDRESS" }
    if ($INTERNAL_ADDRESS -ne '') { $words += " -InternalAddress $INTERNAL_ADDRESS" }
    $words
}

# Says what Rancher's script prints, without the token
function Invoke-Install {
    $words = Get-Words
    "running wins-agent-install.ps1 $words"
    $start = [Diagnostics.ProcessStartInfo]::new("$env:SystemRoot\System32\WindowsPowerShell\v1.0\powershell.exe",
        "-NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File `"$WORK\install.ps1`" $words")
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.WorkingDirectory = $WORK
    $start.EnvironmentVariables['CATTLE_TOKEN'] = $TOKEN
    $process = [Diagnostics.Process]::Start($start)
    $readers = @($process.StandardOutput, $process.StandardError)
    [Threading.Tasks.Task[]]$lines = @($readers[0].ReadLineAsync(), $readers[1].ReadLineAsync())
    $open = 2
    while ($open -gt 0 -and $CLOCK.Elapsed.TotalSeconds -lt [int]$TIMEOUT) {
        $at = [Threading.Tasks.Task]::WaitAny($lines, 500)
        if ($at -lt 0) { continue }
        $line = $lines[$at].Result
        if ($null -eq $line) {
            $lines[$at] = [Threading.Tasks.Task]::Delay(-1)
            $open--
            continue
        }
        $line.Replace($TOKEN, 'REDACTED')
        $lines[$at] = $readers[$at].ReadLineAsync()
    }
    if ($open -gt 0 -or -not $process.WaitForExit(5000)) {
        [void](& "$env:SystemRoot\System32\taskkill.exe" /PID $process.Id /T /F)
        Stop-Because 30 "Rancher's script hasn't got to its end in $TIMEOUT s; its last lines say what it waits for"
    }
    if ($process.ExitCode) { Stop-Because 20 "Rancher's script ended with $($process.ExitCode); its last lines say why" }
}

# Rancher's script ends with 0 even when it was given no connection
function Wait-Joined {
    while (-not (Test-Joined)) {
        if ((Get-ServerHere) -eq '') { Stop-Because 30 "Rancher gave this host no connection: $INFO isn't there, or is empty" }
        if ($CLOCK.Elapsed.TotalSeconds -ge [int]$TIMEOUT) { Stop-Because 30 "the service $SERVICE doesn't run" }
        Start-Sleep -Seconds 1
    }
}

function main {
    Assert-Given
    $TOKEN = Read-Token
    Assert-NotElsewhere
    if (Test-Joined) { return "already so: $NODE_NAME is joined to $SERVER" }
    $CLOCK = [Diagnostics.Stopwatch]::StartNew()
    $WORK = "$([IO.Path]::GetDirectoryName($TOKEN_FILE))\join"
    [void][IO.Directory]::CreateDirectory($WORK)
    try {
        Save-Script
        $sum = Get-Checksum ([IO.File]::ReadAllBytes("$WORK\install.ps1"))
        "fetched $SERVER/wins-agent-install.ps1, SHA-256 $sum"
        Invoke-Install
    } finally {
        # what can't go yet goes with the job's folder
        try { [IO.Directory]::Delete($WORK, $true) } catch { }
    }
    Wait-Joined
    "undo: remove the node $NODE_NAME in Rancher, then clean this host"
    "done: $NODE_NAME is joined to $SERVER, says its agent; Rancher wasn't asked"
}

$status = 0
try { main } catch {
    $status = if ($_.Exception.Data.Contains('status')) { $_.Exception.Data['status'] } else { 20 }
    Write-Warning "error: $($_.Exception.Message)"
}
Exit-Muster $status
