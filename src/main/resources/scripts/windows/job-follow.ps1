# job-follow.ps1: prints a job's output from a byte on, as it comes, until the job has ended and all was printed.
# parameters: RUN, JOB, names of its folders; OFFSET, the first byte wanted, from 0; LOOK, the text of job-look.ps1;
#   SECONDS, after which it ends in any case, so that no process is left behind that nobody listens to
# needs an elevated administrator; changes nothing
# prints frames: "data N" and a line break, N bytes and a line break; "beat" at once and then at least every 3 seconds;
#   last "state ..." with the line of job-look.ps1, or "more": time is up, ask again from where it stopped
# exit 0 all printed, 10 no such output
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Test-Path variable:ROOT)) { $ROOT = 'C:\ProgramData\Muster' }
if (-not (Test-Path variable:SECONDS)) { $SECONDS = 40 }
$FOLDER = "$ROOT\$RUN\$JOB"
$CHUNK = 49152
$BEAT = 2.5

function Stop-Because($Status, $Text) {
    $failure = [InvalidOperationException]::new($Text)
    $failure.Data['status'] = $Status
    throw $failure
}

function Get-State {
    function Exit-Muster { }
    & ([ScriptBlock]::Create($LOOK))
}

# whether the job is over; asked before the file is read, so that what it printed last isn't missed
function Test-Over($Naps) {
    if ([IO.File]::Exists("$FOLDER\status")) { return $true }
    # a look may wait for a start; whoever follows has looked before
    if ($Naps % 30 -ne 29 -or -not [IO.File]::Exists("$FOLDER\group")) { return $false }
    -not (Get-State).StartsWith('running')
}

# cmd.exe has the file open for writing, and goes on doing so
function Open-Output {
    $file = [IO.FileStream]::new("$FOLDER\output", [IO.FileMode]::Open, [IO.FileAccess]::Read,
        [IO.FileShare]'ReadWrite, Delete')
    if ([long]$OFFSET -gt $file.Length) {
        $size = $file.Length
        $file.Dispose()
        Stop-Because 10 "byte $OFFSET is past the output's end, $size"
    }
    [void]$file.Seek([long]$OFFSET, [IO.SeekOrigin]::Begin)
    $file
}

function Read-Output($File) {
    $buffer = [byte[]]::new($CHUNK)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $next = $BEAT
    $naps = 0
    while ($true) {
        $over = Test-Over $naps
        $count = $File.Read($buffer, 0, $CHUNK)
        if ($count -gt 0) {
            $bytes = [byte[]]::new($count)
            [Array]::Copy($buffer, $bytes, $count)
            "data $count"
            , $bytes
            ''
            $next = $clock.Elapsed.TotalSeconds + $BEAT
        } elseif ($over) {
            return "state $(Get-State)"
        } else {
            Start-Sleep -Milliseconds 300
            $naps++
        }
        if ($clock.Elapsed.TotalSeconds -ge [double]$SECONDS) { return 'more' }
        if ($clock.Elapsed.TotalSeconds -ge $next) {
            'beat'
            $next = $clock.Elapsed.TotalSeconds + $BEAT
        }
    }
}

function main {
    'beat'
    # a start that was killed behind its mark has left no output
    if (-not [IO.File]::Exists("$FOLDER\started") -or -not [IO.File]::Exists("$FOLDER\output")) {
        return "state $(Get-State)"
    }
    $file = Open-Output
    try { Read-Output $file } finally { $file.Dispose() }
}

$status = 0
try { main } catch {
    $status = if ($_.Exception.Data.Contains('status')) { $_.Exception.Data['status'] } else { 20 }
    Write-Warning "error: $($_.Exception.Message)"
}
Exit-Muster $status
