"""Placeholders of a template one by one: known or not, closed or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from gesprekshulp.domain.clean import one_line
from gesprekshulp.domain.house_style import Finding, Weight
from gesprekshulp.domain.paper import Paper
from gesprekshulp.domain.report import ReportDocument
from gesprekshulp.exchange.word.house_places import Spot
from gesprekshulp.exchange.word.placeholders import values

_TAG = re.compile(
    r"\{\{-?[prtc]{0,2}\s+(?P<name>[^}]*?)\s*-?\}\}|\{\{-?\s*(?P<tight>[^}]*?)\s*-?\}\}"
)
_SET = re.compile(r"\{%-?\s*set\s+(\w+)")
_FOR = re.compile(r"\{%-?[prtc]{0,2}\s*for\s+(\w+)\s+in\s+([\w.]+)")
_OPENS = re.compile(r"\{%-?[prtc]{0,2}\s*(for|if)\b")
_CLOSES = re.compile(r"\{%-?[prtc]{0,2}\s*(endfor|endif)\b")
_PATH = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_LOOP = "loop"


def asked_findings(
    asked: Sequence[Spot], paper: Paper, document: ReportDocument
) -> Iterator[Finding]:
    """What is wrong with the placeholders, each with its place."""
    known: dict[str, Any] = {**values(paper, document), "inhoud": "", _LOOP: {}}
    loops: dict[str, Any] = {}
    open_tags: list[tuple[str, Spot]] = []
    for spot in asked:
        text = spot.text
        if text.count("{{") != text.count("}}") or text.count("{%") != text.count("%}"):
            yield Finding(
                Weight.WRONG, spot.place,
                f"De accolades van “{one_line(text, 60)}” kloppen niet. Schrijf een invulplaats als"
                " {{ klant.naam }}.",
            )  # fmt: skip
            continue
        if _asks_content(text) and not spot.is_body:
            yield Finding(
                Weight.WRONG, spot.place,
                "{{ inhoud }} kan hier niet staan. Zet die invulplaats in de tekst zelf.",
            )  # fmt: skip
        for name, listed in _FOR.findall(text):
            rows = _reached(listed, known, loops)
            if not isinstance(rows, list):
                yield _unknown(listed, spot)
            first = cast("list[Any]", rows)[:1] if isinstance(rows, list) else []
            loops[name] = first[0] if first else {}
        loops |= dict.fromkeys(_SET.findall(text), "")
        open_tags += [(found, spot) for found in _OPENS.findall(text)]
        for found in _CLOSES.findall(text):
            if open_tags and open_tags[-1][0] == found.removeprefix("end"):
                open_tags.pop()
            else:
                yield Finding(
                    Weight.WRONG, spot.place,
                    f"“{found}” sluit iets dat niet begonnen is. Verwijder het, of zet"
                    f" {{% {found.removeprefix('end')} … %}} erboven.",
                )  # fmt: skip
        for found in _TAG.finditer(text):
            name = found["name"] if found["name"] is not None else found["tight"]
            path = _PATH.match(name)
            if path is not None and _reached(path[0], known, loops) is None:
                yield _unknown(path[0], spot)
    for word, spot in open_tags:
        yield Finding(
            Weight.WRONG, spot.place,
            f"“{word}” is niet gesloten. Zet {{% end{word} %}} waar het ophoudt.",
        )  # fmt: skip
    if asked and not any(_asks_content(spot.text) for spot in asked):
        yield Finding(
            Weight.MIND, "hele document",
            "Er staat nergens {{ inhoud }}. Het verslag bestaat dan alleen uit de losse"
            " invulplaatsen.",
        )  # fmt: skip


def _asks_content(text: str) -> bool:
    return any((found["name"] or found["tight"]) == "inhoud" for found in _TAG.finditer(text))


def _reached(path: str, known: Mapping[str, Any], loops: Mapping[str, Any]) -> Any:
    """What a name stands for, or None when there is no such thing."""
    root, *rest = path.split(".")
    value: Any = loops.get(root, known.get(root))
    for name in rest:
        if root == _LOOP:
            return ""
        if not isinstance(value, dict):
            return None
        value = cast("dict[str, Any]", value).get(name)
    return value


def _unknown(name: str, spot: Spot) -> Finding:
    return Finding(
        Weight.WRONG, spot.place,
        f"“{name}” is geen gegeven van een verslag. Verbeter de naam; bij Hulp, Huisstijl staan"
        " ze alle.",
    )  # fmt: skip
