# feature.ps1: this host has a feature of Windows Server.
# needs SYSTEM or an elevated administrator; takes FEATURE, its name; changes that feature
# undo: Uninstall-WindowsFeature of the same name, and a restart
# exit 0 as wanted (also: was so already), 3010 wants a restart, 10 can't start, nothing changed, 20 change failed
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Test-Path variable:FEATURE)) { $FEATURE = '' }
# ERROR_SUCCESS_REBOOT_REQUIRED
$RESTART = 3010

function Stop-Because($Status, $Text) {
    $failure = [InvalidOperationException]::new($Text)
    $failure.Data['status'] = $Status
    throw $failure
}

function Get-State {
    $found = @(Get-WindowsFeature -Name $FEATURE)
    if ($found.Length -ne 1) { Stop-Because 10 "this Windows has no feature called $FEATURE" }
    "$($found[0].InstallState)"
}

function main {
    if ($FEATURE -notmatch '\A[A-Za-z][A-Za-z0-9-]*\z') { Stop-Because 10 "not a feature's name: $FEATURE" }
    if ($null -eq (Get-Command -Name Get-WindowsFeature -ErrorAction SilentlyContinue)) {
        Stop-Because 10 'only Windows Server has features'
    }
    $before = Get-State
    if ($before -eq 'Installed') { return "already so: $FEATURE is installed" }
    if ($before -ne 'InstallPending') {
        "installing $FEATURE, which was $before"
        $done = Install-WindowsFeature -Name $FEATURE
        if (-not $done.Success) { Stop-Because 20 "Windows didn't install ${FEATURE}: $($done.ExitCode)" }
    }
    if ((Get-State) -eq 'Installed') { return "done: $FEATURE is installed" }
    "$FEATURE waits for a restart"
}

$status = 0
try {
    main
    if ((Get-State) -ne 'Installed') { $status = $RESTART }
} catch {
    $status = if ($_.Exception.Data.Contains('status')) { $_.Exception.Data['status'] } else { 20 }
    Write-Warning "error: $($_.Exception.Message)"
}
Exit-Muster $status
