"""The styles of a firm's template: which of them are used, and what is added that lacks."""

from __future__ import annotations

import copy
from dataclasses import replace

from gesprekshulp.exchange.word.house_lists import add_definitions, numbers_of
from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.house_style_looks import (
    YES,
    drop,
    follow_title,
    give_air,
    give_number,
    give_tab,
    stand_left,
    stay_with_next,
)
from gesprekshulp.exchange.word.house_text import body_style
from gesprekshulp.exchange.word.package import DOCUMENT
from gesprekshulp.exchange.word.styles import OWN, Styles
from gesprekshulp.exchange.word.template import Letterhead, in_colours, own_part
from gesprekshulp.exchange.word.tree import Element, add, new, parsed, w

_OURS = "verslag.docx"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
# Word itself writes the English names, whatever its language; other programs write what they show.
_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "titel"),
    "subtitle": ("subtitle", "ondertitel"),
    "heading": ("heading 1", "kop 1"),
    "subheading": ("heading 2", "kop 2"),
    "small_heading": ("heading 3", "kop 3"),
    "number": ("list number", "lijstnummering", "genummerde lijst"),
    "bullet": ("list bullet", "lijst opsom.teken", "lijst opsomteken", "opsomming"),
    "strong": ("strong", "zwaar"),
    "lead": ("inleiding",),
    "after": ("vervolgtekst",),
    "lead_after": ("vervolginleiding",),
    "cell": ("tabeltekst", "table text"),
    "cell_kept": ("tabeltekst bijeen",),
    "cell_head": ("tabelkop", "table heading"),
    "label": ("gegevenlabel",),
    "last_label": ("gegevenslot",),
    "facts": ("gegevenstabel",),
    "late": ("te laat",),
    "link": ("hyperlink",),
    "address": ("adres", "adresblok", "inside address", "address"),
    "signature": ("ondertekening", "handtekening", "signature"),
    "more": ("meer",),
    "contents_heading": ("toc heading", "kopvaninhoudsopgave", "kop inhoudsopgave"),
    "contents_first": ("toc 1", "inhopg 1"),
    "contents_second": ("toc 2", "inhopg 2"),
}
_KINDS = {
    "strong": "character",
    "late": "character",
    "link": "character",
    "facts": "table",
    "table": "table",
}
# Our own lists by what they are for.
_LISTS = {"bullet": "1", "number": "2"}
_ABOVE_OTHERS = (
    "title", "heading", "subheading", "small_heading", "contents_heading", "lead", "lead_after",
    "cell_head", "cell_kept", "label",
)  # fmt: skip
_PLAIN_TABLES = frozenset({"normal table", "standaardtabel"})
_GRIDS = frozenset({"table grid", "tabelraster"})


def adopted(package: Package, around: Letterhead, language: str, width: int) -> Styles:
    """The template's own styles by what they are for, after adding the ones it lacks."""
    part = package.related("styles")
    if not part:
        part = "word/styles.xml"
        package.add(part, own_part(_OURS, part), _STYLES_TYPE, f"{_OFFICE}/styles", DOCUMENT)
    tree = package.tree(part)
    found = _found(tree, package)
    lacking = [role for role in (*_NAMES, "table") if role not in found]
    styles = replace(OWN, **found)
    wanted = [getattr(OWN, role) for role in lacking]
    bare = [role for role in _LISTS if role in found and not numbers_of(tree, found[role])]
    numbers: dict[str, str] = {}
    if bare or {OWN.bullet, OWN.number} & set(wanted):
        numbers = add_definitions(package)
    if lacking:
        _add(tree, wanted, around, numbers, styles.cell)
    for role in bare:
        give_number(tree, found[role], numbers[_LISTS[role]])
    for role in ("contents_first", "contents_second"):
        give_tab(tree, getattr(styles, role), width, ours=role in lacking)
    if numbers_of(tree, styles.contents_heading) not in ("", "0"):
        # It stands on a heading of the firm, but is no chapter itself.
        give_number(tree, styles.contents_heading, "0")
    stand_left(tree, lacking)
    stay_with_next(tree, [getattr(styles, role) for role in _ABOVE_OTHERS])
    if "table" in found and "cell" not in found:
        give_air(tree, styles.cell)
    if "cell" not in found:
        # Text in tables is as large as the firm's own text.
        drop(tree, styles.cell, "sz", "szCs")
    if "table" in found and "cell_head" not in found:
        # White on blue or blue on white: that is for the firm's table to say.
        drop(tree, styles.cell_head, "color")
    if "title" in found and "subtitle" not in found:
        follow_title(tree, styles)
    _speak(tree, language)
    styles = replace(styles, body=body_style(package, tree))
    package.put(part, tree)
    return styles


def found_styles(package: Package) -> dict[str, str]:
    """The template's own styles by what they are for."""
    part = package.related("styles")
    return _found(package.tree(part), package) if part else {}


def _found(tree: Element, package: Package) -> dict[str, str]:
    by_name: dict[tuple[str, str], str] = {}
    for style in tree.iter(w("style")):
        name = style.find(w("name"))
        if name is not None:
            key = (style.get(w("type")), name.get(w("val"), "").lower())
            by_name.setdefault(key, style.get(w("styleId")))
    found: dict[str, str] = {}
    for role, names in _NAMES.items():
        kind = _KINDS.get(role, "paragraph")
        identifier = next((by_name[kind, name] for name in names if (kind, name) in by_name), None)
        if identifier is not None:
            found[role] = identifier
    table = _table_style(tree, package)
    if table:
        found["table"] = table
    return found


def _table_style(tree: Element, package: Package) -> str:
    """The table style that the firm uses: in the template itself, or one of its own making."""
    tables: dict[str, bool] = {}
    made: list[str] = []
    for style in tree.iter(w("style")):
        name = style.find(w("name"))
        if style.get(w("type")) == "table" and name is not None:
            called = name.get(w("val"), "").lower()
            if called not in _PLAIN_TABLES:
                tables[style.get(w("styleId"))] = called not in _GRIDS
                if style.get(w("customStyle")) in YES:
                    made.append(style.get(w("styleId")))
    for used in package.tree(DOCUMENT).iter(w("tblStyle")):
        if tables.get(used.get(w("val"))):
            return used.get(w("val"))
    own = [identifier for identifier, is_own in tables.items() if is_own]
    # One that the firm made itself goes before those that come with Word.
    return (made or own or list(tables) or [""])[0]


def _add(
    tree: Element, wanted: list[str], around: Letterhead, numbers: dict[str, str], cell: str
) -> None:
    # The firm's font is that of its template.
    own = own_part(_OURS, "word/styles.xml").decode()
    markup = in_colours(own, replace(around, font="")).encode()
    ours = {style.get(w("styleId")): style for style in parsed(markup).iter(w("style"))}
    taken = {style.get(w("styleId")) for style in tree.iter(w("style"))}
    defaults = {
        style.get(w("type")): style.get(w("styleId"))
        for style in tree.iter(w("style"))
        if style.get(w("default")) in YES
    }
    for identifier in dict.fromkeys(wanted):
        if identifier in taken:
            continue
        style = copy.deepcopy(ours[identifier])
        for based in style.findall(w("basedOn")):
            # Heads and labels in tables stand on the text in them, which the firm may have.
            if based.get(w("val")) == OWN.cell:
                based.set(w("val"), cell)
        for tag in ("basedOn", "next"):
            _point_home(style, tag, taken | set(wanted), defaults)
        number = style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is not None:
            number.set(w("val"), numbers[number.get(w("val"))])
        tree.append(style)


def _point_home(style: Element, tag: str, known: set[str], defaults: dict[str, str]) -> None:
    """Let a style stand on the firm's own default style instead of on ours."""
    found = style.find(w(tag))
    if found is None or (found.get(w("val")) in known and found.get(w("val")) != "Normal"):
        return
    home = defaults.get(style.get(w("type")))
    if home:
        found.set(w("val"), home)
    else:
        style.remove(found)


def _speak(tree: Element, tag: str) -> None:
    """Make this the language of the document: of its defaults, and of its default style."""
    for language in tree.iter(w("lang")):
        if language.get(w("val")):
            language.set(w("val"), tag)
    defaults = tree.find(w("docDefaults"))
    if defaults is None:
        defaults = new(w("docDefaults"))
        tree.insert(0, defaults)
    run_defaults = defaults.find(w("rPrDefault"))
    if run_defaults is None:
        run_defaults = new(w("rPrDefault"))
        defaults.insert(0, run_defaults)
    properties = run_defaults.find(w("rPr"))
    if properties is None:
        properties = add(run_defaults, w("rPr"))
    if properties.find(w("lang")) is None:
        language = new(w("lang"))
        language.set(w("val"), tag)
        later = [
            i
            for i, item in enumerate(properties)
            if item.tag in (w("eastAsianLayout"), w("specVanish"), w("oMath"))
        ]
        properties.insert(later[0] if later else len(properties), language)
