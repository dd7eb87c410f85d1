"""A note as words: tokens with their place in the text, cut into lines and sentences."""

from dataclasses import dataclass

from gesprekshulp.language.abbreviations import keeps_stop, with_capitals
from gesprekshulp.language.patterns import pattern

_TOKEN = pattern(
    r"(?:[^\W\d_]\.){2,}"  # z.s.m.
    r"|[^\W\d_]+(?:['’\-&][^\W\d_]+)*['’]?s?\b\.?"
    r"|['’][^\W\d_]+"  # 's, 't
    r"|\d+(?:[.,:/\-]\d+)*(?:e|de|ste|u|h)?\b"
    r"|->|=>|-->|→|\n+|[^\s]"
)
_WORD = pattern(r"[^\W\d_]")
OPENING = '"“„«‘'
CUTS = frozenset(("|", ",", ":", "→", "->", "=>", "-->", "–", "—"))
"""Marks that part clauses."""
CLOSING = '"”“»’'


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; `low` is looked up, `start` and `end` are its place in the note."""

    text: str
    low: str
    start: int
    end: int
    is_name: bool = False  # of somebody at the table, though it looks like a verb

    @property
    def is_word(self) -> bool:
        """Whether it is a word rather than a mark or a number."""
        return self.low[:1].isalpha() or (self.low[:1] in "'’" and len(self.low) > 1)

    @property
    def shortened(self) -> bool:
        """Whether it is an abbreviation with its full stop."""
        return len(self.text) > 2 and self.text[-1] == "."

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital, as names do."""
        return self.text[:1].isupper()


def tokens(note: str) -> list[Token]:
    """All words and marks of a note; a full stop that ends a sentence is a token of its own."""
    found: list[Token] = []
    capitals = with_capitals(note)
    for match in _TOKEN.finditer(note):
        text, start = match.group(), match.start()
        low = text.lower()
        stopped = text.endswith(".") and len(text) > 1
        if stopped and not keeps_stop(low, note, match.end(), capitals=capitals):
            found.append(Token(text[:-1], low[:-1], start, match.end() - 1))
            found.append(Token(".", ".", match.end() - 1, match.end()))
            continue
        found.append(
            Token(
                text,
                low.rstrip(".") if len(low) > 1 and low.count(".") == 1 else low,
                start,
                match.end(),
            )
        )
    return found


def sentences(items: list[Token]) -> list[list[Token]]:
    """The tokens cut at sentence ends, semicolons, line ends and numbered points."""
    out: list[list[Token]] = []
    current: list[Token] = []
    quoted = lettered = False

    def close() -> None:
        nonlocal current
        if current:
            out.append(current)
        current = []

    previous_end = -1
    expected = ""  # the letter of the next point
    for i, token in enumerate(items):
        low = token.low
        if low[0] == "\n" or low in ("•", "●", "▪", "·"):
            close()
            quoted = False
        elif low in _BULLETS and not current:
            pass  # a bullet
        elif not current and _box(items, i):
            pass
        elif (
            low == "/"
            and token.start > previous_end
            and i + 1 < len(items)
            and items[i + 1].start > token.end
        ):
            close()
        elif low == "!" and i and items[i - 1].low == "(":
            current.append(token)  # "(!)" ends no sentence
        elif low in (".", "!", "?", ";", "…"):
            current.append(token)
            following = items[i + 1].low if i + 1 < len(items) else ""
            if quoted and following in CLOSING:
                previous_end = token.end
                continue
            close()
        elif _numbered(items, i):
            close()
        elif _lettered(items, i, expected):
            close()
            lettered = True
            expected = chr(ord(token.low[0]) + 1)
        elif lettered and low == ")" and not current:
            lettered = False
        elif low == ")" and not current:
            pass
        else:
            if token.text in '"“„”«»':
                quoted = not quoted if token.text == '"' else token.text in "“„«"
                current.append(token)
                # '... stuur ik." De klant': the quote ended its sentence
                if not quoted and len(current) > 1 and current[-2].low in (".", "!", "?"):
                    nxt = items[i + 1] if i + 1 < len(items) else None
                    if nxt is not None and nxt.is_word and nxt.capital:
                        close()
            else:
                current.append(token)
        previous_end = token.end
    close()
    return out


_BULLETS = frozenset(("*", "-", "–", "—", "☐", "☑", "□", "→", "->", "=>", "-->", ">", "+", "✓"))


def _box(items: list[Token], i: int) -> bool:
    """Whether token `i` belongs to the "[ ]" or "[x]" before a point."""
    lows = [t.low for t in items[i : i + 3]]
    if lows[0] == "[":
        return "]" in lows[1:]
    return lows[0] == "]" or (lows[0] in ("x", "v") and lows[1:2] == ["]"])


def _numbered(items: list[Token], i: int) -> bool:
    """Whether token `i` belongs to the mark of a numbered point: "(1)", "2)"."""
    low = items[i].low
    if low == "(":
        return (
            i + 2 < len(items)
            and items[i + 1].low.isdigit()
            and len(items[i + 1].low) < 3
            and items[i + 2].low == ")"
        )
    if not (low.isdigit() and len(low) < 3 and i + 1 < len(items) and items[i + 1].low == ")"):
        return False
    opened = i > 0 and items[i - 1].low == "("
    return opened or not any(t.low == "(" for t in items[max(0, i - 6) : i])


def _lettered(items: list[Token], i: int, expected: str) -> bool:
    """Whether token `i` is the "a." or "b)" of a point in a list."""
    token = items[i]
    if len(token.low) != 1 or not "a" <= token.text <= "k" or i + 2 >= len(items):
        return False
    if token.low == expected and token.text.endswith("."):
        return True
    if i and items[i - 1].low not in (":", ";", ",", ".") and "\n" not in items[i - 1].low:
        return False
    return token.text.endswith(".") or items[i + 1].low == ")"


def has_letters(text: str) -> bool:
    """Whether there is anything to read in a text at all."""
    return _WORD.search(text) is not None
