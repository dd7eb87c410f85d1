"""Make the Word templates in resources/word: verslag.docx and dossier.docx.

    python packaging/make_template.py

They are written from nothing, because the default template of python-docx does not pass a
validator. Sizes come from gesprekshulp/domain/page.py, which the builders read as well.
The same script gives the same bytes; tests hold that what is in the repository is what this makes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gesprekshulp.domain import page as sizes  # noqa: E402
from gesprekshulp.exchange.word.package import written  # noqa: E402
from gesprekshulp.exchange.word.properties import Properties  # noqa: E402
from gesprekshulp.exchange.word.styles import OWN_ACCENT as ACCENT  # noqa: E402
from gesprekshulp.exchange.word.styles import OWN_FONT as FONT  # noqa: E402
from gesprekshulp.exchange.word.styles import OWN_SECOND as SECOND  # noqa: E402

TEXT = "192122"
MUTED = "586365"
LINE = "DCE1E1"
SOFT = "F2F4F4"
LATE = "B3261E"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True)
class Look:
    """Letter sizes in points, the rest in twips. `line` is 240 for a line of text, or exact."""

    page: sizes.Page
    text: float
    line: int
    exact: bool
    after: int
    item_after: int
    title: float
    title_line: int
    title_after: int
    subtitle_after: int
    heading: float
    heading_line: int
    heading_before: int
    heading_after: int
    cell_text: float
    cell_padding: int
    has_letterhead: bool


def twips(points: float) -> int:
    return round(points * sizes.TWIPS_PER_POINT)


D = sizes.DOSSIER_LINES
REPORT = Look(
    page=sizes.REPORT, text=10.5, line=276, exact=False, after=120, item_after=60,
    title=21, title_line=252, title_after=40, subtitle_after=240,
    heading=13, heading_line=259, heading_before=320, heading_after=80,
    cell_text=10, cell_padding=60, has_letterhead=True,
)  # fmt: skip
DOSSIER = Look(
    page=sizes.DOSSIER, text=D.size, line=twips(D.line), exact=True, after=60,
    item_after=twips(D.item_after), title=D.title_size, title_line=twips(D.title),
    title_after=twips(D.title_after), subtitle_after=twips(D.subtitle_after),
    heading=10.5, heading_line=twips(D.heading), heading_before=twips(D.heading_before),
    heading_after=twips(D.heading_after), cell_text=D.size, cell_padding=twips(D.cell_padding),
    has_letterhead=False,
)  # fmt: skip


def letters(size: float = 0, colour: str = "", *, bold: bool | None = None) -> str:
    """Run properties; sizes in points become Word's half points."""
    weight = {True: "<w:b/><w:bCs/>", False: '<w:b w:val="0"/><w:bCs w:val="0"/>', None: ""}[bold]
    tint = f'<w:color w:val="{colour}"/>' if colour else ""
    half = round(size * 2)
    scale = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if size else ""
    inside = weight + tint + scale
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def edge(name: str, colour: str = LINE, size: int = 4, space: int = 0) -> str:
    """A border; `size` in eighths of a point, `space` in points."""
    return f'<w:{name} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


# What a style based on another adds to it, and how styles that nobody picks by hand are kept out
# of Word's gallery.
KEPT = "<w:pPr><w:keepNext/></w:pPr>"
TABLE_HEAD = KEPT + letters(colour=SECOND, bold=True)
LABEL = KEPT + letters(colour=SECOND)
RUNNING = {"gallery": False, "priority": 99}


def block(
    look: Look, *, before: int = 0, after: int = 0, line: int = 0, keep: bool = False,
    extra: str = "", ending: str = "", level: int | None = None, together: bool = False,
    indent: str = "",
) -> str:  # fmt: skip
    """Paragraph properties. `extra` is numbering, borders and tabs; `ending` alignment."""
    rule = "exact" if look.exact else "auto"
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    height = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return (
        f"<w:pPr>{'<w:keepNext/>' if keep else ''}{'<w:keepLines/>' if keep or together else ''}"
        f'{extra}<w:spacing w:before="{before}" w:after="{after}"{height}/>{indent}{ending}'
        f"{outline}</w:pPr>"
    )


def style(
    kind: str, identifier: str, name: str, inside: str, *, based: str = "", following: str = "",
    priority: int = 1, default: bool = False, custom: bool = False, gallery: bool = True,
) -> str:  # fmt: skip
    marks = (' w:default="1"' if default else "") + (' w:customStyle="1"' if custom else "")
    return (
        f'<w:style w:type="{kind}"{marks} w:styleId="{identifier}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f'<w:uiPriority w:val="{priority}"/>'
        + f"{'<w:qFormat/>' if gallery else ''}{inside}</w:style>"
    )


def paragraph_styles(look: Look) -> str:
    named = partial(style, "paragraph", based="Normal")
    own = partial(named, custom=True, priority=13)
    set_ = partial(block, look)
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{look.page.text_width}"/></w:tabs>'
    under = f"<w:pBdr>{edge('bottom', ACCENT, 12 if look.has_letterhead else 8, 6)}</w:pBdr>"
    above = f"<w:pBdr>{edge('top', LINE, 4, 6)}</w:pBdr>"
    line = look.line
    cell = set_(line=line if look.exact else 259)
    after = look.item_after if look.exact else look.after
    small = 9 if look.has_letterhead else 8.5
    more = set_(before=twips(D.more_before), line=line) + letters(colour=MUTED)

    def heading(level: int, shown: str) -> str:
        nearer = 1 if level == 1 else 2
        place = set_(
            before=look.heading_before // nearer,
            after=look.heading_after // nearer,
            line=look.heading_line,
            keep=True,
            level=level - 1,
        )
        name = f"heading {level}"
        return named(f"Heading{level}", name, place + shown, following="Normal", priority=9)

    def item(identifier: str, name: str, number: int) -> str:
        numbered = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
        place = set_(extra=numbered, after=look.item_after, line=line)
        return named(identifier, name, place, priority=12)

    # Beside a logo, the firm's name and the version stand at half its height.
    middle = '<w:textAlignment w:val="center"/>'
    head = set_(extra=under + tab, ending=middle) + letters(small, MUTED)
    foot = set_(extra=above + tab) + letters(small - 0.5, MUTED)
    title = set_(after=look.title_after, line=look.title_line, keep=True)
    subtitle = set_(after=look.subtitle_after, line=line) + letters(look.text, SECOND)
    normal = set_(extra="<w:widowControl/>", after=after, line=line) + letters(colour=TEXT)
    return "".join(
        (
            style("paragraph", "Normal", "Normal", normal, default=True, priority=0),
            named("Title", "Title", title + letters(look.title, bold=True), priority=10),
            named("Subtitle", "Subtitle", subtitle, following="Normal", priority=11),
            heading(1, letters(look.heading, ACCENT, bold=True)),
            heading(2, letters((look.heading + look.text) / 2 - 0.25, bold=True)),
            heading(3, letters(look.text, SECOND, bold=True)),
            item("ListBullet", "List Bullet", 1),
            item("ListNumber", "List Number", 2),
            own("Inleiding", "Inleiding", set_(after=after, line=line, keep=True)),
            own("Vervolgtekst", "Vervolgtekst", set_(before=after, after=after, line=line)),
            own(
                "Vervolginleiding",
                "Vervolginleiding",
                set_(before=after, after=after, line=line, keep=True),
            ),
            own("Tabeltekst", "Tabeltekst", cell + letters(look.cell_text)),
            own("Tabeltekstbijeen", "Tabeltekst bijeen", KEPT, based="Tabeltekst"),
            own("Tabelkop", "Tabelkop", TABLE_HEAD, based="Tabeltekst"),
            own("Gegevenlabel", "Gegevenlabel", LABEL, based="Tabeltekst"),
            own("Gegevenslot", "Gegevenslot", letters(colour=SECOND), based="Tabeltekst"),
            own("Meer", "Meer", more),
            own("Adres", "Adres", set_(after=480, line=line, together=True)),
            # What goes along is named below it, and not alone on a next page. Its few lines stay
            # together by themselves; LibreOffice lets go of the next when it is told that as well.
            own(
                "Ondertekening",
                "Ondertekening",
                set_(before=720, after=after, extra="<w:keepNext/>"),
            ),
            *contents(look, set_, named),
            named("Header", "header", head, **RUNNING),
            named("Footer", "footer", foot, **RUNNING),
        )
    )


def contents(look: Look, set_: Callable[..., str], named: Callable[..., str]) -> list[str]:
    """The styles of the table of contents: a heading that is no heading itself, and two levels."""
    place = set_(
        before=look.heading_before, after=look.heading_after, line=look.heading_line, keep=True,
        level=9,
    )  # fmt: skip
    shown = letters(look.heading, ACCENT, bold=True)
    made = [named("TOCHeading", "TOC Heading", place + shown, following="Normal", priority=39)]
    for level, left in ((1, 0), (2, 227)):
        end = look.page.text_width
        tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{end}"/></w:tabs>'
        indent = f'<w:ind w:left="{left}"/>'
        line = set_(extra=tab, after=40, line=look.line, indent=indent)
        made.append(named(f"TOC{level}", f"toc {level}", line, following="Normal", priority=39))
    return made


def character_styles(look: Look) -> str:
    named = partial(style, "character", based="DefaultParagraphFont")
    own = partial(named, custom=True, priority=30)
    firm = letters(13 if look.has_letterhead else 10, ACCENT, bold=True)
    link = f'<w:rPr><w:color w:val="{ACCENT}"/><w:u w:val="single"/></w:rPr>'
    return "".join(
        (
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name'
            ' w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
            "<w:unhideWhenUsed/></w:style>",
            named("Strong", "Strong", letters(bold=True), priority=22),
            named("Hyperlink", "Hyperlink", link, **RUNNING),
            own("Kantoornaam", "Kantoornaam", firm),
            own("Telaat", "Te laat", letters(colour=LATE, bold=True)),
        )
    )


def table_styles(look: Look) -> str:
    own = partial(style, "table", based="TableNormal", custom=True, priority=40)

    def inside(borders: str, left: int) -> str:
        pad = look.cell_padding
        return (
            f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>"
            f'<w:top w:w="{pad}" w:type="dxa"/><w:left w:w="{left}" w:type="dxa"/>'
            f'<w:bottom w:w="{pad}" w:type="dxa"/><w:right w:w="115" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr>"
        )

    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SOFT}"/></w:tcPr>'
    head = f'<w:tblStylePr w:type="firstRow">{shade}</w:tblStylePr>'
    lines = edge("bottom") + edge("insideH")
    frame = inside(edge("left", ACCENT, 24) + edge("insideH"), 160) + shade
    return "".join(
        (
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal'
            ' Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
            '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left'
            ' w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108"'
            ' w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
            '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
            own("Verslagtabel", "Verslagtabel", inside(lines, 115) + head),
            own("Gegevenstabel", "Gegevenstabel", inside(lines, 0)),
            own("Kadertabel", "Kadertabel", frame),
        )
    )


def styles(look: Look) -> str:
    return (
        f"{DECLARATION}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
        f'<w:sz w:val="{round(look.text * 2)}"/>'
        f'<w:szCs w:val="{round(look.text * 2)}"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0"'
        ' w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
        f"{paragraph_styles(look)}{character_styles(look)}{table_styles(look)}</w:styles>"
    )


def numbering(look: Look) -> str:
    def level(number: int, form: str, text: str, linked: str) -> str:
        left = (340 if look.has_letterhead else 284) * (number + 1)
        hanging = 340 if look.has_letterhead else 284
        return (
            f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            + (f'<w:pStyle w:val="{linked}"/>' if linked and number == 0 else "")
            + f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}"'
            f' w:hanging="{hanging}"/></w:pPr></w:lvl>'
        )

    bullets = "".join(level(n, "bullet", "•–·"[n], "ListBullet") for n in range(3))
    forms = ("decimal", "lowerLetter", "lowerRoman")
    numbers = "".join(level(n, forms[n], f"%{n + 1}.", "ListNumber") for n in range(3))

    def abstract(number: int, identity: str, levels: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{identity}"/>'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )

    return (
        f"{DECLARATION}<w:numbering {W}>{abstract(0, '47A10001', bullets)}"
        f"{abstract(1, '47A10002', numbers)}"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def header() -> str:
    name = '<w:rPr><w:rStyle w:val="Kantoornaam"/></w:rPr>'
    return (
        f'{DECLARATION}<w:hdr {W} {R} {DRAWING}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        f"{run('{{logo}}')}{run('{{kantoor}}', name)}<w:r><w:tab/></w:r>{run('{{soort}}')}"
        "</w:p></w:hdr>"
    )


def footer() -> str:
    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return (
        f'{DECLARATION}<w:ftr {W} {R}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f"{run('{{voet}}')}<w:r><w:tab/></w:r>{run('pagina ')}{field('PAGE')}{run(' van ')}"
        f"{field('NUMPAGES')}"
        '<w:r><w:br/><w:t xml:space="preserve">{{gegevens}}</w:t></w:r>'
        "</w:p></w:ftr>"
    )


def document(look: Look) -> str:
    page = look.page
    return (
        f"{DECLARATION}<w:document {W} {R}><w:body><w:p>{run('{{inhoud}}')}</w:p><w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{sizes.A4_WIDTH}" w:h="{sizes.A4_HEIGHT}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.side}" w:bottom="{page.bottom}"'
        f' w:left="{page.side}" w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


SETTINGS = (
    f'{DECLARATION}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/></w:settings>'
)
FONT_TABLE = (
    f'{DECLARATION}<w:fonts {W}><w:font w:name="{FONT}"><w:altName w:val="Carlito"/>'
    '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)


def theme() -> str:
    """Colours and fonts that Word offers in its menus; a validator asks for the whole of it."""
    colours = {
        "dk1": TEXT, "lt1": "FFFFFF", "dk2": MUTED, "lt2": SOFT, "accent1": ACCENT,
        "accent2": "96C2C7", "accent3": SECOND, "accent4": "7F898A", "accent5": LINE,
        "accent6": LATE, "hlink": ACCENT, "folHlink": MUTED,
    }  # fmt: skip
    scheme = "".join(f'<a:{k}><a:srgbClr val="{v}"/></a:{k}>' for k, v in colours.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}<a:prstDash val="solid"/></a:ln>'
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' name="Verslag"><a:themeElements><a:clrScheme name="Verslag">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Verslag"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="Verslag"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def content_types() -> str:
    kinds = {
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        "/word/styles.xml": f"{WORD_TYPE}.styles+xml",
        "/word/settings.xml": f"{WORD_TYPE}.settings+xml",
        "/word/numbering.xml": f"{WORD_TYPE}.numbering+xml",
        "/word/fontTable.xml": f"{WORD_TYPE}.fontTable+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/word/header1.xml": f"{WORD_TYPE}.header+xml",
        "/word/footer1.xml": f"{WORD_TYPE}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument"
        ".extended-properties+xml",
    }
    files = {
        "jpeg": "image/jpeg",
        "png": "image/png",
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in files.items()
    )
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'


def relations(targets: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def template(look: Look, title: str) -> bytes:
    """One template as a Word file that opens by itself as well."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(
            {
                "word/document.xml": f"{OFFICE}/officeDocument",
                "docProps/core.xml": f"{PACKAGE}/relationships/metadata/core-properties",
                "docProps/app.xml": f"{OFFICE}/extended-properties",
            }
        ),
        "word/_rels/document.xml.rels": relations(
            {
                "styles.xml": f"{OFFICE}/styles",
                "settings.xml": f"{OFFICE}/settings",
                "numbering.xml": f"{OFFICE}/numbering",
                "fontTable.xml": f"{OFFICE}/fontTable",
                "header1.xml": f"{OFFICE}/header",
                "footer1.xml": f"{OFFICE}/footer",
                "theme/theme1.xml": f"{OFFICE}/theme",
            }
        ),
        "word/document.xml": document(look),
        "word/styles.xml": styles(look),
        "word/settings.xml": SETTINGS,
        "word/numbering.xml": numbering(look),
        "word/fontTable.xml": FONT_TABLE,
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": header(),
        "word/footer1.xml": footer(),
        **Properties(title, "", "Gesprekshulp", "Gesprekshulp", date(2026, 1, 1)).parts(),
    }
    return written(parts)


TEMPLATES = {"verslag.docx": (REPORT, "Verslag"), "dossier.docx": (DOSSIER, "Dossier")}


def main() -> None:
    folder = ROOT / "resources" / "word"
    folder.mkdir(parents=True, exist_ok=True)
    for name, (look, title) in TEMPLATES.items():
        (folder / name).write_bytes(template(look, title))
        print(f"resources/word/{name}")


if __name__ == "__main__":
    main()
