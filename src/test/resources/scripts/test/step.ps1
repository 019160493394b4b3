# step.ps1: prints some lines, in a test
# no parameters; needs nothing, changes nothing
# exit 0 always
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
1..750 | ForEach-Object { "line $_" }
1..20 | ForEach-Object { "line $_" }
1..750 | ForEach-Object { "line $_" }
