# loader.ps1: unpacks the script it was sent, checks it, runs it and frames what it prints. Protocol: dev.muster.remote.windows
# exit: the script's own; 97 the script came damaged, nothing ran
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$sent = @{}
if ($env:MUSTER_MARK) {
    $all = [Environment]::GetEnvironmentVariables()
    foreach ($name in @($all.Keys)) {
        if ($name -like 'MUSTER_*') {
            $sent[$name] = $all[$name]
            [Environment]::SetEnvironmentVariable($name, $null)
        }
    }
} else {
    foreach ($line in $input) {
        if ($line -eq '.') { break }
        $at = $line.IndexOf('=')
        if ($at -gt 0) { $sent[$line.Substring(0, $at)] = $line.Substring($at + 1) }
    }
}
$utf8 = New-Object Text.UTF8Encoding $false
try { [Console]::OutputEncoding = $utf8 } catch { $null = $_ }
$mark = $sent['MUSTER_MARK']
$global:MusterStatus = $null

function Get-Part([string]$Name) {
    $text = ''
    for ($i = 1; $i -le [int]$sent[$Name + 'PARTS']; $i++) { $text += $sent[$Name + $i] }
    , [Convert]::FromBase64String($text)
}
function Write-Frame([string]$Kind, [byte[]]$Bytes) {
    for ($at = 0; $at -lt $Bytes.Length; $at += 24000) {
        $size = [Math]::Min(24000, $Bytes.Length - $at)
        [Console]::Out.WriteLine("$mark $Kind " + [Convert]::ToBase64String($Bytes, $at, $size))
    }
}
function Write-Item($Item) {
    $kind = 'o'
    if ($Item -is [Management.Automation.WarningRecord]) { $kind = 'e' }
    if ($Item -is [byte[]]) { Write-Frame $kind $Item } else { Write-Frame $kind $utf8.GetBytes("$Item`n") }
}
function Exit-Muster([int]$Status = 0) {
    $global:MusterStatus = $Status
    exit $Status
}

[Console]::Out.WriteLine("$mark begin")
try {
    $packed = Get-Part 'MUSTER_'
    $hash = [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($packed)).Replace('-', '')
    if ($hash -ne $sent['MUSTER_HASH']) {
        Write-Frame 'e' $utf8.GetBytes("the script came damaged: hash $hash`n")
        Exit-Muster 97
    }
    $stream = New-Object IO.MemoryStream(, $packed)
    $zip = New-Object IO.Compression.GZipStream($stream, [IO.Compression.CompressionMode]::Decompress)
    $text = (New-Object IO.StreamReader($zip, $utf8)).ReadToEnd()
    $MusterInput = Get-Part 'MUSTER_INPUT_'
    $sent.Clear()
    & ([ScriptBlock]::Create($text)) 3>&1 6>&1 | ForEach-Object { Write-Item $_ }
    if ($null -eq $global:MusterStatus) { $global:MusterStatus = 0 }
} catch {
    $global:MusterStatus = 1
    Write-Frame 'e' $utf8.GetBytes("$_`n$($_.InvocationInfo.PositionMessage)`n")
} finally {
    if ($null -eq $global:MusterStatus) { $end = 'exit' } else { $end = $global:MusterStatus }
    [Console]::Out.WriteLine("$mark end $end")
}
exit $global:MusterStatus
