# A PostgreSQL of its own for one run: private port, temporary folder, durable for nobody unless asked. Sourced by bin/test and bin/bench.
# start_postgres [durable] sets CROISEE_TEST_POSTGRES, or returns 1 when there is none; stop_postgres ends it by its own process.

pg_folder= pg_pid=

pg_programs() {
    if can initdb && can postgres; then dirname "$(readlink -f "$(command -v initdb)")"; return; fi
    local found
    found=$(ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -V | tail -1)
    [ -n "$found" ] && [ -x "$found/initdb" ] && echo "$found"
}

# PostgreSQL refuses to run as root: its own account does, or nobody.
pg_as() {
    if [ "$(id -u)" != 0 ]; then "$@"; else runuser -u "$pg_owner" -- "$@"; fi
}

free_port() {
    local port
    for _ in $(seq 50); do
        # Under those that the system lends to connections: one of them would hold it the instant after.
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
    return 1
}

# Another program may take the port between the look and the start.
start_postgres() { try_postgres "$@" || try_postgres "$@" || try_postgres "$@"; }

try_postgres() {
    local programs port loose="-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off -c max_wal_size=1GB -c checkpoint_timeout=1h"
    [ "${1:-}" != durable ] || loose=
    programs=$(pg_programs) || return 1
    [ -n "$programs" ] || return 1
    pg_owner=postgres
    id postgres >/dev/null 2>&1 || pg_owner=nobody
    port=$(free_port) || return 1
    pg_folder=$(mktemp -d "${TMPDIR:-/tmp}/croisee-postgres-XXXXXX")
    [ "$(id -u)" != 0 ] || chown "$pg_owner" "$pg_folder"
    pg_as "$programs/initdb" -D "$pg_folder/data" -U croisee -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$pg_folder.log" 2>&1 || { cat "$pg_folder.log" >&2; return 1; }
    ( cd / && pg_as "$programs/pg_ctl" -D "$pg_folder/data" -l "$pg_folder/data/server.log" -w -t 30 \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$pg_folder $loose -c max_connections=400" start ) >"$pg_folder.log" 2>&1 || { cat "$pg_folder.log" >&2; return 1; }
    pg_pid=$(head -1 "$pg_folder/data/postmaster.pid")
    export CROISEE_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=croisee"
}

stop_postgres() {
    [ -z "$pg_pid" ] || { kill -INT "$pg_pid" 2>/dev/null || true; for _ in $(seq 100); do kill -0 "$pg_pid" 2>/dev/null || break; sleep 0.1; done; }
    [ -z "$pg_folder" ] || rm -rf "$pg_folder" "$pg_folder.log"
    pg_pid= pg_folder=
}
