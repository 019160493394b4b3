# join-agent.ps1: this host is a node of the cluster that Rancher's registration command is for (Rancher 2.1).
# needs SYSTEM or an elevated administrator, and Docker; takes SERVER TOKEN_FILE IMAGE CA_CHECKSUM NODE_NAME TIMEOUT
#   (seconds), and if wanted ADDRESS INTERNAL_ADDRESS LABELS (key=value, one a line). Runs the two halves of Rancher's own
#   command, one after the other; what they print goes on without the token.
# changes: what Rancher's two scripts do: C:\etc\rancher, C:\etc\kubernetes, the service rancher-agent, the machine's
#   variables CATTLE_*. Rancher 2.1 keeps the token in C:\etc\rancher\run.ps1 and in CATTLE_TOKEN, and it stands among
#   Docker's words while the first half runs: its agent takes it in no other way
# undo: remove the node in Rancher, then clean the host
# exit 0 as wanted (also: was so already), 10 can't start, nothing changed, 20 change failed, 30 not as wanted
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
foreach ($name in @('SERVER', 'TOKEN_FILE', 'IMAGE', 'CA_CHECKSUM', 'NODE_NAME', 'TIMEOUT', 'ADDRESS', 'INTERNAL_ADDRESS',
        'LABELS')) {
    if (-not (Test-Path "variable:$name")) { Set-Variable -Name $name -Value '' }
}
$SERVICE = 'rancher-agent'
$RUN = 'C:\etc\rancher\run.ps1'
$AUTHORITY = 'C:\etc\kubernetes\ssl\certs\serverca'
# an agent that has registered first waits, then watches its plan
$WAITS = 'waiting for node to register'
$WATCHES = 'Starting plan monitor'

function Stop-Because($Status, $Text) {
    $failure = [InvalidOperationException]::new($Text)
    $failure.Data['status'] = $Status
    throw $failure
}

# One server, written in two ways
function Get-Plain($Url) { "$Url".ToLowerInvariant().TrimEnd('/') -replace ':443\z' }

function Get-Agent { Get-Service -Name $SERVICE -ErrorAction SilentlyContinue }

# The server that the agent here belongs to; empty: there is none
function Get-ServerHere {
    if ($null -eq (Get-Agent)) { return '' }
    "$([Environment]::GetEnvironmentVariable('CATTLE_SERVER', 'Machine'))"
}

# As Rancher counts it: the text without white space around it, and a line feed
function Get-ChecksumHere {
    if (-not [IO.File]::Exists($AUTHORITY)) { return '' }
    $text = [IO.File]::ReadAllText($AUTHORITY).Replace("`r", '').Trim() + "`n"
    $sum = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($text))
    [BitConverter]::ToString($sum).Replace('-', '').ToLowerInvariant()
}

function Test-Joined {
    $agent = Get-Agent
    $null -ne $agent -and "$($agent.Status)" -eq 'Running' -and
        (Get-Plain (Get-ServerHere)) -ceq (Get-Plain $SERVER) -and (Get-ChecksumHere) -ceq $CA_CHECKSUM
}

# Every value becomes a word among Docker's
function Assert-Given {
    foreach ($name in @('SERVER', 'TOKEN_FILE', 'IMAGE', 'CA_CHECKSUM', 'NODE_NAME', 'TIMEOUT')) {
        if ("$(Get-Variable -Name $name -ValueOnly)" -eq '') { Stop-Because 10 "$name isn't given" }
    }
    if ($SERVER -notmatch '\Ahttps://[^\s"]+\z') { Stop-Because 10 "SERVER has to begin with https://, and is $SERVER" }
    if ($TIMEOUT -notmatch '\A[0-9]{1,6}\z') { Stop-Because 10 "TIMEOUT is a number of seconds, and is $TIMEOUT" }
    if ($IMAGE -notmatch '\A[a-z0-9][^\s"]*\z') { Stop-Because 10 "IMAGE isn't the name of an image: $IMAGE" }
    foreach ($name in @('CA_CHECKSUM', 'NODE_NAME', 'ADDRESS', 'INTERNAL_ADDRESS')) {
        $value = Get-Variable -Name $name -ValueOnly
        if ($value -notmatch '\A[A-Za-z0-9.:_-]*\z') { Stop-Because 10 "${name}: $value" }
    }
    foreach ($label in $LABELS.Split("`n")) {
        if ($label -notmatch '\A([A-Za-z0-9][A-Za-z0-9./_-]*=[A-Za-z0-9._-]*)?\z') { Stop-Because 10 "not a label: $label" }
    }
    if ($null -eq (Get-Command -Name docker.exe -CommandType Application -ErrorAction SilentlyContinue)) {
        Stop-Because 10 "docker isn't on this host"
    }
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
    $sum = Get-ChecksumHere
    if ($here -ne '' -and $sum -ne '' -and $sum -cne $CA_CHECKSUM) {
        Stop-Because 10 ("this host is joined to $SERVER, but to one whose CA had the checksum $sum; the registration" +
            " command says $CA_CHECKSUM. Clean the host, or copy the command anew.")
    }
}

# Says what a program prints, without the token, until it ends, gets to the agent's mark, or the time is over. The agent's
# log goes on for ever: whoever follows it is ended, the service isn't.
function Invoke-Said($Result, $File, $Words) {
    $start = [Diagnostics.ProcessStartInfo]::new($File, $Words)
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    $readers = @($process.StandardOutput, $process.StandardError)
    [Threading.Tasks.Task[]]$lines = @($readers[0].ReadLineAsync(), $readers[1].ReadLineAsync())
    $open = 2
    while ($open -gt 0 -and -not $Result.Mark -and $CLOCK.Elapsed.TotalSeconds -lt [int]$TIMEOUT) {
        $at = [Threading.Tasks.Task]::WaitAny($lines, 500)
        if ($at -lt 0) { continue }
        $line = $lines[$at].Result
        if ($null -eq $line) {
            $lines[$at] = [Threading.Tasks.Task]::Delay(-1)
            $open--
            continue
        }
        $line.Replace($TOKEN, 'REDACTED')
        if ($line.Contains($WAITS)) { $Result.Waits = $true }
        $Result.Mark = $Result.Waits -and $line.Contains($WATCHES)
        $lines[$at] = $readers[$at].ReadLineAsync()
    }
    if ($open -eq 0 -and $process.WaitForExit(5000)) { $Result.Exit = $process.ExitCode; return }
    [void](& "$env:SystemRoot\System32\taskkill.exe" /PID $process.Id /T /F)
}

# First half: a container copies the agent and its scripts to C:\etc\rancher
function Copy-Agent {
    "fetching image $IMAGE"
    $pulled = @{ Waits = $false; Mark = $false; Exit = -1 }
    Invoke-Said $pulled 'docker.exe' "pull $IMAGE"
    if ($pulled.Exit -ne 0) { Stop-Because 10 "the image can't be fetched: docker pull ended with $($pulled.Exit)" }
    $words = "-server $SERVER -token $TOKEN -caChecksum $CA_CHECKSUM -nodeName $NODE_NAME"
    if ($ADDRESS -ne '') { $words += " -address $ADDRESS" }
    if ($INTERNAL_ADDRESS -ne '') { $words += " -internalAddress $INTERNAL_ADDRESS" }
    $labels = @($LABELS.Split("`n") | Where-Object { $_ -ne '' })
    if ($labels.Length) { $words += " -label $($labels -join ',')" }
    "starting $IMAGE $($words.Replace($TOKEN, 'REDACTED'))"
    $copied = @{ Waits = $false; Mark = $false; Exit = -1 }
    Invoke-Said $copied 'docker.exe' "run --rm -v C:/:C:/host $IMAGE $words"
    if ($copied.Exit -ne 0) {
        Stop-Because 20 "the container that copies Rancher's agent ended with $($copied.Exit); its last lines say why"
    }
    if (-not [IO.File]::Exists($RUN)) { Stop-Because 20 "the container has ended well, and $RUN isn't there" }
}

# Second half: Rancher's script makes the service, starts it and follows its log
function Start-Agent {
    $words = "-Sta -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File $RUN"
    "running $RUN"
    $started = @{ Waits = $false; Mark = $false; Exit = -1 }
    Invoke-Said $started "$env:SystemRoot\System32\WindowsPowerShell\v1.0\powershell.exe" $words
    if ($started.Mark) { return }
    if ($CLOCK.Elapsed.TotalSeconds -ge [int]$TIMEOUT) {
        Stop-Because 30 "the agent hasn't got to its mark in $TIMEOUT s; its last lines say what it waits for"
    }
    Stop-Because 30 "Rancher's script ended with $($started.Exit) before the agent got to its mark; its last lines say why"
}

function main {
    Assert-Given
    $TOKEN = Read-Token
    Assert-NotElsewhere
    if (Test-Joined) { return "already so: $NODE_NAME is joined to $SERVER" }
    $CLOCK = [Diagnostics.Stopwatch]::StartNew()
    Copy-Agent
    Start-Agent
    if (-not (Test-Joined)) { Stop-Because 30 "the agent got to its mark, and its service $SERVICE doesn't run any more" }
    "undo: remove the node $NODE_NAME in Rancher, then clean this host"
    "done: $NODE_NAME is joined to $SERVER, says its agent; Rancher wasn't asked"
}

$status = 0
try { main } catch {
    $status = if ($_.Exception.Data.Contains('status')) { $_.Exception.Data['status'] } else { 20 }
    Write-Warning "error: $($_.Exception.Message)"
}
Exit-Muster $status
