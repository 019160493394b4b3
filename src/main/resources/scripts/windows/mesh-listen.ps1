# mesh-listen.ps1: listens for a short while on ports that the host's roles need, so that the other hosts can try them.
# parameters: ADDRESS, the host's own, at which they are tried; PORTS, lines "tcp 6443" or "udp 4789"; TOKEN, a word
#   that nobody can guess: each TCP guest is told it, each datagram that begins with it comes back, shortened;
#   SECONDS, after which it ends in any case
# needs an elevated administrator; changes nothing, and no firewall rule either: whether the port is open is the question
# prints "tool powershell"; "listens KIND PORT", "taken KIND PORT" or "failed KIND PORT WHY" a port; "ready"; then "beat"
#   every second, and "heard SOURCE TRY" once a datagram; exit 0 its time is over
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# The number of the error of a socket; 0: it is none
function Get-Code($Record) {
    for ($cause = $Record.Exception; $null -ne $cause; $cause = $cause.InnerException) {
        if ($cause -is [Net.Sockets.SocketException]) { return $cause.ErrorCode }
    }
    0
}

function Open-Door($Kind, $Port, $Address) {
    $end = [Net.IPEndPoint]::new($Address, [int]$Port)
    if ($Kind -eq 'tcp') {
        $door = [Net.Sockets.TcpListener]::new($end)
        $door.ExclusiveAddressUse = $true
        $door.Start(128)
        return $door
    }
    $door = [Net.Sockets.UdpClient]::new([Net.Sockets.AddressFamily]::InterNetwork)
    # SIO_UDP_CONNRESET off: an answer that nobody takes must not end the listening
    [void]$door.Client.IOControl(-1744830452, [byte[]]@(0), $null)
    $door.ExclusiveAddressUse = $true
    $door.Client.Bind($end)
    $door
}

function Open-Near($Kind, $Port) {
    try { return Open-Door $Kind $Port ([Net.IPAddress]::Parse($ADDRESS)) } catch {
        # 10049: behind address translation the host does not have the address itself
        if ((Get-Code $_) -ne 10049) { throw }
    }
    Open-Door $Kind $Port ([Net.IPAddress]::Any)
}

# What is at the door, in turn; nothing waits.
function Read-Door($Kind, $Door, $Guests, $Heard) {
    if ($Kind -eq 'tcp') {
        while ($Door.Pending() -and $Guests.Count -lt 800) {
            $guest = $Door.AcceptTcpClient()
            $word = [Text.Encoding]::ASCII.GetBytes("$TOKEN`n")
            try { $guest.GetStream().Write($word, 0, $word.Length) } catch { $null = $_ }
            $Guests.Add(@{ Client = $guest; Since = $clock.Elapsed.TotalSeconds })
        }
        return
    }
    while ($Door.Available -gt 0) {
        $from = [Net.IPEndPoint]::new([Net.IPAddress]::Any, 0)
        $said = [Text.Encoding]::ASCII.GetString($Door.Receive([ref]$from))
        if ($said -match ('\A' + [regex]::Escape($TOKEN) + ' (\S{1,80}) (\d{1,9})\n')) {
            $answer = [Text.Encoding]::ASCII.GetBytes($Matches[0])
            $name = "$($Matches[1]) $($Matches[2])"
            [void]$Door.Send($answer, $answer.Length, $from)
            if ($Heard.Add($name)) { "heard $name" }
        }
    }
}

# Those who have gone, and those who stay too long
function Remove-Guests($Guests) {
    foreach ($guest in @($Guests)) {
        $gone = $guest.Client.Client.Poll(0, [Net.Sockets.SelectMode]::SelectRead)
        if ($gone -or $clock.Elapsed.TotalSeconds -gt $guest.Since + 5) {
            $guest.Client.Close()
            [void]$Guests.Remove($guest)
        }
    }
}

function main {
    'tool powershell'
    $clock = [Diagnostics.Stopwatch]::StartNew()
    # A port that is in use may be that of a listener of a moment ago, which has not noticed yet that it is over.
    $patience = 3
    $doors = [Collections.ArrayList]::new()
    $guests = [Collections.Generic.List[object]]::new()
    $heard = [Collections.Generic.HashSet[string]]::new()
    try {
        foreach ($line in $PORTS.Split("`n")) {
            $kind, $port = $line.Split(' ')
            while ($true) {
                try {
                    $door = Open-Near $kind $port
                    [void]$doors.Add(@{ Kind = $kind; Door = $door })
                    "listens $line"
                    break
                } catch {
                    $code = Get-Code $_
                    # 10048 in use, 10013 held by somebody alone
                    $taken = @(10048, 10013) -contains $code
                    if ($taken -and $clock.Elapsed.TotalSeconds -lt $patience) { Start-Sleep -Milliseconds 200; continue }
                    if ($taken) { "taken $line" } else { "failed $line error $code" }
                    break
                }
            }
        }
        'ready'
        $beat = 1
        while ($clock.Elapsed.TotalSeconds -lt [double]$SECONDS) {
            foreach ($one in $doors) { Read-Door $one.Kind $one.Door $guests $heard }
            if ($clock.Elapsed.TotalSeconds -ge $beat) {
                Remove-Guests $guests
                $beat = $clock.Elapsed.TotalSeconds + 1
                'beat'
            }
            Start-Sleep -Milliseconds 20
        }
        'end'
    } finally {
        foreach ($guest in $guests) { $guest.Client.Close() }
        foreach ($one in $doors) { if ($one.Kind -eq 'tcp') { $one.Door.Stop() } else { $one.Door.Close() } }
    }
}

main
Exit-Muster 0
