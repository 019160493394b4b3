# lock.ps1: takes, shows, frees or takes over the lock that says who changes this host.
# parameters: ACT, take | look | free | take-over; HOLDER, four lines: run, owner, workstation, time;
#   FROM, for take-over: the run that is known to hold it, empty when it names none
# needs an elevated administrator; changes $ROOT\lock; undo: free
# prints "free", or "held" and the holder's four lines; exit 0 as wanted (also: was so already), 10 can't start,
#   11 somebody else holds it, nothing changed
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Test-Path variable:ROOT)) { $ROOT = 'C:\ProgramData\Muster' }
if (-not (Test-Path variable:HOLDER)) { $HOLDER = '' }
if (-not (Test-Path variable:FROM)) { $FROM = '' }
$LOCK = "$ROOT\lock"
$HELD = 11

function Stop-Because($Status, $Text) {
    $failure = [InvalidOperationException]::new($Text)
    $failure.Data['status'] = $Status
    throw $failure
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

function Get-RunOf($Text) { "$Text".Split("`n")[0].Trim() }

function Get-Holder {
    try { [IO.File]::ReadAllText("$LOCK\holder").TrimEnd("`r", "`n") } catch { '' }
}

function Show-Lock {
    if ([IO.Directory]::Exists($LOCK)) { 'held'; (Get-Holder).Split("`n") } else { 'free' }
}

# The folder comes into place with the name in it, and only where there is none: of two who take it one does
function Get-Lock {
    Initialize-Root
    $new = "$ROOT\lock.new.$([guid]::NewGuid().ToString('N'))"
    try {
        [void][IO.Directory]::CreateDirectory($new)
        [IO.File]::WriteAllText("$new\holder", "$HOLDER`n")
    } catch { Stop-Because 10 "$new can't be written: $($_.Exception.Message)" }
    try { [IO.Directory]::Move($new, $LOCK) }
    catch {
        [IO.Directory]::Delete($new, $true)
        if (-not [IO.Directory]::Exists($LOCK)) { Stop-Because 10 "$LOCK can't be made: $($_.Exception.Message)" }
    }
    if ((Get-RunOf (Get-Holder)) -cne (Get-RunOf $HOLDER)) { Stop-Because $HELD '' }
}

# Set aside in one move first, so that of two who free or take over only one does. A reader keeps it for a moment.
function Clear-Lock {
    $aside = "$ROOT\lock.gone.$([guid]::NewGuid().ToString('N'))"
    for ($tries = 1; $true; $tries++) {
        if (-not [IO.Directory]::Exists($LOCK)) { return }
        try { [IO.Directory]::Move($LOCK, $aside); break }
        catch { if ($tries -ge 10) { Stop-Because 10 "$LOCK can't be removed: $($_.Exception.Message)" } }
        Start-Sleep -Milliseconds 200
    }
    [IO.Directory]::Delete($aside, $true)
}

function Invoke-Act {
    $there = [IO.Directory]::Exists($LOCK)
    $theirs = Get-RunOf (Get-Holder)
    $ours = Get-RunOf $HOLDER
    switch ($ACT) {
        'take' { Get-Lock }
        'free' {
            if ($there) {
                if ($theirs -cne $ours) { Stop-Because $HELD '' }
                Clear-Lock
            }
        }
        'take-over' {
            if ($there -and $theirs -cne $ours) {
                if ($theirs -cne $FROM) { Stop-Because $HELD '' }
                Clear-Lock
            }
            Get-Lock
        }
        'look' { }
        default { Stop-Because 10 "not an act: $ACT" }
    }
}

function main {
    Invoke-Act
    Show-Lock
}

$status = 0
try { main } catch {
    $status = if ($_.Exception.Data.Contains('status')) { $_.Exception.Data['status'] } else { 20 }
    if ($status -eq $HELD) { Show-Lock } else { Write-Warning "error: $($_.Exception.Message)" }
}
Exit-Muster $status
