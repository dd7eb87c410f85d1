"""Templates with placeholders: what can stand in them, and filling them in."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any, cast

from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs]
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gesprekshulp.domain.clean import clean, one_line
from gesprekshulp.domain.paper import Paper
from gesprekshulp.domain.phrases import phrases
from gesprekshulp.domain.report import ReportDocument, ReportState
from gesprekshulp.exchange.word.errors import TemplateRefused
from gesprekshulp.exchange.word.house_places import CONTENT_MARK
from gesprekshulp.exchange.word.letterhead import letterhead
from gesprekshulp.exchange.word.tree import NotXml


def fill(template: bytes, paper: Paper, document: ReportDocument | None, asked: str) -> bytes:
    """The template with its placeholders filled.

    `asked` is what `placeholders` found. Raises TemplateRefused, naming what is wrong.
    """
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    target = BytesIO()
    try:
        filled: Any = DocxTemplate(BytesIO(template))
        filled.render({**_writable(values(paper, document)), "inhoud": CONTENT_MARK}, environment)
        filled.save(target)
    except UndefinedError as error:
        name = re.findall(r"'([^']+)'", str(error))
        what = f"“{name[-1]}”" if name else "een invulplaats"
        raise TemplateRefused(
            f"In het sjabloon staat {what}, en dat kent het verslag niet;"
            " verbeter of verwijder die invulplaats in Word."
        ) from None
    except TemplateSyntaxError:
        raise TemplateRefused(
            f"{_unfinished(asked)} in het sjabloon is niet goed geschreven; kijk de accolades na in"
            " Word."
        ) from None
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, NotXml):
        raise TemplateRefused(
            "Het sjabloon kan niet worden ingevuld; kijk de invulplaatsen na in Word."
        ) from None
    return target.getvalue()


def _unfinished(asked: str) -> str:
    for line in asked.splitlines():
        if line.count("{{") != line.count("}}") or line.count("{%") != line.count("%}"):
            return f"De invulplaats “{one_line(line, 60)}”"
    return "Een invulplaats"


def values(paper: Paper, about: ReportDocument | None) -> dict[str, Any]:
    """What a template may ask for, by its Dutch name; empty where a document has no talk."""
    document = about or _without_talk(paper)
    firm = document.firm
    say = phrases(document.language, document.form)
    around = letterhead(paper)
    reached = document.goal_reached
    return {
        # What our own template asks for, so that a firm can start from it.
        "logo": "",
        "kantoor": around.firm,
        "soort": around.kind or say.kinds[paper.kind],
        "voet": around.foot,
        "gegevens": around.details,
        "klant": {"naam": document.client},
        "firma": {
            "naam": firm.name,
            "adviseur": firm.adviser,
            "adres": firm.address,
            "telefoon": firm.phone,
            "mail": firm.email,
            "website": firm.website,
        },
        "verslag": {
            "titel": paper.title,
            "versie": str(document.version),
            "staat": document.state.value,
        },
        "afspraak": {
            "datum": say.long_day(document.day),
            "tijd": document.time,
            "plaats": document.place,
        },
        "aanwezig": list(document.present),
        "afwezig": list(document.absent),
        "doel": document.goal,
        "doel_bereikt": say.reached[reached] if reached else "",
        "doel_toelichting": document.goal_note,
        "besproken": [
            {"titel": item.title, "alineas": list(item.paragraphs)} for item in document.discussed
        ],
        "besluiten": [
            {"tekst": item.text, "opdracht": say.scopes[item.scope]} for item in document.decisions
        ],
        "toezeggingen": [
            {"nr": str(number), "wat": item.what, "wie": item.who, "uiterlijk": item.by_when}
            for number, item in enumerate(document.commitments, start=1)
        ],
        "nog_open": list(document.open_questions),
        "eerder": [
            {"wat": item.what, "wie": item.who, "stand": item.standing} for item in document.earlier
        ],
        "vervolg": document.next_appointment,
        "bijlagen": list(document.attachments),
        "onderdelen": [
            {"titel": part.title, "alineas": list(part.paragraphs)} for part in document.extra
        ],
        "afsluiting": list(document.closing),
    }


def _without_talk(paper: Paper) -> ReportDocument:
    return ReportDocument(
        firm=paper.firm, title=paper.title, client=paper.client, version=1,
        state=ReportState.DRAFT, day=paper.day, time="", place="", present=(), absent=(), goal="",
        goal_reached=None, goal_note="", discussed=(), decisions=(), commitments=(),
        open_questions=(), earlier=(), next_appointment="", attachments=(), extra=(), closing=(),
        language=paper.language,
    )  # fmt: skip


def _writable(value: Any) -> Any:
    match value:
        case str():
            return clean(value).replace(CONTENT_MARK, "")
        case dict():
            fields = cast("dict[str, Any]", value)
            return {key: _writable(inside) for key, inside in fields.items()}
        case _:
            return [_writable(inside) for inside in value]
