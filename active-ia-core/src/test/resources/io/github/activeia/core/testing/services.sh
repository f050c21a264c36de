#!/usr/bin/env bash
# PostgreSQL with pgvector, and Redis, for tests: finds them, or starts throw-away ones that only this machine reaches.
#
#   up [postgres|redis|all]                            prints a line for each: name, URL, where it is from (between tabs)
#   down [postgres|redis|all] [--run NAME] [--purge]   stops what `up` started; --run: only what the run NAME started
#   status
#   own redis PORT [OPTION...]                         becomes a Redis of the caller's own: prints how to signal it, then serves
#
# In this order: the URL in ACTIVE_IA_TEST_PG_URL or ACTIVE_IA_TEST_REDIS_URL; Docker; servers that are installed; a small
# Debian tree, made once, where root may. ACTIVE_IA_SERVICES_DIR (default /var/tmp/active-ia-services) holds all of it.
set -euo pipefail
umask 022

readonly PG_IMAGE=pgvector/pgvector:0.8.0-pg17
readonly REDIS_IMAGE=redis:7.4.2-alpine
readonly TREE_PACKAGES=postgresql-17-pgvector,redis-server
readonly PG_OLDEST=15
readonly LOCK_SECONDS=540

root_dir=${ACTIVE_IA_SERVICES_DIR:-/var/tmp/active-ia-services}
case $root_dir in /*) ;; *) root_dir=$PWD/$root_dir ;; esac
readonly me=${SERVICES_COMMAND:-bash $(cd "$(dirname "$0")" && pwd)/$(basename "$0")}
cd /

say() { printf '[services] %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# --- the directory, its lock, and what is written in it ---

mine() { [ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ] && [ -w "$1" ]; }

open_dir() {
  local candidate
  for candidate in "$root_dir" "$root_dir-$EUID"; do
    mkdir -p "$candidate" 2>/dev/null || true
    if mine "$candidate"; then
      root_dir=$candidate
      return
    fi
  done
  die "ACTIVE_IA_SERVICES_DIR must be a directory of yours, but was $root_dir — set it to one that you can write"
}

lock() {
  command -v flock >/dev/null || { say "flock is missing: start one build at a time"; return 0; }
  exec 9>"$root_dir/lock"
  flock -n 9 && return
  say "waiting for another build that starts services"
  flock -w "$LOCK_SECONDS" 9 || die "waited $LOCK_SECONDS s for $root_dir/lock — see who holds it: fuser -v $root_dir/lock"
}

# What is known of a service: how it runs (docker, native, tree), its URL, its container or data directory as it sees it,
# where its programs are, its version, and the run that started it.
load() {
  way= url= data= bin= version= run=
  [ -f "$root_dir/$1.state" ] || return 1
  local key value
  while IFS='=' read -r key value; do
    case $key in way | url | data | bin | version | run) printf -v "$key" %s "$value" ;; esac
  done <"$root_dir/$1.state"
  [ -n "$way" ] && [ -n "$url" ] && [ -n "$data" ]
}

save() {
  run=${ACTIVE_IA_SERVICES_RUN:-}
  printf '%s\n' "way=$way" "url=$url" "data=$data" "bin=$bin" "version=$version" "run=$run" >"$root_dir/$1.state.new"
  mv "$root_dir/$1.state.new" "$root_dir/$1.state"
}

origin() {
  case $way in docker) echo Docker ;; native) echo installed ;; tree) echo "Debian tree" ;; esac
}

port_of() { local rest=${url##*:}; echo "${rest%%[/?]*}"; }

free_port() { # below the range from which the kernel hands out ports
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# --- servers of this machine or of the tree ---

may_mount() { unshare --mount true 2>/dev/null; }

# The mounts are seen by the command and by what it starts alone: nothing stays mounted, so nothing can be deleted through it.
in_tree() { # user command...
  local user=$1
  shift
  if ! may_mount; then
    chroot --userspec="$user:$user" "$root_dir/tree" "$@"
    return
  fi
  unshare --mount sh -c 'tree=$1 user=$2; shift 2
    mount --rbind /dev "$tree/dev" && mount -t proc proc "$tree/proc" && exec chroot --userspec="$user:$user" "$tree" "$@"' \
    sh "$root_dir/tree" "$user" "$@"
}

inside() { # user command...: where the servers live, with an environment that says nothing of this one
  local user=$1
  shift
  local command=(env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/ LC_ALL=C.UTF-8
    PGCONNECT_TIMEOUT=10 timeout 120 "$@")
  if [ "$way" = tree ]; then
    in_tree "$user" "${command[@]}"
  elif [ "$EUID" = 0 ]; then
    setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- "${command[@]}"
  else
    "${command[@]}"
  fi
}

# A daemon that kept one of our descriptors would keep a build waiting for the end of its output, and others for the lock.
detached() { # user command...
  (
    for fd in /proc/"$BASHPID"/fd/*; do
      fd=${fd##*/}
      if [ "$fd" -gt 2 ]; then eval "exec $fd>&-"; fi
    done
    inside "$1" setsid --wait "${@:2}" </dev/null >>"$root_dir/server.log" 2>&1
  )
}

owner() { # service: PostgreSQL refuses to run as root
  if [ "$way" = tree ]; then echo "$1"; return; fi
  if [ "$EUID" != 0 ]; then id -un; return; fi
  if id "$1" >/dev/null 2>&1; then echo "$1"; else echo nobody; fi
}

new_data() { # service: sets data, as the server will see it
  local root=$root_dir/native prefix=
  if [ "$way" = tree ]; then root=$root_dir/tree/srv/active-ia prefix=$root_dir/tree; fi
  mkdir -p "$root"
  data=$(mktemp -d "$root/$1.XXXXXXXX")
  data=${data#"$prefix"}
  if [ "$EUID" = 0 ]; then
    if [ "$way" = tree ]; then inside root chown "$user:$user" "$data"; else chown "$user" "$data"; fi
  fi
}

start_postgres() {
  inside "$user" "$bin/initdb" -D "$data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
    >>"$root_dir/server.log" 2>&1 </dev/null || return
  local port attempt
  for attempt in 1 2 3; do
    port=$(free_port)
    url="jdbc:postgresql://127.0.0.1:$port/postgres?user=postgres"
    detached "$user" "$bin/pg_ctl" start -s -w -t 60 -D "$data" -l "$data/server.log" \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c shared_buffers=256MB -c max_connections=200" && return
  done
  return 1
}

start_redis() {
  local port attempt wait
  for attempt in 1 2 3; do
    port=$(free_port)
    url=redis://127.0.0.1:$port
    detached "$user" "$bin/redis-server" --daemonize yes --bind 127.0.0.1 --port "$port" --dir "$data" \
      --logfile "$data/server.log" --pidfile "$data/redis.pid" --save "" --appendonly no || continue
    for wait in {1..50}; do
      answers_redis && return
      sleep 0.1
    done
  done
  return 1
}

psql_there() { inside "$(owner postgres)" "$bin/psql" -h 127.0.0.1 -p "$(port_of)" -U postgres -XAtqc "$1" 2>/dev/null; }
redis_there() { inside "$(owner redis)" "$bin/redis-cli" -h 127.0.0.1 -p "$(port_of)" --raw "$@" 2>/dev/null; }

# Asks for the data directory too, because another server may have got the port of one that died.
answers_postgres() { [ "$(psql_there 'show data_directory')" = "$data" ]; }
answers_redis() { [ "$(redis_there config get dir | tail -n 1)" = "$data" ]; }

version_postgres() {
  psql_there "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) || ', pgvector ' ||
    coalesce((select default_version from pg_available_extensions where name = 'vector'), 'missing')"
}
version_redis() { redis_there info server | tr -d '\r' | sed -n 's/^redis_version:/Redis /p'; }

serve() { # service
  local user
  user=$(owner "$1")
  new_data "$1"
  "start_$1" && version=$("version_$1") && [ -n "$version" ] && return
  reasons+=("$(origin): $1 did not start: $(tail -n 3 "$root_dir/server.log" | tr '\n' ' ')")
  stop_servers "$1"
  return 1
}

# The processes of a server, told by where they stand: true after a crash as well, and never those of another server.
processes_in() { # data directory
  local process
  for process in /proc/[0-9]*; do
    [ "$process/cwd" -ef "$1" ] || continue
    case $(cat "$process/comm" 2>/dev/null) in postgres | redis-server) echo "${process#/proc/}" ;; esac
  done
}

stop_in() { # data directory, as seen from here
  local pids wait
  pids=$(processes_in "$1")
  [ -z "$pids" ] || kill -INT $pids 2>/dev/null || true # a fast shutdown, for both
  for wait in {1..200}; do
    pids=$(processes_in "$1")
    [ -n "$pids" ] || break
    sleep 0.1
  done
  [ -z "$pids" ] || kill -KILL $pids 2>/dev/null || true
  rm -rf --one-file-system "$1"
}

stop_servers() { # service: all that were ever started and are still there, in whatever state they are
  local directory
  for directory in "$root_dir/tree/srv/active-ia/$1".* "$root_dir/native/$1".*; do
    [ ! -d "$directory" ] || stop_in "$directory"
  done
}

# --- the ways; each sets reasons when it cannot be gone ---

container() { echo "active-ia-$1-$(printf %s "$root_dir" | cksum | cut -d' ' -f1)"; }

docker_answers() { command -v docker >/dev/null && timeout 5 docker info >/dev/null 2>&1 </dev/null; }

docker_run() { # service
  if [ "$1" = redis ]; then
    docker run -d --name "$data" -p 127.0.0.1::6379 "$REDIS_IMAGE" redis-server --save "" --appendonly no
  else # PostgreSQL's parallel workers need more shared memory than a container has
    docker run -d --name "$data" -p 127.0.0.1::5432 --shm-size=512m -e POSTGRES_HOST_AUTH_METHOD=trust \
      -e POSTGRES_INITDB_ARGS='--encoding=UTF8 --locale=C.UTF-8' "$PG_IMAGE" -c shared_buffers=256MB -c max_connections=200
  fi
}

docker_url() { # service
  local port
  case $1 in
    postgres) port=$(docker port "$data" 5432/tcp 2>/dev/null | head -n 1) ;;
    redis) port=$(docker port "$data" 6379/tcp 2>/dev/null | head -n 1) ;;
  esac
  [ -n "$port" ] || return
  case $1 in
    postgres) echo "jdbc:postgresql://127.0.0.1:${port##*:}/postgres?user=postgres" ;;
    redis) echo "redis://127.0.0.1:${port##*:}" ;;
  esac
}

docker_version() { # service
  case $1 in
    postgres) docker exec "$data" psql -h 127.0.0.1 -U postgres -XAtqc "select 'PostgreSQL ' ||
      split_part(current_setting('server_version'), ' ', 1) || ', pgvector ' || default_version
      from pg_available_extensions where name = 'vector'" ;;
    redis) docker exec "$data" redis-cli info server | tr -d '\r' | sed -n 's/^redis_version:/Redis /p' ;;
  esac
}

docker_serves() { # service: the container runs, and its port is reached from here
  [ -n "$url" ] && [ "$url" = "$(docker_url "$1")" ] && [ -n "$(docker_version "$1" 2>/dev/null)" ] &&
    (exec 3<>"/dev/tcp/127.0.0.1/$(port_of)") 2>/dev/null
}

by_docker() { # service
  docker_answers || { reasons+=("Docker: no engine answers"); return 1; }
  local wait
  way=docker bin= data=$(container "$1")
  docker rm -f -v "$data" >/dev/null 2>&1 || true
  if docker_run "$1" >>"$root_dir/server.log" 2>&1 </dev/null; then
    for wait in {1..120}; do
      url=$(docker_url "$1") || true
      if docker_serves "$1"; then version=$(docker_version "$1"); return; fi
      lives || break
      sleep 0.5
    done
  fi
  reasons+=("Docker: $1 did not start: $(tail -n 2 "$root_dir/server.log" | tr '\n' ' ')")
  docker rm -f -v "$data" >/dev/null 2>&1 || true
  return 1
}

# pgvector has had all that is used here since 0.7.
has_vector() { # directory of PostgreSQL's programs
  local shared control
  shared=$("$1/pg_config" --sharedir 2>/dev/null || true)
  for control in "${shared:-/usr/share/postgresql/$2}/extension/vector.control"; do
    [ -f "$control" ] && ! grep -q "^default_version *= *'0\.[0-6]\." "$control" && return
  done
  return 1
}

native_postgres() { # prints the directory of the newest programs that will do
  local directory major
  for directory in $(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -rV) \
    "$(dirname "$(readlink -f "$(command -v pg_ctl || echo /none)")")"; do
    [ -x "$directory/initdb" ] && [ -x "$directory/pg_ctl" ] && [ -x "$directory/psql" ] || continue
    major=$("$directory/pg_ctl" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
    if [ "${major:-0}" -ge "$PG_OLDEST" ] && has_vector "$directory" "$major"; then echo "$directory"; return; fi
  done
  return 1
}

native_redis() { command -v redis-cli >/dev/null && dirname "$(command -v redis-server)"; }

by_native() { # service
  [ "$(uname)" = Linux ] || { reasons+=("installed: tried on Linux only"); return 1; }
  bin=$("native_$1") || { reasons+=("installed: no $(wanted "$1")"); return 1; }
  way=native
  serve "$1"
}

wanted() {
  case $1 in postgres) echo "PostgreSQL >= $PG_OLDEST with pgvector >= 0.7" ;; redis) echo "redis-server and redis-cli" ;; esac
}

install_debootstrap() {
  command -v debootstrap >/dev/null && return
  command -v apt-get >/dev/null || return
  say "installing debootstrap"
  { apt-get install -q -y --no-install-recommends debootstrap debian-archive-keyring ||
    { apt-get update -q && apt-get install -q -y --no-install-recommends debootstrap debian-archive-keyring; }; } \
    >>"$root_dir/debootstrap.log" 2>&1 </dev/null
}

make_tree() {
  [ ! -d "$root_dir/tree" ] || return 0
  local private=()
  ! may_mount || private=(unshare --mount)
  erase "$root_dir/tree.partial" # of a build that was interrupted
  say "making a Debian 13 tree in $root_dir/tree: once, about a minute, 700 MB"
  ${private[@]+"${private[@]}"} debootstrap --variant=minbase --include="$TREE_PACKAGES" trixie "$root_dir/tree.partial" \
    >>"$root_dir/debootstrap.log" 2>&1 </dev/null || return
  rm -f "$root_dir"/tree.partial/var/cache/apt/archives/*.deb
  mv "$root_dir/tree.partial" "$root_dir/tree"
}

by_tree() { # service
  if [ "$(uname)" != Linux ] || [ "$EUID" != 0 ]; then reasons+=("Debian tree: needs root on Linux"); return 1; fi
  install_debootstrap || { reasons+=("Debian tree: debootstrap is neither there nor could be installed"); return 1; }
  make_tree || { reasons+=("Debian tree: $(tail -n 3 "$root_dir/debootstrap.log" | tr '\n' ' ')"); return 1; }
  way=tree
  case $1 in postgres) bin=/usr/lib/postgresql/17/bin ;; redis) bin=/usr/bin ;; esac
  serve "$1"
}

# --- a server of one's own, which a test may stall, fill and kill: it lives as long as this process ---

own() { # redis port option...
  local port=$2 options=("${@:3}")
  open_dir
  if bin=$(native_redis); then
    way=native
  elif [ -x "$root_dir/tree/usr/bin/redis-server" ] || ! docker_answers; then
    own_tree
  else
    own_docker
  fi
  local user server=("$bin/redis-server" --bind 127.0.0.1 --port "$port" --dir /tmp --save "" --appendonly no "${options[@]}")
  user=$(owner redis)
  echo "process $$" # what follows replaces this process
  if [ "$way" = tree ]; then become_in_tree; fi
  if [ "$EUID" != 0 ]; then exec "${server[@]}" </dev/null >/dev/null 2>&1; fi
  exec setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- "${server[@]}" </dev/null >/dev/null 2>&1
}

own_tree() {
  reasons=()
  lock
  if [ "$(uname)" != Linux ] || [ "$EUID" != 0 ] || ! install_debootstrap || ! make_tree; then
    die "redis-server must be installed for a test that kills one, but was not found — apt-get install redis-server"
  fi
  exec 9>&-
  way=tree bin=/usr/bin
}

become_in_tree() {
  may_mount || exec chroot --userspec="$user:$user" "$root_dir/tree" "${server[@]}" </dev/null >/dev/null 2>&1
  exec unshare --mount sh -c 'tree=$1 user=$2; shift 2
    mount --rbind /dev "$tree/dev" && mount -t proc proc "$tree/proc" && exec chroot --userspec="$user:$user" "$tree" "$@"' \
    sh "$root_dir/tree" "$user" "${server[@]}" </dev/null >/dev/null 2>&1
}

own_docker() {
  data=active-ia-own-$$
  echo "container $data"
  exec docker run --rm --name "$data" -p "127.0.0.1:$port:6379" "$REDIS_IMAGE" redis-server --save "" --appendonly no \
    "${options[@]}" </dev/null >/dev/null 2>&1
}

# --- commands ---

given() { case $1 in postgres) echo "${ACTIVE_IA_TEST_PG_URL:-}" ;; redis) echo "${ACTIVE_IA_TEST_REDIS_URL:-}" ;; esac; }
given_name() { case $1 in postgres) echo ACTIVE_IA_TEST_PG_URL ;; redis) echo ACTIVE_IA_TEST_REDIS_URL ;; esac; }

runs() { # service
  load "$1" || return
  if [ "$way" = docker ]; then docker_answers && docker_serves "$1"; else "answers_$1"; fi
}

# A server that lives but has much to do is in use by somebody: it is asked again before it is replaced.
runs_still() { # service
  local attempt
  for attempt in 1 2 3; do
    runs "$1" && return
    [ -f "$root_dir/$1.state" ] && lives || return
    sleep 2
  done
  return 1
}

lives() {
  case $way in
    docker) [ "$(docker inspect -f '{{.State.Running}}' "$data" 2>/dev/null)" = true ] ;;
    native) [ -n "$(processes_in "$data")" ] ;;
    tree) [ -n "$(processes_in "$root_dir/tree$data")" ] ;;
  esac
}

up() { # service
  if [ -n "$(given "$1")" ]; then
    printf '%s\t%s\t%s\n' "$1" "as given" "$(given_name "$1")" # not the URL: it may hold a password
    return
  fi
  if ! runs_still "$1"; then
    stop "$1"
    start "$1"
  fi
  printf '%s\t%s\t%s\n' "$1" "$url" "$(origin)"
}

start() { # service
  reasons=()
  : >"$root_dir/server.log"
  if by_docker "$1" || by_native "$1" || by_tree "$1"; then save "$1"; else advise "$1"; fi
}

advise() { # service
  say "$(wanted "$1") could neither be found nor started."
  printf '  %s\n' "${reasons[@]}" "Do one of these:" >&2
  case $1 in
    postgres)
      cat >&2 <<END
  export ACTIVE_IA_TEST_PG_URL='jdbc:postgresql://127.0.0.1:5432/postgres?user=postgres'   # a server for tests, with pgvector
  docker run -d -p 127.0.0.1:5432:5432 -e POSTGRES_HOST_AUTH_METHOD=trust $PG_IMAGE   # and the line above
  apt-get install postgresql-17-pgvector   # Debian 13; found and started from then on
END
      ;;
    redis)
      cat >&2 <<END
  export ACTIVE_IA_TEST_REDIS_URL=redis://127.0.0.1:6379   # a server for tests
  docker run -d -p 127.0.0.1:6379:6379 $REDIS_IMAGE   # and the line above
  apt-get install redis-server   # found and started from then on
END
      ;;
  esac
  exit 1
}

stop() { # service
  if load "$1" && [ "$way" = docker ]; then docker rm -f -v "$data" >/dev/null 2>&1 </dev/null || true; fi
  stop_servers "$1"
  rm -f "$root_dir/$1.state"
}

down() { # service; of_run
  load "$1" || true
  [ -z "$of_run" ] || [ "$run" = "$of_run" ] || return 0
  stop "$1"
  [ -z "$url" ] || say "stopped $1"
}

# Deletes a tree, unless something is mounted in it: then the tree stays, and so does what is mounted.
erase() { # directory
  [ -d "$1" ] || return 0
  local listed=${1// /\\040} # as the kernel lists it
  if grep -qF -e " $listed/" -e " $listed " /proc/self/mountinfo; then die "something is mounted below $1 — unmount it: findmnt | grep '$1'"; fi
  rm -rf --one-file-system "$1"
}

purge() {
  [ ! -e "$root_dir/postgres.state" ] && [ ! -e "$root_dir/redis.state" ] || die "--purge must follow the end of both services — stop them: $me down"
  erase "$root_dir/tree.partial"
  erase "$root_dir/tree"
  rm -rf --one-file-system "$root_dir/native"
  rm -f "$root_dir"/*.log "$root_dir"/*.state.new
}

status() { # service
  if [ -n "$(given "$1")" ]; then
    echo "$1: $(given_name "$1") is set and is used as it is; stop it where you started it"
  elif runs "$1"; then
    echo "$1: $version ($(origin)) at $url; stop it: $me down $1"
  elif load "$1"; then
    echo "$1: does not answer any more ($(origin)); the next 'up' starts another"
  else
    echo "$1: not started; start it: $me up $1"
  fi
}

usage() { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }

main() {
  local command=${1:-} services=() purging= service
  of_run=
  shift || usage
  if [ "$command" = own ]; then
    [ "${1:-}" = redis ] && [ $# -ge 2 ] || usage
    own "$@"
  fi
  while [ $# -gt 0 ]; do
    case $command:$1 in
      up:postgres | up:redis | down:postgres | down:redis) services+=("$1") ;;
      up:all | down:all) services+=(postgres redis) ;;
      down:--purge) purging=1 ;;
      down:--run) of_run=${2:?--run needs a name}; shift ;;
      *) usage ;;
    esac
    shift
  done
  [ ${#services[@]} -gt 0 ] || services=(postgres redis)
  case $command in up | down | status) ;; *) usage ;; esac
  open_dir
  [ "$command" = status ] || lock
  for service in "${services[@]}"; do "$command" "$service"; done
  [ -z "$purging" ] || purge
}

main "$@"
