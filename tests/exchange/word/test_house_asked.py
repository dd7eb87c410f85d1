"""Placeholders of a template, looked through one by one."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from gesprekshulp.domain.house_style import Finding, Weight
from gesprekshulp.exchange.word.house_check import check_template
from tests.exchange.word.examples import REPORT, build_report, read


def template(*texts: str) -> bytes:
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def wrong(*texts: str) -> list[Finding]:
    found = check_template(template(*texts), REPORT).findings
    return [one for one in found if one.weight is Weight.WRONG]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{{ verslag.tietel }}", "“verslag.tietel”"),
        ("{% if afwezigen %}x{% endif %}", "“afwezigen”"),
        ("{% if doel %}x{% elif doelen %}y{% endif %}", "“doelen”"),
        ("{% for t in toezegingen %}{{ t.wat }}{% endfor %}", "“toezegingen”"),
        ("{% for t in toezeggingen %}{{ t.watt }}{% endfor %}", "“t.watt”"),
        ("{{ klant.naam | hoofdletters }}", "“hoofdletters”"),
        ("{% if klant.naam = 'Vos' %}x{% endif %}", "“{% if klant.naam = 'Vos' %}”"),
        ("{{ klant.naam | default(‘x’) }}", "niet goed geschreven"),
        ("{% include 'brief.docx' %}", "“include 'brief.docx'”"),
        ("{% else %}", "“else”"),
        ("{% endfor %}", "“endfor”"),
        ("{% if doel %}", "“if” is niet gesloten"),
        ("{{ soort }", "accolades"),
        ("{{ inhoud | upper }}", "alleen {{ inhoud }}"),
        ("{%p if doel %} en dit", "naast “{%p if doel %}” valt weg"),
        ("{%p if doel %}{%p for a in afwezig %}", "staan in één alinea"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, named: str) -> None:
    found = wrong("{{ inhoud }}", text)
    assert any(named in one.sentence for one in found)
    assert {one.place for one in found} == {"bladzijde 1, alinea 2"}


def test_a_name_of_a_loop_holds_within_the_loop_alone() -> None:
    found = wrong(
        "{% for t in toezeggingen %}{{ t.wat }}{% endfor %}", "{{ t.wat }}", "{{ inhoud }}"
    )
    assert [one.place for one in found] == ["bladzijde 1, alinea 2"]


@pytest.mark.parametrize(
    "text",
    [
        "{% set wie = klant %}{{ wie.naam }}",
        "{{ klant.naam.upper() }} {{ klant['naam'] }} {{ toezeggingen[0].wat }}",
        "{{ klant.naam | default('x') }} {{- doel -}}",
        "{% if doel_bereikt == 'ja' and besluiten|length > 0 %}A{% elif afwezig %}B{% else %}C"
        "{% endif %}",
        "{% for a in afwezig %}{{ a }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{%p for b in besproken %}\n{{ b.titel }}\n{%p for r in b.alineas %}\n{{ r }}"
        "\n{%p endfor %}\n{%p endfor %}",
    ],
)
def test_what_is_well_written_is_not_mentioned(text: str) -> None:
    texts = (*text.splitlines(), "{{ inhoud }}")
    data = template(*texts)
    assert wrong(*texts) == []
    assert read(build_report(REPORT, template=data)).paragraphs
