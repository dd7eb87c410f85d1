"""The lines of a talk while they are being typed: what each key does, undo, and what to save.

No Qt here: the rules of typing are tested without a window. There is always one line with the
cursor (`current`), and after the last line an empty one to go on in, unless the cursor is in that
last line itself. Empty lines are not saved.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from gesprekshulp.domain.decision import Scope
from gesprekshulp.domain.ids import AgendaItemId, AppointmentId, LineId, new_id
from gesprekshulp.domain.note import MARKS, LineKind, NoteLine

KINDS = tuple(LineKind)
_BY_MARK = {mark: kind for kind, mark in MARKS.items() if mark}
_GAP = 16
_UNDO_STEPS = 400


def words_of(line: NoteLine) -> str:
    """What stands in a line, for the adviser's own screen."""
    return line.internal.reveal() if line.kind.is_internal else line.text


@dataclass(frozen=True, slots=True)
class _State:
    lines: tuple[NoteLine, ...]
    current: int
    caret: int


class TalkDocument:
    """The lines, the current one, and the caret in it. `item` is the agenda item under way."""

    def __init__(
        self, appointment_id: AppointmentId, lines: Sequence[NoteLine], now: Callable[[], datetime]
    ) -> None:
        self._appointment_id = appointment_id
        self._now = now
        self.item: AgendaItemId | None = None
        self.lines: list[NoteLine] = list(lines)
        self._stored: dict[LineId, NoteLine] = {line.id: line for line in lines}
        self._undo: list[_State] = []
        self._redo: list[_State] = []
        self._burst: tuple[LineId, str] | None = None
        self.caret = 0
        self.current = -1
        self._end_with_empty()
        self.current = len(self.lines) - 1

    # --- what stands there ---

    @property
    def line(self) -> NoteLine:
        """The line with the cursor."""
        return self.lines[self.current]

    @property
    def words(self) -> str:
        """The words of the line with the cursor."""
        return words_of(self.line)

    def index_of(self, id: LineId) -> int:
        """The place of a line, or -1."""
        return next((n for n, line in enumerate(self.lines) if line.id == id), -1)

    # --- moving ---

    def go_to(self, index: int, caret: int | None = None) -> None:
        """Put the cursor in another line; a line left empty disappears."""
        index = min(max(index, 0), len(self.lines) - 1)
        wanted = self.lines[index].id
        left = self.line
        if left.id != wanted and not words_of(left).strip() and left is not self.lines[-1]:
            del self.lines[self.current]
        self.current = self.index_of(wanted)
        self._end_with_empty()
        self.caret = len(self.words) if caret is None else min(max(caret, 0), len(self.words))
        self._burst = None

    # --- typing ---

    def type(self, words: str, caret: int) -> bool:
        """The current line now says `words`. True when something was taken out of them.

        A first character `! = + ? ~ #` gives the line its kind and disappears into the mark, and
        so does a space before the first word.
        """
        before = self.words
        if not before and words.startswith(" "):
            self._type(words.lstrip(), max(0, caret - (len(words) - len(words.lstrip()))))
            return True
        return self._type(words, caret)

    def _type(self, words: str, caret: int) -> bool:
        before = self.words
        if words == before:
            self.caret = caret
            return False
        line = self.line
        if not before and line.id not in self._stored:
            # A line begins, and belongs to an agenda item, with its first key.
            line = replace(line, at=self._now(), agenda_item_id=self.item)
        kind = _BY_MARK.get(words[:1]) if words else None
        # On a line that has a kind, only a mark put before what stood there changes it.
        if kind is not None and (line.kind is LineKind.NOTE or words[1:] == before):
            self._remember()
            rest = words[1:].lstrip()
            self._put(line.as_kind(kind).saying(rest))
            self.caret = max(0, caret - (len(words) - len(rest)))
            return True
        self._remember_typing(before, words)
        self._put(line.saying(words))
        self.caret = caret
        return False

    def enter(self, caret: int) -> None:
        """The next line. In the middle of a line the rest goes along, and keeps its kind."""
        words = self.words
        if not words.strip():
            return
        self._remember()
        line = self.line
        head, rest = words[:caret].rstrip(), words[caret:].lstrip()
        if not head:
            self._insert(self.current, self._empty())
            self.current += 1
        elif rest:
            self._put(line.saying(head))
            self._insert(self.current + 1, replace(self._empty(), kind=line.kind).saying(rest))
            self.current += 1
        elif self.current + 1 < len(self.lines) and not words_of(self.lines[self.current + 1]):
            self.current += 1
        else:
            self._insert(self.current + 1, self._empty())
            self.current += 1
        self.caret = 0
        self._end_with_empty()

    def backspace_at_start(self) -> bool:
        """Backspace before the first character; True when something was done.

        Takes the mark away, then the empty line, and joins a line with text to the one before it.
        """
        line, words = self.line, self.words
        if line.kind is not LineKind.NOTE and not (words and line.kind.is_internal):
            self._remember()
            self._put(line.as_kind(LineKind.NOTE))
            return True
        if not words:
            return self._remove_empty()
        return self._join_with_previous()

    def delete_at_end(self) -> bool:
        """Delete behind the last character brings the next line up. True when it did."""
        if self.current + 1 >= len(self.lines) or not words_of(self.lines[self.current + 1]):
            return False
        self.current += 1
        if self._join_with_previous():
            return True
        self.current -= 1
        return False

    def _remove_empty(self) -> bool:
        if self.current == 0:
            return False
        self._remember()
        if self.current < len(self.lines) - 1:
            del self.lines[self.current]
        self.current -= 1
        self.caret = len(self.words)
        return True

    def _join_with_previous(self) -> bool:
        if self.current == 0:
            return False
        before, line = self.lines[self.current - 1], self.line
        # What is internal never runs into a line that a client may read.
        if line.kind.is_internal and not before.kind.is_internal:
            return False
        self._remember()
        head, tail = words_of(before), words_of(line)
        between = " " if head and tail and not head.endswith(" ") else ""
        del self.lines[self.current]
        self.current -= 1
        self._put(before.saying(head + between + tail))
        self.caret = len(head) + len(between)
        self._end_with_empty()
        return True

    def paste(self, text: str, caret: int, until: int) -> None:
        """Put text in place of what is selected; several lines become several lines.

        A pasted line's own mark gives it its kind; within an internal line all stays internal.
        """
        self._remember()
        words, line = self.words, self.line
        parts = [part.strip() for part in text.splitlines()]
        parts = [part for part in parts if part]
        if not parts:
            return
        head, tail = words[:caret], words[until:]
        first, *others = parts
        if not others:
            self._put(line.saying(head + first + tail))
            self.caret = len(head) + len(first)
            return
        inside = line.kind if line.kind.is_internal else LineKind.NOTE
        made = [self._from_text(part, inside) for part in others]
        if not head and line.kind is LineKind.NOTE:
            marked = self._from_text(first, LineKind.NOTE)
            self._put(replace(line, kind=marked.kind).saying(words_of(marked)))
        else:
            self._put(line.saying(head + first))
        if tail.strip():
            made[-1] = made[-1].saying(words_of(made[-1]) + tail)
        for offset, new in enumerate(made, start=1):
            self._insert(self.current + offset, new)
        self.current += len(made)
        self.caret = len(self.words) - len(tail)
        self._end_with_empty()

    def _from_text(self, text: str, kind: LineKind) -> NoteLine:
        marked = _BY_MARK.get(text[:1])
        if marked is not None and (marked.is_internal or not kind.is_internal):
            kind, text = marked, text[1:].lstrip()
        return replace(self._empty(), kind=kind).saying(text)

    # --- kind, scope, suggestion ---

    def set_kind(self, kind: LineKind) -> None:
        """Make the current line of another kind."""
        if kind is not self.line.kind:
            self._remember()
            self._put(self.line.as_kind(kind))

    def next_kind(self) -> None:
        """The kind after this one, round and round."""
        self.set_kind(KINDS[(KINDS.index(self.line.kind) + 1) % len(KINDS)])

    def switch_scope(self, index: int | None = None) -> bool:
        """A decision outside the assignment instead of inside, or back. False for other lines."""
        index = self.current if index is None else index
        line = self.lines[index]
        if line.kind is not LineKind.DECISION:
            return False
        self._remember()
        other = Scope.INSIDE if line.scope is Scope.OUTSIDE else Scope.OUTSIDE
        self.lines[index] = replace(line, scope=other)
        return True

    def take_suggestion(self) -> None:
        """What was suggested is a promise."""
        self._remember()
        self._put(replace(self.line.as_kind(LineKind.COMMITMENT), not_a_commitment=False))

    def decline_suggestion(self, index: int | None = None) -> None:
        """A line is no promise, and is not suggested as one again."""
        index = self.current if index is None else index
        line = self.lines[index]
        self._remember()
        if line.kind is LineKind.COMMITMENT:
            line = line.as_kind(LineKind.NOTE)
        self.lines[index] = replace(line, not_a_commitment=True)

    def move_line(self, step: int) -> bool:
        """Move the current line up (-1) or down (1). True when it moved."""
        to = self.current + step
        if not 0 <= to < len(self.lines) - 1 or not self.words.strip():
            return False
        self._remember()
        line = self.lines.pop(self.current)
        self._insert(to, line)
        self.current = to
        return True

    def remove_lines(self, gone: range) -> None:
        """Take lines away; the cursor goes to the line that comes in their place."""
        self._remember()
        del self.lines[gone.start : gone.stop]
        if not self.lines:
            self.lines.append(self._empty())
        self.current = min(gone.start, len(self.lines) - 1)
        self.caret = 0
        self._end_with_empty()

    # --- undo ---

    def undo(self) -> bool:
        """Take back the last change. False when there is none."""
        return self._step(self._undo, self._redo)

    def redo(self) -> bool:
        """Do again what was taken back."""
        return self._step(self._redo, self._undo)

    def _step(self, take: list[_State], give: list[_State]) -> bool:
        if not take:
            return False
        give.append(self._state())
        state = take.pop()
        self.lines = list(state.lines)
        self.current = state.current
        self.caret = state.caret
        self._burst = None
        return True

    def _state(self) -> _State:
        return _State(tuple(self.lines), self.current, self.caret)

    def _remember(self) -> None:
        self._undo.append(self._state())
        del self._undo[:-_UNDO_STEPS]
        self._redo.clear()
        self._burst = None

    def _remember_typing(self, before: str, words: str) -> None:
        """One step for each word typed, and one for each run of deleting."""
        direction = "+" if len(words) > len(before) else "-"
        burst = (self.line.id, direction)
        new_word = direction == "+" and words[: len(before)] == before and before.endswith(" ")
        if self._burst != burst or new_word:
            self._remember()
        self._burst = burst

    # --- saving ---

    def changes(self) -> tuple[list[NoteLine], list[LineId]]:
        """The lines that are new or changed since they were saved, and which ones are gone."""
        self._number()
        filled = [line for line in self.lines if words_of(line).strip()]
        changed = [line for line in filled if self._stored.get(line.id) != line]
        there = {line.id for line in filled}
        return changed, [id for id in self._stored if id not in there]

    def saved(self, kept: Sequence[NoteLine], removed: Sequence[LineId]) -> None:
        """These lines are in the archive now, as given; their scope may have been filled in."""
        by_id: Mapping[LineId, NoteLine] = {line.id: line for line in kept}
        for index, line in enumerate(self.lines):
            if (now := by_id.get(line.id)) is not None and line.scope is not now.scope:
                self.lines[index] = replace(line, scope=now.scope)
        self._stored.update(by_id)
        for id in removed:
            self._stored.pop(id, None)

    def take_in(self, stored: Sequence[NoteLine]) -> None:
        """All lines as the archive has them by now, after something was answered beside them.

        What is typed and not kept yet stays. The cursor stays in its line; when a line came in just
        below that, it goes to that one.
        """
        self._remember()
        current = self.line.id
        known = {line.id: line for line in stored}
        self.lines = [
            known.get(line.id, line) if self._stored.get(line.id) == line else line
            for line in self.lines
        ]
        self._stored = dict(known)
        for before, line in zip((None, *stored), stored, strict=False):
            if self.index_of(line.id) < 0:
                self.lines.insert(self.index_of(before.id) + 1 if before else 0, line)
                if before is not None and before.id == current:
                    current = line.id
        self.current = self.index_of(current)
        self.caret = len(self.words)
        self._end_with_empty()

    def _number(self) -> None:
        """Give lines positions that rise, changing as few as can be."""
        last = -1
        for index, line in enumerate(self.lines):
            if line.position > last:
                last = line.position
                continue
            following = next(
                (later.position for later in self.lines[index + 1 :] if later.position > last),
                None,
            )
            if following is None:
                place = last + _GAP
            elif following - last > 1:
                place = (last + following) // 2
            else:
                self._number_anew()
                return
            self.lines[index] = replace(line, position=place)
            last = place

    def _number_anew(self) -> None:
        self.lines = [
            replace(line, position=(number + 1) * _GAP) for number, line in enumerate(self.lines)
        ]

    # --- small things ---

    def _put(self, line: NoteLine) -> None:
        self.lines[self.current] = line
        self._end_with_empty()

    def _insert(self, index: int, line: NoteLine) -> None:
        self.lines.insert(index, replace(line, position=-1))

    def _empty(self) -> NoteLine:
        return NoteLine(
            LineId(new_id()), self._appointment_id, -1, self._now(), agenda_item_id=self.item
        )

    def _end_with_empty(self) -> None:
        last = self.lines[-1] if self.lines else None
        if last is not None and not words_of(last) and last.kind is LineKind.NOTE:
            return
        # The line being typed may be the last one itself; the next comes with Enter.
        if last is None or self.current != len(self.lines) - 1:
            self.lines.append(self._empty())
