@echo off
rem Runs the Maven that .mvn\wrapper\maven-wrapper.properties pins; .mvn\wrapper\install.ps1 finds or installs it.
rem The environment variables are those of mvnw: MAVEN_USER_HOME, MVNW_REPOURL, MVNW_USERNAME, MVNW_PASSWORD, MVNW_VERBOSE.
setlocal
set "MAVEN_HOME="
set "MVNW_INSTALL=%~dp0.mvn\wrapper\install.ps1"
rem A module path of PowerShell 7 keeps Windows PowerShell from loading its own modules.
set "PSModulePath="
for /f "usebackq delims=" %%H in (`powershell -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command "& $env:MVNW_INSTALL"`) do set "MAVEN_HOME=%%H"
if not defined MAVEN_HOME exit /b 1
rem Not for the build, let alone for what the build starts.
set "MVNW_INSTALL="
set "MVNW_REPOURL="
set "MVNW_USERNAME="
set "MVNW_PASSWORD="
set "MVNW_VERBOSE="
"%MAVEN_HOME%\bin\mvn.cmd" %*
