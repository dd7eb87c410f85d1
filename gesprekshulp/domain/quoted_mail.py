"""What somebody wrote in a mail himself, apart from the message that he answers."""

from __future__ import annotations

import re

# "Op do 26 nov 2026 om 14:00 schreef Jan <jan@x.nl>:", which programs break over two lines.
_INTRODUCES = re.compile(
    r"(?:>\s*)?(?:Op|On|Am|Le)\b.{4,200}?\b(?:schreef|wrote|geschreven|schrieb|écrit)\b.{0,120}:$",
    re.IGNORECASE,
)
_MOMENT = re.compile(r"@|\d{1,2}[:.]\d{2}|\b\d{4}\b")
_OPENS = re.compile(r"(?:>\s*)?(?:Op|On|Am|Le)\b", re.IGNORECASE)
_HEADED = re.compile(r"\*?(?:Van|From|Von)\s?:\*?", re.IGNORECASE)
_HEADS = re.compile(
    r"\*?(?:Verzonden|Sent|Gesendet|Datum|Date|Aan|To|An|Cc|Onderwerp|Subject|Betreff)\s?:",
    re.IGNORECASE,
)
_RULE = re.compile(r"_{5,}$|-{3,}")
_ANSWERED = re.compile(
    r"-{2,}\s*(?:Oorspronkelijk|Original|Doorgestuurd|Forwarded|Beantwoord)", re.IGNORECASE
)
_BY_DEVICE = re.compile(
    r"(?:Verstuurd|Verzonden|Sent) (?:vanaf|vanuit|met|from|using)\b.{1,60}$", re.IGNORECASE
)
_ABOVE = 3
"""Quoted lines that are kept above what somebody wrote among them."""


def own_words(text: str) -> str:
    """What the sender wrote, with the quoted lines that it is an answer to.

    Those are only kept, behind ">", where somebody wrote above and among the lines of the message
    that he answers. A mail of nothing but quoted text keeps its words.
    """
    blocks = _blocks(text)
    own = [block for block in blocks if not block[0].startswith(">")]
    shown: list[str] = []
    for place, block in enumerate(blocks):
        if block[0].startswith(">"):
            continue
        if len(own) > 1 and place:
            shown.append("\n".join(_nearest(blocks[place - 1])))
        shown.append("\n".join(block))
    return "\n\n".join(filter(None, shown)) or text.strip()


def written(text: str) -> str:
    """Only what the sender wrote himself; "" when that is nothing."""
    blocks = (block for block in _blocks(text) if not block[0].startswith(">"))
    return "\n\n".join("\n".join(block) for block in blocks)


def _blocks(text: str) -> list[list[str]]:
    """Stretches of own lines and of quoted ones in turn, without what only leads in a quote."""
    lines = [line.rstrip() for line in text.splitlines()]
    blocks: list[list[str]] = []
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if (rest := _introduced(lines, at)) is not None:
            if not _next(lines, rest).startswith(">"):
                break  # the message below is not marked as quoted
            at = rest
            continue
        if _begins_message(lines, at):
            break
        at += 1
        if _BY_DEVICE.match(line):
            continue
        quoted = line.startswith(">")
        if blocks and (not line or quoted == blocks[-1][0].startswith(">")):
            blocks[-1].append(line)
        elif line:
            blocks.append([line])
    trimmed = ([*_trimmed(block)] for block in blocks)
    return [block for block in trimmed if block and any(line.strip("> ") for line in block)]


def _trimmed(block: list[str]) -> list[str]:
    while block and not block[-1].strip():
        block = block[:-1]
    return block


def _introduced(lines: list[str], at: int) -> int | None:
    """Where a quote begins, when the lines here say who wrote it and when."""
    if not _OPENS.match(lines[at].strip()):
        return None
    said = ""
    for end in range(at, min(at + 3, len(lines))):
        said = f"{said} {lines[end].strip().lstrip('> ')}".strip()
        if _INTRODUCES.match(said) and _MOMENT.search(said):
            return end + 1
        if not lines[end].strip():
            return None
    return None


def _begins_message(lines: list[str], at: int) -> bool:
    """Whether the message that is answered stands from here on, as Outlook sets it."""
    line = lines[at].strip()
    if _ANSWERED.match(line) or re.fullmatch(r">>>.+>>>", line):
        return True
    if _RULE.match(line):
        return bool(_HEADED.match(_next(lines, at + 1)))
    following = [other.strip() for other in lines[at + 1 : at + 5]]
    return bool(_HEADED.match(line)) and any(_HEADS.match(other) for other in following)


def _next(lines: list[str], at: int) -> str:
    """The next line that holds something."""
    return next((line.strip() for line in lines[at:] if line.strip()), "")


def _nearest(quoted: list[str]) -> list[str]:
    """The last paragraph of a quote: what the words below it are about."""
    found: list[str] = []
    for line in reversed(quoted):
        if not line.strip("> "):
            if found:
                break
            continue
        found.insert(0, line)
    return found[-_ABOVE:]
