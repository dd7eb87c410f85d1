"""Running text in a firm's template: paragraphs stand apart, whatever the default style says."""

from __future__ import annotations

from gesprekshulp.exchange.word.house_package import Package
from gesprekshulp.exchange.word.layout_looks import Looks
from gesprekshulp.exchange.word.tree import Element, add, parsed, w
from gesprekshulp.exchange.word.xml import W

_OWN = "Verslagtekst"
_NAMES = ("body text", "platte tekst", "plattetekst")
_APART = (
    f'<w:style xmlns:w="{W}" w:type="paragraph" w:customStyle="1" w:styleId="{_OWN}">'
    f'<w:name w:val="{_OWN}"/><w:qFormat/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style>'
)


def body_style(package: Package, tree: Element) -> str:
    """The style of running text; "" is the default style of the template, added is one of ours.

    Where the default style keeps no distance between paragraphs, people put empty lines there. A
    report has none, so that its paragraphs would run together. `tree` holds the styles, and gets
    the style that is lacking.
    """
    looks = Looks(package)
    default = looks.of(None)
    if default.before or default.after:
        return ""
    for style in tree.iterfind(w("style")):
        name = style.find(w("name"))
        if name is not None and name.get(w("val"), "").lower() in _NAMES:
            look = looks.named(style.get(w("styleId"), ""))
            if look.before or look.after:
                return look.style
    if looks.named(_OWN).style != _OWN:
        made = parsed(_APART.encode())
        if default.style:
            based = add(made, w("basedOn"))
            based.set(w("val"), default.style)
            made.insert(1, based)
        tree.append(made)
    return _OWN
