"""What leaves the laptop, and the search for leaks that it passes first.

Nothing internal and nothing about another client goes to a client, by whatever way: Word, PDF,
printer, message, list. This is the only place that makes an `OutPaper` or an `OutDraft`, and what
writes files and messages takes nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from gesprekshulp.domain.draft import Draft, OutDraft
from gesprekshulp.domain.errors import UserError
from gesprekshulp.domain.paper import OutPaper, Paper, PaperKind
from gesprekshulp.domain.papers.kinds import compose
from gesprekshulp.domain.remark import Passage, Remark
from gesprekshulp.domain.report import ReportDocument
from gesprekshulp.domain.report_passages import strings_of
from gesprekshulp.services.checking_leaks import (
    INTERNAL,
    LeakSearch,
    all_passages,
    search_for,
)
from gesprekshulp.services.report_reading import Reading
from gesprekshulp.storage.archive import Work


class ReportLeaks(UserError):
    """Something that was about to leave with words in it that are internal or about others."""


def search_of(work: Work, read: Reading) -> LeakSearch:
    """The search for leaks in what goes out about a version of a report."""
    search = search_for(work, read.report, read.sources)
    if read.frozen is None:
        return search
    # What was kept of parts that were left out, the client never got.
    return search.knowing(strings_of(read.frozen.content.document))


def of_report(
    work: Work,
    read: Reading,
    kind: PaperKind = PaperKind.REPORT,
    *,
    contents: bool = False,
    document: ReportDocument | None = None,
) -> tuple[OutPaper, LeakSearch]:
    """A document about a talk, ready to leave, and the search for what is still added to it.

    `document` is the content when it is to differ from what was read, in its state for instance.
    Raises ReportLeaks. What went to the client before is given as it went, also as another kind of
    document, whoever became or was a client since.
    """
    search = search_of(work, read)
    document = document or read.content.document
    if read.frozen is None:
        _require_clean_report(search, all_passages(read.report, read.parts, read.sources))
    # Every kind about a version that was sent says what stood in it, and nothing else.
    return OutPaper(compose(document, kind, contents=contents)), search


def require_clean_file(search: LeakSearch, path: Path) -> None:
    """Raise ReportLeaks for a leak in the name of the file that the client gets."""
    _require_clean_report(search, [path.name], "de naam van het bestand")


def require_clean_word(search: LeakSearch, content: bytes) -> None:
    """Raise ReportLeaks for a leak in a finished Word file: a house style has words of its own."""
    from gesprekshulp.exchange.word.texts import texts_of  # Word comes when it is used

    _require_clean_report(search, texts_of(content), "het sjabloon van de huisstijl")


def report_message(search: LeakSearch, draft: Draft) -> OutDraft:
    """The message that a report goes with. Raises ReportLeaks."""
    _require_clean_report(search, (draft.subject, draft.body), "het bericht")
    return OutDraft(draft)


def with_file(draft: OutDraft, name: str, content: bytes) -> OutDraft:
    """The message with a file that was cleared itself."""
    return OutDraft(replace(draft, files=((name, content),)))


def message(search: LeakSearch, draft: Draft, to: str = "") -> OutDraft:
    """A message that is about no report; `to` is the client when there are more.

    Raises ReportLeaks.
    """
    if reason := stops(search, draft):
        raise ReportLeaks(f"Het bericht{f' aan {to}' if to else ''} kan zo niet weg: {reason}")
    return OutDraft(draft)


def stops(search: LeakSearch, draft: Draft) -> str:
    """Why a message may not go as it is, in words that end a sentence; empty when it may."""
    found = search.stopping((draft.subject, draft.body))
    return why(found) if found else ""


def require_clean_list(search: LeakSearch, texts: Iterable[str], path: Path) -> None:
    """Raise ReportLeaks for a leak in a list of one client's promises, or in the file's name."""
    if found := search.stopping((*texts, path.name)):
        raise ReportLeaks(f"De lijst kan zo niet weg: {why(found)}")


def dispute_overview(search: LeakSearch, paper: Paper, path: Path) -> OutPaper:
    """The overview of a dispute file. Raises ReportLeaks.

    The search knows what the client has already, and what it answered: that is told as it is.
    """
    _require_clean_dispute(search, (*strings_of(paper), path.name))
    return OutPaper(paper)


def require_clean_dispute_word(search: LeakSearch, content: bytes) -> None:
    """As `require_clean_word`, for the overview of a dispute file."""
    from gesprekshulp.exchange.word.texts import texts_of

    _require_clean_dispute(search, texts_of(content))


def for_own_use(paper: Paper) -> OutPaper:
    """A paper that no client gets: the dossier of an adviser, a handover to a colleague."""
    return OutPaper(paper)


def why(found: Sequence[Remark]) -> str:
    """The reason and what to do, in words that end a sentence: of the first, and how many more."""
    first = found[0]
    whose = first.reason.rpartition(";")[0]
    if first.rule == INTERNAL:
        whose = f"“{first.found}” is intern"
    rest = len(found) - 1
    more = f" Er {'is' if rest == 1 else 'zijn'} er nog {rest}." if rest else ""
    return f"{whose}; haal het eruit.{more}"


def _require_clean_report(
    search: LeakSearch, texts: Iterable[Passage | str], where: str = ""
) -> None:
    found = search.stopping(texts)
    if not found:
        return
    more = f" Bij Nakijken staan er nog {len(found) - 1}." if found[1:] else ""
    place = f" Het staat in {where}." if where else ""
    raise ReportLeaks(f"Het verslag kan zo niet weg: {found[0].reason}{place}{more}")


def _require_clean_dispute(search: LeakSearch, texts: Iterable[str]) -> None:
    if found := search.stopping(texts):
        raise ReportLeaks(f"Het geschildossier kan zo niet weg: {why(found)}")
