# Runs a private PostgreSQL server for as long as standard input stays open.
#
# Whoever started this script holds the other end. When it ends, in whatever way, kill -9 included, the read at the
# bottom ends too, and the server and its files go. So nobody has to catch a signal.
#
# $1  the folder of PostgreSQL's programs
# $2  further options of the server
#
# Prints the folder of the server's socket once it takes connections.

set -eu
trap '' HUP INT TERM
programs=$1
options=$2
folder=/tmp/tasktalk-pg-$$ # short: the path of a socket has at most about a hundred bytes

stop_and_remove() {
    # The server's working folder is its data: the number in an old file may belong to another process by now.
    server=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null || true)
    if [ -n "$server" ] && [ "$(readlink "/proc/$server/cwd" || echo "$1/data")" = "$1/data" ]; then
        # Its data is thrown away, so there is nothing to write down first.
        "$programs/pg_ctl" stop --silent --wait --mode immediate --pgdata "$1/data" || true
    fi
    rm -rf "$1"
}

# What is left of runs whose script was killed as well.
for old in /tmp/tasktalk-pg-*; do
    if [ -O "$old" ] && ! kill -0 "${old##*-}" 2>/dev/null; then
        stop_and_remove "$old"
    fi
done

mkdir -m 700 "$folder"
trap 'stop_and_remove "$folder"' EXIT

# Texts sort by language, as in most installations and unlike in SQLite: a query that relies on bytes has to say so.
"$programs/initdb" --pgdata "$folder/data" --username postgres --auth trust --no-sync \
    --encoding UTF8 --locale C --locale-provider icu --icu-locale en-US >"$folder/log" 2>&1 &&
    "$programs/pg_ctl" start --silent --wait --pgdata "$folder/data" --log "$folder/log" --options \
        "-c listen_addresses='' -c unix_socket_directories=$folder -p 5432 -c max_connections=200 $options" >&2 || {
    tail -n 15 "$folder/log" >&2
    exit 1
}

echo "$folder"
read -r _ || true
