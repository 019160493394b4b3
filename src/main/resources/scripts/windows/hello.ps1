# hello.ps1: says who runs it and on what, so that Muster knows which rights it has.
# needs nothing; changes nothing
# prints lines "NAME VALUE": sid, user (HOST\name), elevated (yes or no), signed-in (NTLM, Kerberos, Negotiate, Basic),
#   kernel (Windows_NT 10.0.17763.0), powershell (5.1.17763.1), language (FullLanguage); exit 0
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

function main {
    $me = [Security.Principal.WindowsIdentity]::GetCurrent()
    # 544 is the number of Administrators, whose name is another one in each language
    $elevated = ([Security.Principal.WindowsPrincipal]$me).IsInRole(544)
    "sid $($me.User.Value)"
    "user $($me.Name)"
    "elevated $(if ($elevated) { 'yes' } else { 'no' })"
    "signed-in $($me.AuthenticationType)"
    "kernel $env:OS $([Environment]::OSVersion.Version)"
    "powershell $($PSVersionTable.PSVersion)"
    "language $($ExecutionContext.SessionState.LanguageMode)"
}

main
Exit-Muster 0
