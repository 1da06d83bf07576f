# Prints the home of the pinned Maven, after installing it if need be: the Windows half of mvnw (read that first).
# Written for Windows PowerShell 5.1, which every Windows has. Only the last line goes to standard output.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue' # its progress bar makes downloads many times slower

function Say($text) { [Console]::Error.WriteLine("mvnw: $text") }
function Trace($text) { if ($env:MVNW_VERBOSE -eq 'true' -or $env:MVNW_VERBOSE -eq 'debug') { Say $text } }
function Stop-With($text) { Say $text; exit 1 }

function ConvertTo-Hex([byte[]]$bytes) { return [BitConverter]::ToString($bytes).Replace('-', '').ToLowerInvariant() }

function Get-FileSha256($file) {
    $stream = [IO.File]::OpenRead($file)
    try { return ConvertTo-Hex ([Security.Cryptography.SHA256]::Create().ComputeHash($stream)) } finally { $stream.Dispose() }
}

# The Apache wrapper names its folders by the SHA-256 of the URL under Windows, by another hash elsewhere.
function Get-FolderName($url) {
    return ConvertTo-Hex ([Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::ASCII.GetBytes($url)))
}

function Save-FromServer($url, $file) {
    [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
    $client = New-Object Net.WebClient
    if ($env:MVNW_USERNAME -and $env:MVNW_PASSWORD) {
        $client.Credentials = New-Object Net.NetworkCredential($env:MVNW_USERNAME, $env:MVNW_PASSWORD)
    }
    try { $client.DownloadFile($url, $file) } finally { $client.Dispose() }
}

# The same zip from the repositories of an installed Maven. Run in an empty folder: no project may interfere.
function Save-ByMaven($version, $folder) {
    $maven = Get-Command mvn.cmd -ErrorAction SilentlyContinue | Select-Object -First 1
    if (-not $maven) { return $false }
    Say "taking Apache Maven $version through $($maven.Source) instead"
    Push-Location $folder
    try {
        $ErrorActionPreference = 'Continue'
        & $maven.Source -B -q '-Dstyle.color=never' 'org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy' `
            "-Dartifact=org.apache.maven:apache-maven:${version}:zip:bin" "-DoutputDirectory=$folder" `
            '-Dmdep.overWriteReleases=true' | ForEach-Object { Say $_ }
        return $LASTEXITCODE -eq 0
    } finally { Pop-Location }
}

$properties = Join-Path $PSScriptRoot 'maven-wrapper.properties'
if (-not (Test-Path -LiteralPath $properties)) { Stop-With "$properties is missing" }
$values = @{}
foreach ($line in [IO.File]::ReadAllLines($properties)) {
    if ($line -match '^\s*([A-Za-z0-9]+)\s*=\s*(.*?)\s*$') { $values[$Matches[1]] = $Matches[2] }
}

if ($env:JAVA_HOME) {
    if (-not (Test-Path -LiteralPath (Join-Path $env:JAVA_HOME 'bin\java.exe'))) {
        Stop-With "JAVA_HOME is set to $env:JAVA_HOME, but there is no bin\java.exe in it. Set it to a JDK, or unset it to use the java of the PATH."
    }
} elseif (-not (Get-Command java -ErrorAction SilentlyContinue)) {
    Stop-With 'no Java: install a JDK (17 or newer) and put its java on the PATH, or set JAVA_HOME.'
}

$url = $values['distributionUrl']
$checksum = $values['distributionSha256Sum']
if ("$url" -notmatch '/apache-maven-([^/]+)-bin\.zip$') {
    Stop-With "distributionUrl in $properties must end with apache-maven-VERSION-bin.zip"
}
$version = $Matches[1]
$zip = "apache-maven-$version-bin.zip"
if ($env:MVNW_REPOURL) { $url = "$($env:MVNW_REPOURL.TrimEnd('/'))/org/apache/maven/apache-maven/$version/$zip" }

$userHome = if ($env:MAVEN_USER_HOME) { $env:MAVEN_USER_HOME } else { Join-Path $HOME '.m2' }
$parent = Join-Path $userHome "wrapper\dists\apache-maven-$version"
$mavenHome = Join-Path $parent (Get-FolderName $url)

if (Test-Path -LiteralPath (Join-Path $mavenHome 'bin\mvn.cmd')) {
    Trace "found Apache Maven $version in $mavenHome"
    Write-Output $mavenHome
    exit 0
}
if (-not $checksum) { Stop-With "distributionSha256Sum is missing in ${properties}: nothing is run unchecked" }

$work = Join-Path ([IO.Path]::GetTempPath()) "mvnw.$([IO.Path]::GetRandomFileName())"
$stage = Join-Path $parent ".mvnw.$([IO.Path]::GetRandomFileName())"
try {
    New-Item -ItemType Directory -Path $work | Out-Null
    $file = Join-Path $work $zip
    try {
        Trace "downloading $url"
        Save-FromServer $url $file
    } catch {
        Say "cannot download ${url}: $($_.Exception.GetBaseException().Message)"
        Remove-Item -LiteralPath $file -Force -ErrorAction SilentlyContinue
        if (-not ((Save-ByMaven $version $work) -and (Test-Path -LiteralPath $file))) {
            Stop-With ('no Maven to run. Do one of these: let this machine reach that address, set MVNW_REPOURL to a Maven ' +
                'repository that it can reach, or put any Maven 3.6.3 or newer on the PATH.')
        }
    }

    $actual = Get-FileSha256 $file
    if ($actual -ne $checksum) {
        Say "the downloaded $zip is not the expected file, so nothing was installed"
        Say "  its SHA-256:      $actual"
        Stop-With "  the pinned one:   $checksum ($properties)"
    }

    # Unpacked beside its place and renamed into it; Directory.Move fails where another first run was quicker.
    New-Item -ItemType Directory -Path $stage -Force | Out-Null
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [IO.Compression.ZipFile]::ExtractToDirectory($file, $stage)
    $unpacked = Join-Path $stage "apache-maven-$version"
    [IO.File]::WriteAllText((Join-Path $unpacked 'mvnw.url'), "$url`n")
    try { [IO.Directory]::Move($unpacked, $mavenHome) } catch {
        if (-not (Test-Path -LiteralPath (Join-Path $mavenHome 'bin\mvn.cmd'))) {
            Stop-With "cannot install into ${mavenHome}: if that folder is incomplete, delete it and try again"
        }
    }
    Trace "installed Apache Maven $version in $mavenHome"
} finally {
    foreach ($folder in $work, $stage) {
        if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction SilentlyContinue }
    }
}
Write-Output $mavenHome
