# job-start.ps1: starts a script as a job of its own, which outlives the connection, the session and Muster.
# parameters: RUN, JOB, names of its folders; SCRIPT, RUNNER, LOOK, texts of the job's script, of job-run.ps1 and of
#   job-look.ps1; SECRETS, one "name bytes" a line: their bytes follow each other in $MusterInput
# needs an elevated administrator; changes $ROOT\RUN\JOB and the scheduled task \Muster\RUN.JOB; undo: job-cancel.ps1,
#   job-clear.ps1
# prints the job's state as job-look.ps1 does; exit 0 started (also: was started before), 10 can't start, nothing
#   started, 20 it can't be set in place
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Test-Path variable:ROOT)) { $ROOT = 'C:\ProgramData\Muster' }
if (-not (Test-Path variable:SECRETS)) { $SECRETS = '' }
if (-not (Test-Path variable:MusterInput)) { $MusterInput = [byte[]]@() }
$FOLDER = "$ROOT\$RUN\$JOB"

function Stop-Because($Status, $Text) {
    $failure = [InvalidOperationException]::new($Text)
    $failure.Data['status'] = $Status
    throw $failure
}

function Get-State {
    function Exit-Muster { }
    & ([ScriptBlock]::Create($LOOK))
}

function Assert-Ready {
    if ("$RUN/$JOB" -cnotmatch '\A[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*\z') {
        Stop-Because 10 "not a job's name: $RUN/$JOB"
    }
    $me = [Security.Principal.WindowsIdentity]::GetCurrent()
    if (-not ([Security.Principal.WindowsPrincipal]$me).IsInRole(544)) {
        Stop-Because 10 "$($me.Name) isn't an elevated administrator here"
    }
}

# Only SYSTEM and Administrators get in, by their numbers; everybody may make folders in C:\ProgramData
function Initialize-Root {
    $rights = [Security.AccessControl.DirectorySecurity]::new()
    $rights.SetAccessRuleProtection($true, $false)
    $trusted = @('S-1-5-18', 'S-1-5-32-544')
    foreach ($sid in $trusted) {
        $rights.AddAccessRule([Security.AccessControl.FileSystemAccessRule]::new(
            [Security.Principal.SecurityIdentifier]::new($sid), 'FullControl',
            'ContainerInherit, ObjectInherit', 'None', 'Allow'))
    }
    try { [void][IO.Directory]::CreateDirectory($ROOT, $rights) }
    catch { Stop-Because 10 "$ROOT can't be made: $($_.Exception.Message)" }
    if ([IO.File]::GetAttributes($ROOT) -band [IO.FileAttributes]::ReparsePoint) { Stop-Because 10 "$ROOT is a link" }
    $owner = [IO.Directory]::GetAccessControl($ROOT).GetOwner([Security.Principal.SecurityIdentifier]).Value
    $trusted += [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
    if ($trusted -notcontains $owner) { Stop-Because 10 "$ROOT belongs to $owner. Remove it, or give it to Administrators." }
    [IO.Directory]::SetAccessControl($ROOT, $rights)
}

function Save-Secrets($Place) {
    $at = 0
    foreach ($line in "$SECRETS".Split("`n")) {
        if ($line -eq '') { continue }
        if ($line -cnotmatch '\A([A-Za-z0-9_-][A-Za-z0-9._-]*) ([0-9]{1,9})\z') { Stop-Because 10 "not a secret: $line" }
        $name = $Matches[1]
        $size = [int]$Matches[2]
        if ($at + $size -gt $MusterInput.Length) { Stop-Because 10 "secret $name came in short: the line was cut" }
        $file = [IO.File]::Open("$Place\$name", [IO.FileMode]::CreateNew)
        try { $file.Write($MusterInput, $at, $size) } finally { $file.Dispose() }
        $at += $size
    }
    [Array]::Clear($MusterInput, 0, $MusterInput.Length)
}

# All but the secrets is ASCII or has a mark that says that it is UTF-8
function Save-Parts($New) {
    try {
        [void][IO.Directory]::CreateDirectory("$New\secrets")
        [IO.File]::WriteAllText("$New\script.ps1", $SCRIPT, [Text.Encoding]::UTF8)
        [IO.File]::WriteAllText("$New\run.ps1", $RUNNER, [Text.Encoding]::UTF8)
        [IO.File]::WriteAllText("$New\output", '')
        # as long as any exit status, so that a full disk doesn't lose it
        [IO.File]::WriteAllText("$New\status.new", "-----------`n")
    } catch { Stop-Because 10 "$New can't be written: $($_.Exception.Message)" }
    Save-Secrets "$New\secrets"
}

function Register-Job {
    $run = "$FOLDER\run.ps1".Replace("'", "''")
    $words = '-NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command "& ([ScriptBlock]::Create(' +
        "[IO.File]::ReadAllText('$run')" + '))"'
    $shell = "$env:SystemRoot\System32\WindowsPowerShell\v1.0\powershell.exe"
    # left to itself a task ends after three days, and its work has to wait for everybody else's
    $settings = @{
        ExecutionTimeLimit         = [TimeSpan]::Zero
        Priority                   = 4
        MultipleInstances          = 'IgnoreNew'
        AllowStartIfOnBatteries    = $true
        DontStopIfGoingOnBatteries = $true
    }
    $task = @{
        TaskName  = "$RUN.$JOB"
        TaskPath  = '\Muster\'
        Action    = New-ScheduledTaskAction -Execute $shell -Argument $words
        Principal = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -LogonType ServiceAccount -RunLevel Highest
        Settings  = New-ScheduledTaskSettingsSet @settings
        Force     = $true
    }
    try { [void](Register-ScheduledTask @task) }
    catch { Stop-Because 10 "the scheduled task \Muster\$RUN.$JOB can't be made: $($_.Exception.Message)" }
}

# The one who makes the mark starts the job
function Set-Mark {
    try { [IO.File]::Open("$FOLDER\started", [IO.FileMode]::CreateNew).Dispose(); $true }
    catch { if ([IO.File]::Exists("$FOLDER\started")) { $false } else { throw } }
}

function Invoke-Start($New) {
    try {
        foreach ($part in @('script.ps1', 'run.ps1', 'output', 'status.new')) {
            [IO.File]::Move("$New\$part", "$FOLDER\$part")
        }
        [IO.Directory]::Move("$New\secrets", "$FOLDER\secrets")
        Start-ScheduledTask -TaskName "$RUN.$JOB" -TaskPath '\Muster\'
    } catch { Stop-Because 20 "$FOLDER can't be set in place: $($_.Exception.Message)" }
}

function main {
    Assert-Ready
    if (-not [IO.File]::Exists("$FOLDER\started")) {
        Initialize-Root
        # named after this process, so that job-look.ps1 knows when nobody needs it any more
        $new = "$FOLDER\new.$PID.$((Get-Process -Id $PID).StartTime.ToFileTimeUtc())"
        try {
            Save-Parts $new
            Register-Job
            if (Set-Mark) { Invoke-Start $new }
        } finally {
            if ([IO.Directory]::Exists($new)) { [IO.Directory]::Delete($new, $true) }
        }
    }
    Get-State
}

$status = 0
try { main } catch {
    $status = if ($_.Exception.Data.Contains('status')) { $_.Exception.Data['status'] } else { 20 }
    Write-Warning "error: $($_.Exception.Message)"
}
Exit-Muster $status
