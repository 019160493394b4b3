# mesh-try.ps1: tries from this host what other hosts listen for, and measures the way to them.
# parameters: TRIES, one a line, answered by its number from 0: "tcp ADDRESS PORT", "served ADDRESS PORT", "udp ADDRESS
#   PORT", "ping ADDRESS", "mtu ADDRESS", as mesh-try.sh has them; TOKEN; SOURCE, this host's name; SECONDS, after which
#   it ends in any case
# needs nothing; changes nothing
# prints "tool powershell", then lines "NUMBER ANSWER" as mesh-try.sh does; at the end "end"; exit 0
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# One after the other these would take too long; each try is a task of .NET, and all of a batch are looked at in turn.
function Start-Call($Try) {
    $Try.Round++
    $Try.Began = $clock.Elapsed.TotalSeconds
    if ($Try.Kind -eq 'udp') {
        if ($null -eq $Try.Client) {
            $Try.Client = [Net.Sockets.UdpClient]::new([Net.Sockets.AddressFamily]::InterNetwork)
            $Try.Client.Connect($Try.Address, $Try.Port)
        }
        $bytes = [Text.Encoding]::ASCII.GetBytes("$TOKEN $SOURCE $($Try.Number)`n")
        $Try.Until = $Try.Began + @(0.3, 0.5, 0.7, 1, 1, 1.5)[$Try.Round - 1]
        try { [void]$Try.Client.Send($bytes, $bytes.Length) } catch { $Try.Error = Get-Word $_ }
        return
    }
    if ($null -ne $Try.Client) { $Try.Client.Close() }
    $Try.Client = [Net.Sockets.TcpClient]::new([Net.Sockets.AddressFamily]::InterNetwork)
    # by a reset: neither side keeps anything of the call
    $Try.Client.LingerState = [Net.Sockets.LingerOption]::new($true, 0)
    $Try.Task = $Try.Client.ConnectAsync($Try.Address, $Try.Port)
    $Try.Until = $Try.Began + @(1.5, 1.5, 2, 3)[$Try.Round - 1]
}

function Get-Word($Record) {
    $cause = if ($Record -is [Exception]) { $Record } else { $Record.Exception }
    for (; $null -ne $cause; $cause = $cause.InnerException) {
        if ($cause -is [Net.Sockets.SocketException]) {
            switch ($cause.ErrorCode) {
                10061 { return 'refused' }
                10054 { return 'refused' }
                10065 { return 'unreachable' }
                10051 { return 'unreachable' }
                10013 { return 'prohibited' }
                10060 { return 'silent' }
                default { return "failed error $($cause.ErrorCode)" }
            }
        }
    }
    'failed no socket'
}

# The answer, or nothing while there is none
function Get-Answer($Try) {
    $micros = [long](1000000 * ($clock.Elapsed.TotalSeconds - $Try.Began))
    if ($Try.Kind -eq 'udp') {
        try {
            while ($Try.Client.Available -gt 0) {
                $from = [Net.IPEndPoint]::new([Net.IPAddress]::Any, 0)
                $said = [Text.Encoding]::ASCII.GetString($Try.Client.Receive([ref]$from))
                if ($said -ceq "$TOKEN $SOURCE $($Try.Number)`n") { return "open $micros" }
            }
        } catch { $Try.Error = Get-Word $_ }
    } elseif ($Try.Task.IsFaulted) {
        $word = Get-Word $Try.Task.Exception
        if ($word -ne 'silent') { return $word }
    } elseif ($Try.Task.IsCompleted) {
        if ($Try.Kind -eq 'served') { return "open $micros" }
        $Try.Taken = $true
        try {
            if ($Try.Client.Available -gt 0) {
                $bytes = [byte[]]::new(200)
                $count = $Try.Client.GetStream().Read($bytes, 0, 200)
                if ([Text.Encoding]::ASCII.GetString($bytes, 0, $count) -ceq "$TOKEN`n") { return "open $micros" }
                return 'stranger'
            }
            if ($Try.Client.Client.Poll(0, [Net.Sockets.SelectMode]::SelectRead)) { return 'stranger' }
        } catch { return Get-Word $_ }
    }
    if ($clock.Elapsed.TotalSeconds -lt $Try.Until) { return $null }
    $most = if ($Try.Kind -eq 'udp') { 6 } else { 4 }
    if ($Try.Round -lt $most) {
        Start-Call $Try
        return $null
    }
    if ($Try.Taken) { 'mute' } elseif ($Try.Error) { $Try.Error } else { 'silent' }
}

function Invoke-Calls($Tries) {
    $waiting = [Collections.Generic.Queue[object]]::new()
    foreach ($try in $Tries) { $waiting.Enqueue($try) }
    $open = [Collections.ArrayList]::new()
    while ($waiting.Count + $open.Count -gt 0 -and $clock.Elapsed.TotalSeconds -lt [double]$SECONDS) {
        while ($waiting.Count -gt 0 -and $open.Count -lt 200) {
            $try = $waiting.Dequeue()
            Start-Call $try
            [void]$open.Add($try)
        }
        foreach ($try in @($open)) {
            $answer = Get-Answer $try
            if ($null -ne $answer) {
                "$($try.Number) $answer"
                if ($null -ne $try.Client) { $try.Client.Close() }
                $open.Remove($try)
            }
        }
        Start-Sleep -Milliseconds 10
    }
}

# The largest packet by which an interface with this address sends
function Get-Mtu($Address) {
    $udp = [Net.Sockets.UdpClient]::new($Address, 9)
    $own = $udp.Client.LocalEndPoint.Address
    $udp.Close()
    foreach ($card in [Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces()) {
        $properties = $card.GetIPProperties()
        if (@($properties.UnicastAddresses | Where-Object { $_.Address.Equals($own) }).Length) {
            return [Math]::Min(9216, $properties.GetIPv4Properties().Mtu)
        }
    }
    0
}

# One echo, broken up by nobody: its time in microseconds, or -1; too large is told apart
function Send-Echo($Address, $Size) {
    $ping = [Net.NetworkInformation.Ping]::new()
    $options = [Net.NetworkInformation.PingOptions]::new(64, $true)
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $reply = $ping.Send($Address, 700, [byte[]]::new([Math]::Max(0, $Size - 28)), $options)
    $micros = [long](1000 * $watch.Elapsed.TotalMilliseconds)
    $ping.Dispose()
    @{
        Came = $reply.Status -eq [Net.NetworkInformation.IPStatus]::Success
        Told = $reply.Status -eq [Net.NetworkInformation.IPStatus]::PacketTooBig
        Micros = $micros
    }
}

function Measure-Loss($Try) {
    $times = [Collections.Generic.List[long]]::new()
    $sent = 0
    # one of twenty may be chance: a hundred say it
    while ($sent -lt 20 -or ($sent -lt 100 -and $times.Count -gt 0 -and $times.Count -lt $sent)) {
        $echo = Send-Echo $Try.Address 84
        $sent++
        if ($echo.Came) { $times.Add($echo.Micros) }
    }
    $times.Sort()
    $median = if ($times.Count) { $times[[int][Math]::Floor($times.Count / 2)] } else { 0 }
    "$($Try.Number) pings $sent $($times.Count) $median"
}

function Measure-Path($Try) {
    $wanted = Get-Mtu $Try.Address
    if ($wanted -eq 0) { return "$($Try.Number) failed its own network card is not known" }
    $sizes = @($wanted) + @(@(9000, 8950, 4000, 1500, 1492, 1480, 1476, 1462, 1450, 1440, 1430, 1420, 1410, 1400, 1380,
        1350, 1320, 1300, 1280, 1200, 1000, 576, 84) | Where-Object { $_ -lt $wanted })
    $told = $false
    # before all sizes are gone through: does it answer at all?
    $answers = $false
    for ($i = 0; $i -lt 4 -and -not $answers; $i++) { $answers = (Send-Echo $Try.Address 84).Came }
    if (-not $answers) { return "$($Try.Number) mtu $wanted 0 quiet" }
    foreach ($size in $sizes) {
        for ($i = 0; $i -lt 4; $i++) {
            $echo = Send-Echo $Try.Address $size
            if ($echo.Told) { $told = $true }
            if ($echo.Came) {
                return "$($Try.Number) mtu $wanted $size $(if ($told) { 'told' } else { 'quiet' })"
            }
            if ($echo.Told) { break }
        }
    }
    "$($Try.Number) mtu $wanted 0 quiet"
}

function main {
    'tool powershell'
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $number = 0
    $tries = @($TRIES.Split("`n") | ForEach-Object {
        $words = $_.Split(' ')
        @{
            Number = ($number++); Kind = $words[0]; Address = $words[1]
            Port = if ($words.Length -gt 2) { [int]$words[2] } else { 0 }
            Client = $null; Task = $null; Round = 0; Began = 0.0; Until = 0.0; Taken = $false; Error = ''
        }
    })
    Invoke-Calls @($tries | Where-Object { @('tcp', 'served', 'udp') -contains $_.Kind })
    foreach ($try in $tries) {
        if ($clock.Elapsed.TotalSeconds -gt [double]$SECONDS) { break }
        try {
            if ($try.Kind -eq 'ping') { Measure-Loss $try } elseif ($try.Kind -eq 'mtu') { Measure-Path $try }
        } catch { "$($try.Number) $(Get-Word $_)" }
    }
    'end'
}

main
Exit-Muster 0
