"""Placeholders of a template one by one: known or not, closed or not, well written or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from jinja2 import Environment, TemplateSyntaxError, nodes

from gesprekshulp.domain.clean import one_line
from gesprekshulp.domain.house_style import Finding, Weight
from gesprekshulp.domain.paper import Paper
from gesprekshulp.domain.report import ReportDocument
from gesprekshulp.exchange.word.house_places import Spot
from gesprekshulp.exchange.word.placeholders import values

# {{ a }}, {%p if a %}: the letters say what of Word goes with the placeholder.
_TAG = re.compile(
    r"(?P<all>\{\{-?(?P<of>p|r|tr|tc)?(?(of)\s)(?P<value>[^}]*?)-?\}\}"
    r"|\{%-?(?P<round>p|r|tr|tc)?(?(round)\s)(?P<order>[^%]*?)-?%\})"
)
_LOOP = "loop"
_WRONG_BRACES = (
    "De accolades van “{}” kloppen niet. Schrijf een invulplaats als {{{{ klant.naam }}}}."
)
_BETWEEN = {"else": ("for", "if"), "elif": ("if",)}
_EMPTY = Environment(autoescape=True)
_FILTERS = frozenset(cast("dict[str, object]", cast("Any", _EMPTY).filters))


@dataclass(slots=True)
class _Open:
    """What was begun and not yet ended; `names` are those that hold within it."""

    word: str
    spot: Spot
    names: dict[str, Any] = field(default_factory=dict[str, Any])


def asked_findings(
    asked: Sequence[Spot], paper: Paper, document: ReportDocument
) -> Iterator[Finding]:
    """What is wrong with the placeholders, each with its place."""
    reader = _Reader({**values(paper, document), "inhoud": "", _LOOP: {}})
    for spot in asked:
        yield from reader.read(spot)
    yield from reader.ended()
    if asked and not any(_asks_content(spot.text) for spot in asked):
        yield Finding(
            Weight.MIND, "hele document",
            "Er staat nergens {{ inhoud }}. Het verslag bestaat dan alleen uit de losse"
            " invulplaatsen.",
        )  # fmt: skip


class _Reader:
    """Reads a template from its first placeholder to its last."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self._known = dict(known)
        self._open: list[_Open] = []

    def read(self, spot: Spot) -> Iterator[Finding]:
        text = spot.text
        if _outside_tags(text):
            yield Finding(Weight.WRONG, spot.place, _WRONG_BRACES.format(one_line(text, 60)))
            return
        if _asks_content(text) and not spot.is_body:
            yield Finding(
                Weight.WRONG, spot.place,
                "{{ inhoud }} kan hier niet staan. Zet die invulplaats in de tekst zelf.",
            )  # fmt: skip
        yield from _lost(spot)
        for found in _TAG.finditer(text):
            try:
                if found["order"] is not None:
                    yield from self._order(found["order"].strip(), spot)
                else:
                    yield from self._named(f"{{{{ {found['value']} }}}}", spot)
            except TemplateSyntaxError:
                yield Finding(
                    Weight.WRONG, spot.place,
                    f"“{one_line(found['all'], 60)}” is niet goed geschreven. Kijk het na in Word;"
                    " bij Hulp, Huisstijl staan voorbeelden.",
                )  # fmt: skip

    def ended(self) -> Iterator[Finding]:
        """What was never closed."""
        for one in self._open:
            yield Finding(
                Weight.WRONG, one.spot.place,
                f"“{one.word}” is niet gesloten. Zet {{% end{one.word} %}} waar het ophoudt.",
            )  # fmt: skip

    def _order(self, order: str, spot: Spot) -> Iterator[Finding]:
        word = order.split(None, 1)[0] if order else ""
        if word in ("for", "if"):
            begun = _Open(word, spot)
            self._open.append(begun)
            yield from self._named(f"{{% {order} %}}{{% end{word} %}}", spot, begun.names)
        elif word in ("endfor", "endif"):
            yield from self._close(word, spot)
        elif word in _BETWEEN:
            if not self._open or self._open[-1].word not in _BETWEEN[word]:
                yield Finding(
                    Weight.WRONG, spot.place,
                    f"“{word}” hoort bij een “if” die er niet boven staat. Verwijder het, of zet"
                    " {% if … %} erboven.",
                )  # fmt: skip
            elif word == "elif":
                yield from self._named(f"{{% {order[2:]} %}}{{% endif %}}", spot)
        elif word == "set":
            yield from self._named(f"{{% {order} %}}", spot, self._known)
        else:
            yield Finding(
                Weight.WRONG, spot.place,
                f"“{one_line(order, 40)}” werkt in een sjabloon niet. Gebruik for, if of set; bij"
                " Hulp, Huisstijl staan voorbeelden.",
            )  # fmt: skip

    def _close(self, word: str, spot: Spot) -> Iterator[Finding]:
        begun = word.removeprefix("end")
        if self._open and self._open[-1].word == begun:
            self._open.pop()
            return
        yield Finding(
            Weight.WRONG, spot.place,
            f"“{word}” sluit iets dat niet begonnen is. Verwijder het, of zet"
            f" {{% {begun} … %}} erboven.",
        )  # fmt: skip

    def _named(
        self, source: str, spot: Spot, into: dict[str, Any] | None = None
    ) -> Iterator[Finding]:
        """Whether everything that a tag names is there; the names that it gives go into `into`."""
        tree = _EMPTY.parse(source)
        for use in tree.find_all(nodes.Filter):
            if use.name not in _FILTERS:
                yield Finding(
                    Weight.WRONG, spot.place,
                    f"“{use.name}” is geen bewerking. Verwijder “| {use.name}”.",
                )  # fmt: skip
        names = self._known | {name: of for one in self._open for name, of in one.names.items()}
        given: dict[str, Any] = {}
        for loop in tree.find_all(nodes.For):
            rows = _value(loop.iter, names)
            listed = cast("list[Any]", rows) if isinstance(rows, list) else []
            first = listed[0] if listed else _ANYTHING
            given |= {name.name: first for name in _targets(loop.target)}
        for given_to in tree.find_all(nodes.Assign):
            given |= {name.name: _ANYTHING for name in _targets(given_to.target)}
        reads = list(_paths(tree))
        if source.startswith("{{") and not _is_content(source) and "inhoud" in map(_written, reads):
            yield Finding(
                Weight.WRONG, spot.place,
                "Bij {{ inhoud }} kan niets anders tussen de accolades staan. Schrijf alleen"
                " {{ inhoud }}.",
            )  # fmt: skip
        for path in reads:
            if _value(path, names | given) is _MISSING:
                yield Finding(
                    Weight.WRONG, spot.place,
                    f"“{_written(path)}” is geen gegeven van een verslag. Verbeter de naam; bij"
                    " Hulp, Huisstijl staan ze alle.",
                )  # fmt: skip
        if into is not None:
            into.update(given)


_MISSING, _ANYTHING = object(), object()
"""What a name stands for that is not there, and what could be anything."""


def _outside_tags(text: str) -> bool:
    """Whether there are braces of a placeholder outside all of them."""
    rest = _TAG.sub("", text)
    return any(braces in rest for braces in ("{{", "}}", "{%", "%}"))


def _lost(spot: Spot) -> Iterator[Finding]:
    """What goes away with a placeholder that takes its whole paragraph."""
    whole = [f["all"] for f in _TAG.finditer(spot.text) if "p" in (f["of"], f["round"])]
    if not whole:
        return
    if len(whole) > 1:
        yield Finding(
            Weight.WRONG, spot.place,
            f"“{one_line(whole[0], 40)}” en “{one_line(whole[1], 40)}” staan in één alinea. Zet elk"
            " op een eigen regel.",
        )  # fmt: skip
    elif spot.text.replace(whole[0], "").strip():
        yield Finding(
            Weight.WRONG, spot.place,
            f"De tekst naast “{one_line(whole[0], 40)}” valt weg. Zet die op een eigen regel.",
        )  # fmt: skip


def _asks_content(text: str) -> bool:
    return any(_is_content(found["all"]) for found in _TAG.finditer(text))


def _is_content(tag: str) -> bool:
    found = _TAG.match(tag)
    return found is not None and (found["value"] or "").strip() == "inhoud"


def _targets(target: nodes.Node) -> list[nodes.Name]:
    return [target] if isinstance(target, nodes.Name) else list(target.find_all(nodes.Name))


def _paths(node: nodes.Node) -> Iterator[nodes.Node]:
    """Names that are read, each with all that is asked of it: `klant.naam`."""
    if isinstance(node, nodes.Name):
        if node.ctx == "load":
            yield node
        return
    if isinstance(node, nodes.Getattr) and _root(node) is not None:
        yield node
        return
    for child in node.iter_child_nodes():
        yield from _paths(child)


def _root(node: nodes.Node) -> nodes.Name | None:
    while isinstance(node, nodes.Getattr):
        node = node.node
    return node if isinstance(node, nodes.Name) else None


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _value(node: nodes.Node, names: Mapping[str, Any]) -> Any:
    """What a path stands for in a document."""
    if isinstance(node, nodes.Name):
        return names.get(node.name, _MISSING)
    if not isinstance(node, nodes.Getattr):
        return _ANYTHING
    around = _value(node.node, names)
    if around in (_MISSING, _ANYTHING) or _written(node.node) == _LOOP:
        return around
    if isinstance(around, dict):
        return cast("dict[str, Any]", around).get(node.attr, _MISSING)
    return _ANYTHING if hasattr(around, node.attr) else _MISSING
