@echo off
rem muster.cmd: finds a Java 25 or later and starts Muster with it.
rem looks in JAVA_HOME, PATH, the usual folders of JDKs, %USERPROFILE%\.jdks; the first that is new enough is taken
rem MUSTER_JAVA_OPTIONS: options for that Java
rem exit 2: no such Java; else what Muster says
setlocal EnableExtensions DisableDelayedExpansion
set "FOUND="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined FOUND call :try "%%~D"
if not defined FOUND (
    echo Muster needs Java 25 or later and found none in JAVA_HOME, PATH, the usual folders or %%USERPROFILE%%\.jdks: install a JDK 25 ^(for example Temurin 25 from adoptium.net^), or point JAVA_HOME at one. 1>&2
    exit /b 2
)
set "LIB=%~dp0..\lib"
set "AOT=-Xshare:auto"
if exist "%LIB%\muster.aot" set "AOT=-XX:AOTCache=%LIB%\muster.aot"
"%FOUND%\bin\java.exe" "%AOT%" -Xlog:disable -Xlog:all=warning:stderr "-Xlog:aot*=off:stderr" "-Xlog:cds*=off:stderr" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED %MUSTER_JAVA_OPTIONS% -cp "%LIB%\muster.jar" dev.muster.Main %*
exit /b %ERRORLEVEL%

rem sets FOUND if the Java in folder %1 is of version 25 or later, which its release file says
:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=.-+" %%M in ("%%~V") do if %%M GEQ 25 set "FOUND=%~1"
exit /b 0
