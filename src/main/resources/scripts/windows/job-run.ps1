# job-run.ps1: the job's own process: runs the script beside it, keeps its output and its exit status.
# parameters: RUN, JOB, names of its folders
# needs to be SYSTEM, in a scheduled task of its own; changes its folder; the script's own status is in "status"
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Test-Path variable:ROOT)) { $ROOT = 'C:\ProgramData\Muster' }
$FOLDER = "$ROOT\$RUN\$JOB"

# Process, its start, the machine's start, seconds since then: a number is used again, but not with the same start
function Save-Group {
    $start = (Get-Process -Id $PID).StartTime.ToFileTimeUtc()
    $boot = (Get-CimInstance -ClassName Win32_OperatingSystem -Property LastBootUpTime).LastBootUpTime
    $uptime = [int]([DateTime]::Now - $boot).TotalSeconds
    [IO.File]::WriteAllText("$FOLDER\group.new", "$PID $start $($boot.ToFileTimeUtc()) $uptime`n")
    [IO.File]::Move("$FOLDER\group.new", "$FOLDER\group")
}

# cmd.exe joins the two outputs and writes their bytes as they are; 65001 is UTF-8. The words of Arguments go to it
# unchanged, and with /s it takes off the outermost quotes only.
function Invoke-Script {
    $script = "$FOLDER\script.ps1".Replace("'", "''")
    $words = '$ErrorActionPreference = ''Stop''; function Exit-Muster($Status) { exit $Status }; ' +
        '& ([ScriptBlock]::Create([IO.File]::ReadAllText(' + "'$script'" + '))); exit 0'
    $shell = "`"$env:SystemRoot\System32\WindowsPowerShell\v1.0\powershell.exe`" -NoLogo -NoProfile" +
        " -NonInteractive -ExecutionPolicy Bypass -OutputFormat Text -Command `"$words`""
    $start = [Diagnostics.ProcessStartInfo]::new("$env:SystemRoot\System32\cmd.exe")
    $start.Arguments = "/d /s /c `"chcp 65001 >nul & $shell <nul >>`"$FOLDER\output`" 2>&1`""
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.WorkingDirectory = "$env:SystemDrive\"
    $start.EnvironmentVariables['MUSTER_SECRETS'] = "$FOLDER\secrets"
    $process = [Diagnostics.Process]::Start($start)
    $process.WaitForExit()
    $process.ExitCode
}

function Clear-Secrets {
    if ([IO.Directory]::Exists("$FOLDER\secrets")) {
        foreach ($file in [IO.Directory]::GetFiles("$FOLDER\secrets")) { [IO.File]::Delete($file) }
    }
}

# Written over bytes that are there already, so that a full disk doesn't lose the exit status
function Save-Status($Status) {
    $bytes = [Text.Encoding]::ASCII.GetBytes(('{0,11}' -f $Status) + "`n")
    $file = [IO.File]::Open("$FOLDER\status.new", [IO.FileMode]::Open)
    try { $file.Write($bytes, 0, $bytes.Length) } finally { $file.Dispose() }
    [IO.File]::Move("$FOLDER\status.new", "$FOLDER\status")
}

# Whoever makes the claim has the word: this process, or a look that has waited in vain
function main {
    try { [IO.File]::Open("$FOLDER\claim", [IO.FileMode]::CreateNew).Dispose() } catch { return }
    Save-Group
    $status = 1
    try { $status = Invoke-Script } catch {
        [IO.File]::AppendAllText("$FOLDER\output", "error: the script can't be run: $($_.Exception.Message)`n")
    }
    Clear-Secrets
    Save-Status $status
}
main
