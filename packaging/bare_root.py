"""Prove that both commands work on a machine that has nothing yet.

    sudo python3 packaging/bare_root.py                 start.py and test.py
    sudo python3 packaging/bare_root.py --volledig      start.py and test.py --volledig
    ... --alleen-start      leave the tests out
    ... --opslag MAP        keep the bare system in MAP, so that the next run makes it in seconds
    ... --bewaar            leave the used system on disk to look at

Makes a bare Debian 12 with debootstrap (minbase, python3, ca-certificates), copies the working
tree into it (what git knows and does not ignore), and how this machine reaches its packages:
sources of apt, settings of pip and npm, certificates, proxies. Nothing else goes in. Everything
mounted belongs to the run's own mount namespace and is gone when it ends.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUITE = "bookworm"
INSIDE = "/srv/gesprekshulp"
LIMIT_MS = 300  # what start.py may add to the program when everything is there

HOST_FILES = (
    "etc/resolv.conf",
    "etc/hosts",
    "etc/apt/sources.list",
    "etc/apt/sources.list.d",
    "etc/apt/apt.conf.d",
    "etc/apt/auth.conf",
    "etc/apt/auth.conf.d",
    "etc/apt/keyrings",
    "etc/apt/trusted.gpg.d",
    "usr/share/keyrings",
    "usr/local/share/ca-certificates",
    "etc/ssl/certs/ca-certificates.crt",
    "etc/pip.conf",
    "etc/xdg/pip",
    "etc/npmrc",
    "usr/etc/npmrc",
    "usr/local/etc/npmrc",
)
HOME_FILES = (".config/pip", ".pip", ".npmrc", ".netrc")
HOST_VARIABLES = re.compile(
    r"PIP_.*|npm_config_.*|NODE_EXTRA_CA_CERTS|.*_CA_BUNDLE|SSL_CERT_(FILE|DIR)|(https?|no|all)_proxy",
    re.IGNORECASE,
)


def main() -> int:
    """Run the proof; returns 0 when everything in it held."""
    parser = argparse.ArgumentParser(prog="bare_root.py", description="Prove the set-up.")
    parser.add_argument("--volledig", action="store_true")
    parser.add_argument("--alleen-start", action="store_true")
    parser.add_argument("--opslag", type=Path, metavar="MAP")
    parser.add_argument("--bewaar", action="store_true")
    parser.add_argument("--spiegel", metavar="URL", help="Debian mirror; default: apt's own")
    chosen = parser.parse_args()
    if os.geteuid() != 0:
        print("Dit bewijs maakt een systeem in een map en heeft daarvoor root nodig: gebruik sudo.")
        return 1
    folder = Path(tempfile.mkdtemp(prefix="gesprekshulp-kaal-", dir="/var/tmp"))
    system = folder / "root"
    try:
        _make(system, chosen.spiegel or apt_mirror(Path("/etc/apt")), chosen.opslag)
        _copy_host_settings(system)
        _copy_tree(system)
        good = _prove_start(system)
        if not chosen.alleen_start:
            full = ["--volledig"] if chosen.volledig else []
            good = _step(system, ["python3", "packaging/test.py", *full], "test.py") and good
    finally:
        if chosen.bewaar:
            print(f"Bewaard in {system}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    print("BEWEZEN" if good else "NIET BEWEZEN")
    return 0 if good else 1


def apt_mirror(apt: Path) -> str:
    """The first Debian mirror in the sources of apt; empty when there is none."""
    files = [apt / "sources.list", *sorted((apt / "sources.list.d").glob("*"))]
    for file in files:
        if file.suffix not in (".list", ".sources") or not file.is_file():
            continue
        for line in file.read_text("utf-8", "replace").splitlines():
            found = re.match(r"(?:deb\s+(?:\[[^]]*\]\s+)?|URIs:\s*)(\S+/debian/?)(\s|$)", line)
            if found:
                return found[1]
    return ""


def _make(system: Path, mirror: str, store: Path | None) -> None:
    kept = store / f"{SUITE}.tar" if store else None
    system.mkdir()
    if kept and kept.exists():
        _tell("het kale systeem uit de opslag halen")
        subprocess.run(["tar", "-xf", kept, "-C", system], check=True)
        return
    _tell(f"een kaal Debian ({SUITE}) maken{f' van {mirror}' if mirror else ''}")
    subprocess.run(
        [
            *("debootstrap", "--variant=minbase", "--include=python3,ca-certificates"),
            *(SUITE, system, *([mirror] if mirror else [])),  # debootstrap knows one itself
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["tar", "-cf", kept, "-C", system, "."], check=True)


def _copy_host_settings(system: Path) -> None:
    pairs = [(Path("/") / name, system / name) for name in HOST_FILES]
    pairs += [(Path.home() / name, system / "root" / name) for name in HOME_FILES]
    for source, target in pairs:
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        elif source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copy(source, target)


def _copy_tree(system: Path) -> None:
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        source, target = ROOT / name, system / INSIDE.lstrip("/") / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)


def _prove_start(system: Path) -> bool:
    start = ["python3", "packaging/start.py"]
    output = system / INSIDE.lstrip("/") / "voorbeeld-uitvoer"
    good = _step(system, start, "start.py, de eerste keer, zonder scherm")
    made = sorted(file.name for file in output.glob("*.docx"))
    print(f"Gemaakt: {', '.join(made) or 'niets'}")
    good = made == ["dossier.docx", "verslag.docx"] and good
    good = _step(system, start, "start.py nogmaals, zonder netwerk", network=False) and good
    return _measure(system) and good


def _measure(system: Path) -> bool:
    """Whether a second start adds less than the limit to the program: medians of ten pairs."""
    direct = [".venv/bin/python", "-P", "-m", "gesprekshulp", "--help"]
    through = ["python3", "packaging/start.py", "--", "--help"]
    code = (
        "import statistics as s, subprocess as p, time\n"
        "def took(command):\n"
        "    at = time.perf_counter(); p.run(command, stdout=p.DEVNULL)\n"
        "    return (time.perf_counter() - at) * 1000\n"
        f"pairs = [(took({direct!r}), took({through!r})) for _ in range(11)][1:]\n"
        "direct, through = (s.median(column) for column in zip(*pairs))\n"
        "print(f'rechtstreeks {direct:.0f} ms, via start.py {through:.0f} ms, ', end='')\n"
        f"print(f'erbij {{through - direct:.0f}} ms (hoogstens {LIMIT_MS})')\n"
        f"raise SystemExit(through - direct >= {LIMIT_MS})\n"
    )
    return _step(system, ["python3", "-c", code], "opnieuw starten gemeten", network=False)


def _step(system: Path, command: list[str], name: str, *, network: bool = True) -> bool:
    _tell(name)
    started = time.monotonic()
    status = _inside(system, command, network=network)
    print(f"--- {name}: status {status}, {time.monotonic() - started:.1f} s", flush=True)
    return status == 0


def _inside(system: Path, command: list[str], *, network: bool) -> int:
    variables = {n: value for n, value in os.environ.items() if HOST_VARIABLES.fullmatch(n)}
    variables |= {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "CI": "true"}
    # Not a single locale is configured in a bare system.
    variables["LANG"] = "C.UTF-8"
    root = shlex.quote(str(system))
    script = (
        f"mount -t proc proc {root}/proc && mount --rbind /dev {root}/dev && "
        f"exec env -i {shlex.join(f'{n}={value}' for n, value in variables.items())} "
        f"chroot {root} /bin/sh -c {shlex.quote(f'cd {INSIDE} && exec {shlex.join(command)}')}"
    )
    apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
    if not network:
        apart.append("--net")
    return subprocess.run([*apart, "sh", "-c", script], stdin=subprocess.DEVNULL).returncode


def _tell(sentence: str) -> None:
    print(f"\n### {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
