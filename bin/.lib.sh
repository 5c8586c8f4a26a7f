# Shared by the scripts of bin/. Sourced, not run: goes to the root of the working copy and makes .NET at home there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }
can() { command -v "$1" >/dev/null 2>&1; }

# An empty or unwritable HOME (a container, a bare CI) gets a place of its own: .NET, NuGet and npm all need one.
if [ -z "${HOME:-}" ] || ! mkdir -p "$HOME" 2>/dev/null || [ ! -w "$HOME" ]; then
    HOME="${TMPDIR:-/tmp}/croisee-home-$(id -u)"
    mkdir -p "$HOME"
    export HOME
fi
export DOTNET_CLI_HOME="${DOTNET_CLI_HOME:-$HOME}" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
[ -w "${NUGET_PACKAGES:-$HOME}" ] || export NUGET_PACKAGES="$HOME/.nuget/packages"

need_sdk() {
    can dotnet || { [ -x "$HOME/.dotnet/dotnet" ] && export PATH="$HOME/.dotnet:$PATH" DOTNET_ROOT="$HOME/.dotnet"; } || true
    if ! can dotnet || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
        fail "Il faut le SDK .NET 10. Debian et Ubuntu : apt-get install dotnet-sdk-10.0 ; ailleurs : https://dotnet.microsoft.com/download/dotnet/10.0"
    fi
}

# Runs a command quietly; shows what it said only when it fails.
quietly() {
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        fail "A échoué : $*"
    fi
    rm -f "$log"
}

# The test program with one runner for all: xunit.v3 executables need no other tool.
TESTS=tests/Croisee.Tests/bin/Release/net10.0/Croisee.Tests.dll
# build_tests WHAT [options]: with Croisee.slnx, the browser's tests too, in one go.
build_tests() {
    say "Construction des tests…"
    quietly dotnet build "$@" -c Release -v q -nologo
}

# A publication is not where faults are looked for: analysers double the time of a build, and bin/test runs them.
QUICKLY=(-c Release -p:RunAnalyzers=false -v q -nologo)

# publish_product FOLDER [later]: compiled ahead of time for this machine where its compiler can be had, else as ever, a little slower to start.
publish_product() {
    dotnet publish src/Croisee "${QUICKLY[@]}" -p:Ahead="${2:-true}" -o "$1" >/dev/null 2>&1 && return 0
    quietly dotnet publish src/Croisee "${QUICKLY[@]}" -o "$1"
    say "Sans compilation anticipée : le démarrage prend un quart de temps en plus." >&2
}
