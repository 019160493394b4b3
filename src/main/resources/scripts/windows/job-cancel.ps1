# job-cancel.ps1: ends a job's task and its whole tree of processes, and waits until they are gone.
# parameters: RUN, JOB, names of its folders; LOOK, the text of job-look.ps1; GRACE, seconds between ending the task and
#   ending what is left of it one by one
# needs an elevated administrator; changes the job's processes, its secrets, its exit status when it left none (1223)
# prints the job's state as job-look.ps1 does; exit 0 nothing of it runs, 30 something does in spite of all
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Test-Path variable:ROOT)) { $ROOT = 'C:\ProgramData\Muster' }
if (-not (Test-Path variable:GRACE)) { $GRACE = 5 }
$FOLDER = "$ROOT\$RUN\$JOB"
# "the operation was canceled by the user"
$CANCELLED = 1223

function Stop-Because($Status, $Text) {
    $failure = [InvalidOperationException]::new($Text)
    $failure.Data['status'] = $Status
    throw $failure
}

function Get-State {
    function Exit-Muster { }
    & ([ScriptBlock]::Create($LOOK))
}

function Get-Processes {
    @(Get-CimInstance -ClassName Win32_Process -Property @('ProcessId', 'ParentProcessId', 'CommandLine', 'CreationDate'))
}

function Get-Name($Process) { "$($Process.ProcessId) $($Process.CreationDate.ToFileTimeUtc())" }

# Those that have the job's folder among their words, the job's own process, and what they began; a number that is in
# use again belongs to a process that is younger than its child. Known: names of those seen before, whose parents may be
# gone meanwhile.
function Find-Members($Known) {
    $all = Get-Processes | Where-Object { $_.ProcessId -ne $PID -and $null -ne $_.CreationDate }
    $group = ''
    try { $group = [IO.File]::ReadAllText("$FOLDER\group") } catch { $null = $_ }
    $leader = ($group.Trim().Split(' ') + @('', ''))[0..1]
    $found = @{}
    foreach ($process in $all) {
        $named = "$($process.CommandLine)".IndexOf("$FOLDER\", [StringComparison]::OrdinalIgnoreCase) -ge 0
        # Get-Process counts in tenths of a microsecond, CIM in whole ones
        $leads = "$($process.ProcessId)" -eq $leader[0] -and
            [Math]::Abs($process.CreationDate.ToFileTimeUtc() - [long]$leader[1]) -lt 100
        if ($named -or $leads -or $Known.ContainsKey((Get-Name $process))) { $found[$process.ProcessId] = $process }
    }
    do {
        $before = $found.Count
        foreach ($process in $all) {
            $parent = $found[$process.ParentProcessId]
            if ($parent -and -not $found.ContainsKey($process.ProcessId) -and $process.CreationDate -ge $parent.CreationDate) {
                $found[$process.ProcessId] = $process
            }
        }
    } while ($found.Count -gt $before)
    @($found.Values)
}

# Begins with the tree as it is now: once a parent is gone, nobody can tell whose child it was
function Stop-Members {
    $known = @{}
    foreach ($member in @(Find-Members $known)) { $known[(Get-Name $member)] = $true }
    try { Stop-ScheduledTask -TaskName "$RUN.$JOB" -TaskPath '\Muster\' } catch { $null = $_ }
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        $members = @(Find-Members $known)
        if ($members.Length -eq 0) { return }
        foreach ($member in $members) { $known[(Get-Name $member)] = $true }
        if ($clock.Elapsed.TotalSeconds -ge [int]$GRACE) {
            foreach ($member in $members) {
                try { Stop-Process -Id $member.ProcessId -Force -Confirm:$false } catch { $null = $_ }
            }
        }
        if ($clock.Elapsed.TotalSeconds -ge [int]$GRACE + 10) {
            Stop-Because 30 "still there: $(@($members | ForEach-Object { $_.ProcessId }) -join ' ')"
        }
        Start-Sleep -Milliseconds 300
    }
}

function Complete-Job {
    if ([IO.Directory]::Exists("$FOLDER\secrets")) {
        foreach ($file in [IO.Directory]::GetFiles("$FOLDER\secrets")) { [IO.File]::Delete($file) }
    }
    if (-not [IO.File]::Exists("$FOLDER\status")) {
        $mine = "$FOLDER\status.cancelled"
        [IO.File]::WriteAllText($mine, ('{0,11}' -f $CANCELLED) + "`n")
        # it may have left one in this very moment: then that is the one
        try { [IO.File]::Move($mine, "$FOLDER\status") } catch { [IO.File]::Delete($mine) }
    }
}

function main {
    $state = Get-State
    if ($state -eq 'absent') { return $state }
    if (-not $state.StartsWith('ended')) {
        Stop-Members
        Complete-Job
    }
    Get-State
}

$status = 0
try { main } catch {
    $status = if ($_.Exception.Data.Contains('status')) { $_.Exception.Data['status'] } else { 20 }
    Write-Warning "error: $($_.Exception.Message)"
}
Exit-Muster $status
