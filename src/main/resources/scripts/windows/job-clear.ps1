# job-clear.ps1: removes the folder and the scheduled task of a job that has ended.
# parameters: RUN, JOB, names of its folders; LOOK, the text of job-look.ps1
# needs an elevated administrator; changes $ROOT\RUN\JOB, and $ROOT\RUN when nothing else is in it; the task
#   \Muster\RUN.JOB, and \Muster when nothing else is in it; links are removed, not followed
# exit 0 gone (also: was gone already), 10 it is still running, nothing removed, 20 something can't be removed
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Test-Path variable:ROOT)) { $ROOT = 'C:\ProgramData\Muster' }
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
    foreach ($part in @($ROOT, "$ROOT\$RUN", $FOLDER)) {
        if ([IO.Directory]::Exists($part) -and ([IO.File]::GetAttributes($part) -band [IO.FileAttributes]::ReparsePoint)) {
            Stop-Because 10 "$part is a link"
        }
    }
    if ([IO.Directory]::Exists($FOLDER) -and (Get-State).StartsWith('running')) {
        Stop-Because 10 "$FOLDER belongs to a job that is still running"
    }
}

function Clear-Task {
    $task = Get-ScheduledTask -TaskName "$RUN.$JOB" -TaskPath '\Muster\' -ErrorAction SilentlyContinue
    if ($task) { Unregister-ScheduledTask -TaskName "$RUN.$JOB" -TaskPath '\Muster\' -Confirm:$false }
    try {
        $service = New-Object -ComObject Schedule.Service
        $service.Connect()
        # refused while a task is in it
        $service.GetFolder('\').DeleteFolder('Muster', 0)
    } catch { $null = $_ }
}

# A process that has just ended may keep its files for a moment
function Clear-Folder {
    for ($tries = 1; [IO.Directory]::Exists($FOLDER); $tries++) {
        try { [IO.Directory]::Delete($FOLDER, $true) }
        catch {
            if ($tries -ge 10) { Stop-Because 20 "$FOLDER can't be removed as a whole: $($_.Exception.Message)" }
            Start-Sleep -Milliseconds 300
        }
    }
    try { [IO.Directory]::Delete("$ROOT\$RUN") } catch { $null = $_ }
}

function main {
    Assert-Ready
    Clear-Task
    Clear-Folder
}

$status = 0
try { main } catch {
    $status = if ($_.Exception.Data.Contains('status')) { $_.Exception.Data['status'] } else { 20 }
    Write-Warning "error: $($_.Exception.Message)"
}
Exit-Muster $status
