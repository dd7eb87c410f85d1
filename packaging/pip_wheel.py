"""Fetch pip itself, for a Python that came without it (as Debian's does).

It looks where pip would look: the index of pip's configuration files and `PIP_*` variables, with
the same certificates and proxy. Where nothing is set the system's own package is used instead
(`environment.py`), so that no index is named here.
"""

from __future__ import annotations

import base64
import configparser
import hashlib
import json
import os
import re
import ssl
import sys
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from messages import SetupError, say

JSON = "application/vnd.pypi.simple.v1+json"


@dataclass(frozen=True)
class Found:
    """One pip wheel an index offers; `sha256` is empty when the index gives none."""

    url: str
    name: str
    sha256: str
    requires_python: str


def download(folder: Path) -> Path:
    """Put the newest pip wheel that suits this Python in `folder`; returns its path."""
    say("Het installatieprogramma pip ophalen ...")
    settings = read_settings()
    tried: list[str] = []
    for index in indexes(settings):
        tried.append(urllib.parse.urlsplit(index).hostname or index)
        try:
            wheel = newest(_offered(index, settings))
            if wheel is None:
                continue
            content = _get(wheel.url, settings)
        except (OSError, ValueError):
            continue
        if wheel.sha256 and hashlib.sha256(content).hexdigest() != wheel.sha256:
            raise SetupError("Het opgehaalde pip is beschadigd aangekomen: start opnieuw.")
        path = folder / wheel.name
        path.write_bytes(content)
        return path
    raise SetupError(
        f"Het installatieprogramma pip kon niet worden opgehaald{' van ' if tried else ''}"
        f"{' of '.join(tried)}: "
        "maak verbinding met internet en start opnieuw; alleen deze eerste keer is zij nodig."
    )


def read_settings() -> dict[str, str]:
    """pip's own settings, by their long option name; later sources win, variables most of all."""
    settings: dict[str, str] = {}
    for file in _configuration_files():
        parser = configparser.RawConfigParser()
        try:
            parser.read(file, "utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue
        for section in ("global", "install"):
            if parser.has_section(section):
                settings |= {key.replace("_", "-"): value for key, value in parser.items(section)}
    for name, value in os.environ.items():
        if name.startswith("PIP_") and value:
            settings[name[4:].lower().replace("_", "-")] = value
    return settings


def _configuration_files() -> list[Path]:
    named = os.environ.get("PIP_CONFIG_FILE", "")
    if named == os.devnull:
        return []
    home = Path.home()
    shared = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    own = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    files = [Path(part) / "pip" / "pip.conf" for part in shared.split(os.pathsep)]
    files += [Path("/etc/pip.conf"), home / ".pip" / "pip.conf", own / "pip" / "pip.conf"]
    return [*files, Path(named)] if named else files


def indexes(settings: dict[str, str]) -> list[str]:
    """Where to look, in order; empty when pip was told nothing."""
    first = "" if settings.get("no-index") else settings.get("index-url", "")
    return [*first.split(), *settings.get("extra-index-url", "").split()]


def newest(offered: list[Found]) -> Found | None:
    """The highest released version that this Python can run, or None."""
    suits = [
        (tuple(int(part) for part in version[1].split(".")), found)
        for found in offered
        # No letters in the version: those are trial versions.
        if (version := re.fullmatch(r"pip-([0-9.]+)-(?:py2\.)?py3-none-any\.whl", found.name))
        if _runs_here(found.requires_python)
    ]
    return max(suits, key=lambda one: one[0])[1] if suits else None


def _runs_here(requires: str) -> bool:
    least = re.search(r">=\s*(\d+)\.(\d+)", requires)
    return not least or (int(least[1]), int(least[2])) <= sys.version_info[:2]


def _offered(index: str, settings: dict[str, str]) -> list[Found]:
    page = index.rstrip("/") + "/pip/"
    if page.startswith("file:"):
        page += "index.html"
    content = _get(page, settings)
    if content.lstrip().startswith(b"{"):
        return [
            Found(
                urllib.parse.urljoin(page, file["url"]),
                file["filename"],
                file.get("hashes", {}).get("sha256", ""),
                file.get("requires-python") or "",
            )
            for file in json.loads(content)["files"]
            if not file.get("yanked")
        ]
    links = _Links(page)
    links.feed(content.decode("utf-8", "replace"))
    return links.found


class _Links(HTMLParser):
    """The older, HTML form of an index page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.found: list[Found] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag != "a" or "data-yanked" in given or not given.get("href"):
            return
        url, _, fragment = urllib.parse.urljoin(self.page, given["href"] or "").partition("#")
        name = urllib.parse.unquote(url.rpartition("/")[2])
        sha256 = fragment.removeprefix("sha256=") if fragment.startswith("sha256=") else ""
        self.found.append(Found(url, name, sha256, given.get("data-requires-python") or ""))


def _get(url: str, settings: dict[str, str]) -> bytes:
    headers = {"Accept": f"{JSON}, text/html;q=0.1, */*;q=0.01"}
    parts = urllib.parse.urlsplit(url)
    if parts.username:
        # urllib does not take a name and password out of an address by itself.
        secret = urllib.parse.unquote(f"{parts.username}:{parts.password or ''}")
        headers["Authorization"] = f"Basic {base64.b64encode(secret.encode()).decode()}"
        url = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    # The address is that of the index its user chose, which may well be a folder (file:).
    request = urllib.request.Request(url, headers=headers)  # noqa: S310
    handlers: list[urllib.request.BaseHandler] = [
        urllib.request.HTTPSHandler(context=_trust(parts.hostname or "", settings))
    ]
    if proxy := settings.get("proxy"):
        handlers.append(urllib.request.ProxyHandler({"http": proxy, "https": proxy}))
    opener = urllib.request.build_opener(*handlers)
    with opener.open(request, timeout=60) as answer:
        return answer.read()


def _trust(host: str, settings: dict[str, str]) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if certificates := settings.get("cert"):
        context.load_verify_locations(cafile=certificates)
    if host and host in settings.get("trusted-host", "").split():
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
