"""What a client says about a line of the report, read back."""

from __future__ import annotations

from datetime import time

import pytest

from gesprekshulp.domain.appointment import GoalReached
from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.report_line import (
    PersonSaid,
    read_decision,
    read_hours,
    read_person,
    read_reached,
)


@pytest.mark.parametrize(
    ("said", "name", "role", "present"),
    [
        ("Annet Vos (eigenaar), aanwezig", "Annet Vos", "eigenaar", True),
        ("Annet Vos (eigenaar), afwezig", "Annet Vos", "eigenaar", False),
        ("Annet Vos was er niet bij", "Annet Vos", "", False),
        ("Annet Vos, niet aanwezig", "Annet Vos", "", False),
        ("Annet Vos, was er wel bij", "Annet Vos", "", True),
        ("Annet Vos (inkoop) - verhinderd", "Annet Vos", "inkoop", False),
        ("Jansen, J. (directeur)", "Jansen, J", "directeur", None),
        ("Annet de Vos", "Annet de Vos", "", None),
        ("Anet Vos, directeur, aanwezig", "Anet Vos", "directeur", True),
        ("Anet Vos, eigenaar en directeur", "Anet Vos", "eigenaar en directeur", None),
        ("Anet Vos, hoofd verkoop, inkoop, afwezig", "Anet Vos", "hoofd verkoop, inkoop", False),
        ("Anet Vos, CEO", "Anet Vos", "CEO", None),
        ("Anet Vos (eigenaar, inkoop), aanwezig", "Anet Vos", "eigenaar, inkoop", True),
        ("Anet Vos, directeur (inkoop), aanwezig", "Anet Vos", "directeur, inkoop", True),
        ("Anet Vos (inkoop), directeur", "Anet Vos", "inkoop, directeur", None),
        ("de Vries, J., aanwezig", "de Vries, J", "", True),
        ("Vos, Annet, aanwezig", "Vos, Annet", "", True),
        ("Piet Bos, was ook aanwezig", "Piet Bos", "", True),
    ],
)
def test_a_person_is_read_with_function_and_presence(
    said: str, name: str, role: str, present: bool | None
) -> None:
    assert read_person(said) == PersonSaid(name, role, present)


def test_without_a_name_nobody_is_read() -> None:
    assert read_person(", aanwezig") is None


def test_hours_need_a_beginning_and_an_end() -> None:
    assert read_hours("10:00–11:30") == (time(10), time(11, 30))
    assert read_hours("van 9.30 tot 10.15 uur") == (time(9, 30), time(10, 15))
    assert read_hours("om 9.30 uur") is None
    assert read_hours("10:00-10:00") is None


def test_the_scope_stands_behind_a_decision_or_stays_as_it_was() -> None:
    assert read_decision("Systeem B (buiten de opdracht).") == ("Systeem B", Scope.OUTSIDE)
    assert read_decision("Systeem B (in maart)") == ("Systeem B (in maart)", None)


def test_the_answer_on_the_goal_is_one_of_three() -> None:
    assert read_reached("Deels.") is GoalReached.PARTLY
    assert read_reached("nee, nog niet") is GoalReached.NO
    assert read_reached("misschien") is None
    assert read_reached("") is None
