# reboot-look.ps1: says since when the host runs, and since when it ran when a job of ours began.
# parameters: RUN, JOB, names of the job's folders
# needs an elevated administrator; changes nothing
# prints lines: "then BOOT UPTIME", or "then -" when the job has left nothing; "now BOOT UPTIME"; "ready yes" or "no":
#   Windows is still busy with its start; BOOT is a FILETIME, UPTIME seconds; exit 0
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Test-Path variable:ROOT)) { $ROOT = 'C:\ProgramData\Muster' }
$FOLDER = "$ROOT\$RUN\$JOB"
# updates may want a second restart, and begin it about then
$SETTLED = 30

function Get-Then {
    $group = @()
    try { $group = [IO.File]::ReadAllText("$FOLDER\group").Trim().Split(' ') } catch { $null = $_ }
    if ($group.Length -eq 4) { "then $($group[2]) $($group[3])" } else { 'then -' }
}

function main {
    Get-Then
    $boot = (Get-CimInstance -ClassName Win32_OperatingSystem -Property LastBootUpTime).LastBootUpTime
    $uptime = [int]([DateTime]::Now - $boot).TotalSeconds
    "now $($boot.ToFileTimeUtc()) $uptime"
    $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootInProgress'
    if ($uptime -lt $SETTLED -or (Test-Path -LiteralPath $servicing)) { 'ready no' } else { 'ready yes' }
}

main
Exit-Muster 0
