"""Names of time zones as calendars write them: IANA's, Windows', and paths that end in one."""

from __future__ import annotations

import re
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LOCAL = "Europe/Amsterdam"
"""What a time without a zone means where nobody says otherwise."""


def local_zone() -> str:
    """The zone of this laptop, in which the window shows times; Dutch time when it is unknown."""
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return LOCAL
    return name if _exists(name) else LOCAL


# Names that Exchange shows on screen and sometimes writes into a file; the rest of such names
# carry no place, only "(UTC+01:00) ...", and are found by their cities.
_CITIES = {
    "amsterdam": "Europe/Amsterdam",
    "brussels": "Europe/Brussels",
    "brussel": "Europe/Brussels",
    "berlin": "Europe/Berlin",
    "berlijn": "Europe/Berlin",
    "paris": "Europe/Paris",
    "parijs": "Europe/Paris",
    "london": "Europe/London",
    "londen": "Europe/London",
    "dublin": "Europe/Dublin",
    "lisbon": "Europe/Lisbon",
    "athens": "Europe/Athens",
    "helsinki": "Europe/Helsinki",
    "warsaw": "Europe/Warsaw",
    "sarajevo": "Europe/Sarajevo",
    "belgrade": "Europe/Belgrade",
    "madrid": "Europe/Madrid",
}
# Dutch Windows writes its zones' names in Dutch.
_DUTCH = {
    "west-europa (standaardtijd)": "Europe/Amsterdam",
    "west-europa standaardtijd": "Europe/Amsterdam",
    "romance (standaardtijd)": "Europe/Paris",
    "centraal-europa (standaardtijd)": "Europe/Budapest",
    "gmt (standaardtijd)": "Europe/London",
}


@lru_cache(maxsize=256)
def iana_name(tzid: str) -> str:
    """The IANA name that a calendar's TZID stands for; empty when it is not a known one."""
    name = tzid.strip().strip('"').strip()
    if not name:
        return ""
    if name.upper() in ("UTC", "Z", "GMT", "ETC/UTC", "COORDINATED UNIVERSAL TIME",
                        "TZONE://MICROSOFT/UTC"):  # fmt: skip
        return "UTC"
    if _exists(name):
        return name
    if found := _windows_names().get(name.lower()):
        return found
    if found := _DUTCH.get(name.lower()):
        return found
    # "/freeassociation.sourceforge.net/Europe/Amsterdam" and the like.
    parts = [part for part in name.split("/") if part]
    for size in (2, 3):
        tail = "/".join(parts[-size:])
        if len(parts) > size and _exists(tail):
            return tail
    if re.match(r"\(?(?:UTC|GMT)", name, re.IGNORECASE):
        for word in re.findall(r"[a-z]+", name.lower()):
            if word in _CITIES:
                return _CITIES[word]
    return ""


@lru_cache(maxsize=1)
def _windows_names() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}


def _exists(name: str) -> bool:
    # ZoneInfo refuses paths, but a name such as "Europe" is a folder: that is an OSError.
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
