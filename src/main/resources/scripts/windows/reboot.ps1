# reboot.ps1: restarts the host, unless it has restarted since a moment that is named.
# parameters: BOOT, the start of the host that is to be its last one, as reboot-look.ps1 said it
# needs an elevated administrator; changes: ends every session and process; no undo
# prints "restarting" (also: it is about to already), or "restarted" when it has been so; exit 0, 10 not asked for,
#   20 Windows refused
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$TASK = @{ TaskName = 'restart'; TaskPath = '\Muster\' }
# the clock may have been put right meanwhile, and the start's time with it
$TOLERANCE = [TimeSpan]::FromSeconds(60).Ticks
# "a system shutdown is in progress", "has already been scheduled"
$UNDER_WAY = @(1115, 1190)
# a task that hasn't run yet, one that runs
$NOT_OVER = @(267011, 267009)

function Stop-Because($Status, $Text) {
    $failure = [InvalidOperationException]::new($Text)
    $failure.Data['status'] = $Status
    throw $failure
}

function Test-Restarted {
    $now = (Get-CimInstance -ClassName Win32_OperatingSystem -Property LastBootUpTime).LastBootUpTime.ToFileTimeUtc()
    [Math]::Abs($now - [long]$BOOT) -gt $TOLERANCE
}

# In a session over the network Windows may ignore a restart without a word; SYSTEM has the right
function Start-Restart {
    $words = '/r /f /t 5 /d p:4:2 /c "Muster: a step of the run needs a restart"'
    $settings = @{
        Action    = New-ScheduledTaskAction -Execute "$env:SystemRoot\System32\shutdown.exe" -Argument $words
        Principal = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -LogonType ServiceAccount -RunLevel Highest
        Settings  = New-ScheduledTaskSettingsSet -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
        Force     = $true
    }
    [void](Register-ScheduledTask @TASK @settings)
    try {
        Start-ScheduledTask @TASK
        $clock = [Diagnostics.Stopwatch]::StartNew()
        do {
            Start-Sleep -Milliseconds 200
            $result = (Get-ScheduledTaskInfo @TASK).LastTaskResult
        } while ($NOT_OVER -contains $result -and $clock.Elapsed.TotalSeconds -lt 10)
    } finally {
        Unregister-ScheduledTask @TASK -Confirm:$false
    }
    if ($result -ne 0 -and $UNDER_WAY -notcontains $result) { Stop-Because 20 "shutdown.exe ended with $result" }
}

function main {
    if ("$BOOT" -notmatch '\A[0-9]{1,19}\z') { Stop-Because 10 "not a start's time: $BOOT" }
    if (Test-Restarted) { return 'restarted' }
    Start-Restart
    'restarting'
}

$status = 0
try { main } catch {
    $status = if ($_.Exception.Data.Contains('status')) { $_.Exception.Data['status'] } else { 20 }
    Write-Warning "error: $($_.Exception.Message)"
}
Exit-Muster $status
