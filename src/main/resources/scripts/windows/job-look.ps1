# job-look.ps1: says what has become of a job.
# parameters: RUN, JOB, names of its folders; PATIENCE, seconds that a start may take until the job's first act
# needs an elevated administrator; voids a start that got stuck, removes secrets that nobody will read any more,
#   changes nothing else
# prints one line: absent | running PRINTED | ended EXIT PRINTED | vanished PRINTED (its processes are gone and it left
#   no exit status); exit 0
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Test-Path variable:ROOT)) { $ROOT = 'C:\ProgramData\Muster' }
if (-not (Test-Path variable:PATIENCE)) { $PATIENCE = 60 }
$FOLDER = "$ROOT\$RUN\$JOB"

function Get-Printed {
    $file = [IO.FileInfo]::new("$FOLDER\output")
    if (-not $file.Exists) { return 0 }
    # the folder's own figure is behind while the file is open
    $open = $file.Open([IO.FileMode]::Open, [IO.FileAccess]::Read, [IO.FileShare]'ReadWrite, Delete')
    try { $open.Length } finally { $open.Dispose() }
}

function Get-Text($Name) {
    try { [IO.File]::ReadAllText("$FOLDER\$Name").Trim() } catch { '' }
}

# Is that process there, begun at that time? What can't be seen isn't gone.
function Test-Process($Id, $Start) {
    $process = Get-Process -Id $Id -ErrorAction SilentlyContinue
    if ($null -eq $process) { return $false }
    try { $process.StartTime.ToFileTimeUtc() -eq $Start } catch { $true }
}

# The leader, or one of those that it began: they have the job's folder among their words
function Test-Alive {
    $group = (Get-Text 'group').Split(' ')
    if ($group.Length -lt 3) { return $false }
    if (Test-Process ([int]$group[0]) ([long]$group[1])) { return $true }
    $others = @(Get-CimInstance -ClassName Win32_Process -Property CommandLine |
        Where-Object { "$($_.CommandLine)".IndexOf("$FOLDER\", [StringComparison]::OrdinalIgnoreCase) -ge 0 })
    $others.Length -gt 0
}

function Set-Void {
    try { $file = [IO.File]::Open("$FOLDER\claim", [IO.FileMode]::CreateNew) } catch { return }
    try { $file.Write([Text.Encoding]::ASCII.GetBytes('void'), 0, 4) } finally { $file.Dispose() }
}

# Between the start and the job's first act nothing shows. Whoever makes the claim has the word: the job, which then
# runs; or this script when its patience is over, and then the job never will.
function Wait-Claim {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while (-not [IO.File]::Exists("$FOLDER\group") -and (Get-Text 'claim') -ne 'void') {
        if ($clock.Elapsed.TotalSeconds -ge [int]$PATIENCE) { return Set-Void }
        Start-Sleep -Milliseconds 200
    }
}

# What a start has left that was killed: its folder is named after its process
function Clear-Halves {
    if (-not [IO.Directory]::Exists($FOLDER)) { return }
    foreach ($half in [IO.Directory]::GetDirectories($FOLDER, 'new.*')) {
        $parts = [IO.Path]::GetFileName($half).Split('.')
        if ($parts.Length -eq 3 -and -not (Test-Process ([int]$parts[1]) ([long]$parts[2]))) {
            [IO.Directory]::Delete($half, $true)
        }
    }
}

# The job does so itself, unless it was killed
function Clear-Secrets {
    if ([IO.Directory]::Exists("$FOLDER\secrets")) {
        foreach ($file in [IO.Directory]::GetFiles("$FOLDER\secrets")) { [IO.File]::Delete($file) }
    }
}

function Get-Ending {
    $exit = Get-Text 'status'
    if ($exit -match '\A-?[0-9]+\z') {
        Clear-Secrets
        "ended $exit $(Get-Printed)"
    }
}

function main {
    Clear-Halves
    $ending = Get-Ending
    if ($ending) { return $ending }
    if (-not [IO.File]::Exists("$FOLDER\started")) { return 'absent' }
    Wait-Claim
    if (Test-Alive) { return "running $(Get-Printed)" }
    # it may have ended since the first look
    $ending = Get-Ending
    if ($ending) { return $ending }
    Clear-Secrets
    "vanished $(Get-Printed)"
}

main
Exit-Muster 0
