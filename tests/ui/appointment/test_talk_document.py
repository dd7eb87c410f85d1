"""The rules of typing during a talk, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.ids import AppointmentId, LineId, new_id
from gesprekshulp.domain.note import LineKind, NoteLine
from gesprekshulp.ui.appointment.talk_document import TalkDocument, words_of

TALK = AppointmentId(new_id())
START = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


@pytest.fixture
def ticking() -> Iterator[object]:
    seconds = count()
    return lambda: START + timedelta(seconds=next(seconds))  # type: ignore[return-value]


@pytest.fixture
def document(ticking) -> TalkDocument:
    return TalkDocument(TALK, (), ticking)


def write(document: TalkDocument, text: str) -> None:
    """Type a text key by key; `\\n` is Enter."""
    for key in text:
        if key == "\n":
            document.enter(document.caret)
        else:
            words, at = document.words, document.caret
            document.type(words[:at] + key + words[at:], at + 1)


def said(document: TalkDocument) -> list[str]:
    return [line.kind.mark + words_of(line) for line in document.lines if words_of(line)]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("! bellen", LineKind.COMMITMENT),
        ("=systeem B", LineKind.DECISION),
        ("+ bon", LineKind.WISH),
        ("? wanneer", LineKind.QUESTION),
        ("~ boos", LineKind.SIGNAL),
        ("# prijs", LineKind.INTERNAL),
        ("gewoon! wat", LineKind.NOTE),
    ],
)
def test_the_first_character_gives_the_kind_and_disappears(document, typed, kind):
    write(document, typed)
    assert document.line.kind is kind
    assert document.words == typed.lstrip("!=+?~# ")


def test_enter_makes_the_next_line_and_it_is_plain(document):
    write(document, "!bellen\nrustig")
    assert said(document) == ["!bellen", "rustig"]


def test_enter_on_an_empty_line_does_nothing(document):
    write(document, "een\n\n\ntwee")
    assert len([line for line in document.lines if words_of(line)]) == 2
    assert len(document.lines) == 2


def test_enter_in_the_middle_splits_a_line_and_both_keep_the_kind(document):
    write(document, "#prijs niet lager")
    document.enter(5)
    assert said(document) == ["#prijs", "#niet lager"]


def test_a_line_knows_when_its_first_key_was_typed(document, ticking):
    write(document, "een\n")
    for _ in range(100):
        ticking()
    write(document, "twee")
    first, second = document.lines[:2]
    assert second.at - first.at > timedelta(seconds=100)


def test_a_mark_before_a_line_that_has_a_kind_changes_it(document):
    write(document, "!bellen")
    document.type("?bellen", 1)
    assert said(document) == ["?bellen"]


def test_a_question_mark_inside_a_question_stays(document):
    write(document, "? wat? en nu")
    assert said(document) == ["?wat? en nu"]


def test_backspace_takes_the_mark_first_and_then_the_empty_line(document):
    write(document, "een\n!")
    assert document.backspace_at_start()
    assert document.line.kind is LineKind.NOTE
    assert document.backspace_at_start()
    assert document.words == "een"
    assert document.caret == 3


def test_backspace_at_the_start_joins_a_line_to_the_one_before(document):
    write(document, "een\ntwee")
    document.caret = 0
    assert document.backspace_at_start()
    assert said(document) == ["een twee"]
    assert document.caret == 4


def test_internal_words_never_run_into_a_line_the_client_may_read(document):
    write(document, "een\n#geheim")
    assert not document.backspace_at_start()
    assert said(document) == ["een", "#geheim"]


def test_a_public_line_may_become_part_of_an_internal_one(document):
    write(document, "#geheim\nmeer")
    assert document.backspace_at_start()
    assert said(document) == ["#geheim meer"]
    assert document.line.text == ""


def test_several_pasted_lines_become_several_lines_with_their_own_marks(document):
    document.paste("een\n\n! bellen\r\n# prijs", 0, 0)
    assert said(document) == ["een", "!bellen", "#prijs"]


def test_what_is_pasted_in_an_internal_line_stays_internal(document):
    write(document, "#geheim: ")
    document.paste("een\n! twee\ndrie", len(document.words), len(document.words))
    assert all(line.kind.is_internal for line in document.lines if words_of(line))


def test_pasting_in_the_middle_keeps_what_stood_behind(document):
    write(document, "voor achter")
    document.paste("een\ntwee", 5, 5)
    assert said(document) == ["voor een", "twee achter".replace(" ", "")]


def test_going_to_another_line_leaves_no_empty_line_behind(document):
    write(document, "een\ntwee\ndrie")
    document.go_to(1)
    document.type("", 0)
    document.go_to(0)
    assert said(document) == ["een", "drie"]
    assert [words_of(line) for line in document.lines] == ["een", "drie", ""]


def test_undo_takes_back_word_by_word_and_line_by_line(document):
    write(document, "!ik bel\nrustig")
    document.undo()
    assert said(document) == ["!ik bel"]
    document.undo()
    document.undo()
    assert said(document) == ["!ik "]
    document.redo()
    assert said(document) == ["!ik bel"]


def test_undo_brings_back_a_removed_line_with_its_own_identity(document):
    write(document, "een\ntwee")
    before = document.line.id
    document.type("", 0)
    document.backspace_at_start()
    assert said(document) == ["een"]
    document.undo()
    document.undo()
    assert said(document) == ["een", "twee"]
    assert document.lines[1].id == before


def test_kinds_go_round(document):
    write(document, "tekst")
    seen = []
    for _ in LineKind:
        document.next_kind()
        seen.append(document.line.kind)
    assert seen == [*list(LineKind)[1:], LineKind.NOTE]
    assert document.words == "tekst"


def test_only_decisions_have_a_scope_to_switch(document):
    write(document, "tekst")
    assert not document.switch_scope()
    document.set_kind(LineKind.DECISION)
    assert document.switch_scope()
    assert document.line.scope is Scope.OUTSIDE


def test_a_declined_suggestion_is_remembered_in_the_line(document):
    write(document, "!ik bel nog")
    document.decline_suggestion()
    assert document.line.kind is LineKind.NOTE
    assert document.line.not_a_commitment


def test_only_what_changed_is_saved(document):
    write(document, "een\ntwee\n")
    changed, removed = document.changes()
    assert [line.text for line in changed] == ["een", "twee"]
    assert removed == []
    document.saved(changed, removed)
    assert document.changes() == ([], [])
    document.go_to(0)
    write(document, "!")
    changed, _ = document.changes()
    assert [line.text for line in changed] == ["een!"]


def test_a_line_put_between_others_needs_only_its_own_position(document):
    write(document, "een\ntwee")
    document.saved(*document.changes())
    document.go_to(0)
    write(document, "\ntussen")
    changed, _ = document.changes()
    assert [line.text for line in changed] == ["tussen"]
    positions = [line.position for line in document.lines]
    assert positions == sorted(positions)
    assert said(document) == ["een", "tussen", "twee"]


def test_positions_that_follow_closely_are_given_anew(ticking):
    lines = [
        NoteLine(LineId(new_id()), TALK, n, START).saying(words)
        for n, words in enumerate(("een", "twee"))
    ]
    document = TalkDocument(TALK, lines, ticking)
    document.go_to(0)
    write(document, "\ntussen")
    changed, _ = document.changes()
    assert len({line.position for line in document.lines}) == len(document.lines)
    assert "tussen" in [line.text for line in changed]
    assert said(document) == ["een", "tussen", "twee"]


def test_an_emptied_line_is_removed_from_the_archive(document):
    write(document, "een\ntwee")
    document.saved(*document.changes())
    gone = document.line.id
    document.type("", 0)
    assert document.changes() == ([], [gone])


def test_a_line_can_move_up(document):
    write(document, "een\ntwee\n")
    document.go_to(1)
    assert document.move_line(-1)
    assert said(document) == ["twee", "een"]


def test_lines_that_came_in_elsewhere_are_taken_in_and_nothing_typed_is_lost(document):
    write(document, "!plan\nkoffie")
    changed, _ = document.changes()
    document.saved(changed, ())
    write(document, " en thee")
    promise, coffee = changed
    condition = NoteLine(
        LineId(new_id()), TALK, promise.position + 1, START, LineKind.DECISION, "Ja, mits"
    )
    document.take_in((promise, condition, coffee))
    assert said(document) == ["!plan", "=Ja, mits", "koffie en thee"]
    assert document.words == "koffie en thee"
    assert [words_of(line) for line in document.changes()[0]] == ["koffie en thee"]
