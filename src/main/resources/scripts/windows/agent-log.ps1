# agent-log.ps1: the last lines of what Rancher's agent said on this host, and Kubernetes' service that it started.
# needs an elevated administrator; takes COUNT, lines of each; changes nothing; prints them with no token in them; exit 0,
#   also when there is none
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Test-Path variable:COUNT)) { $COUNT = 50 }

# Rancher 2.1's agent prints its token behind these words
function Hide-Token($Text) { $Text -replace '( with token |-token )[^ "]*', '$1REDACTED' }

# A source whose messages nobody registered has its text as a value
function Get-Said($Entry) {
    $text = "$($Entry.Message)"
    if ($text -eq '') { $text = @($Entry.Properties | ForEach-Object { $_.Value }) -join ' ' }
    "$($Entry.TimeCreated.ToUniversalTime().ToString('o')) $($text.Trim())"
}

function Get-Events($Source) {
    $wanted = @{ LogName = 'Application'; ProviderName = $Source }
    try { @(Get-WinEvent -FilterHashtable $wanted -MaxEvents ([int]$COUNT)) } catch { @() }
}

foreach ($source in @('rancher-agent', 'rancher-wins', 'rke2')) {
    $events = @(Get-Events $source)
    if ($events.Length -eq 0) { continue }
    "--- events of $source"
    [Array]::Reverse($events)
    foreach ($one in $events) { Hide-Token (Get-Said $one) }
}
Exit-Muster 0
