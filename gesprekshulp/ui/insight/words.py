"""The figures of reliability as people say them."""

from __future__ import annotations

from enum import StrEnum

from gesprekshulp.domain.reliability import Figures, Quarter


class Measure(StrEnum):
    """What the charts show, with the word on the switch."""

    KEPT = "Op de dag"
    DAYS_LATE = "Dagen te laat"
    MOVED = "Verzet"
    DROPPED = "Vervallen"

    def of(self, figures: Figures) -> float | None:
        """The value of one quarter; None when there is nothing to tell."""
        match self:
            case Measure.KEPT:
                return None if figures.share_kept is None else figures.share_kept * 100
            case Measure.DAYS_LATE:
                return figures.average_days_late or 0.0 if figures.judged else None
            case Measure.MOVED:
                return float(figures.moved) if ended(figures) else None
            case Measure.DROPPED:
                return float(figures.dropped) if ended(figures) else None

    def words(self, figures: Figures) -> str:
        """The value of one quarter in words."""
        if not ended(figures):
            return "geen toezeggingen"
        match self:
            case Measure.KEPT:
                return kept_words(figures)
            case Measure.DAYS_LATE:
                return late_words(figures)
            case Measure.MOVED:
                return f"{figures.moved} verzet"
            case Measure.DROPPED:
                return f"{figures.dropped} vervallen"


def ended(figures: Figures) -> int:
    """How many promises the figures are about."""
    return figures.judged + figures.dropped


def percent(share: float | None) -> str:
    """ "86%"; "–" when there is nothing to judge. 100% is all of them, and 0% none."""
    if share is None:
        return "–"
    whole = round(share * 100)
    if 0 < share < 1:
        whole = min(99, max(1, whole))
    return f"{whole}%"


def one_decimal(value: float) -> str:
    """ "3" or "3,5"."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def days(number: float) -> str:
    """ "1 dag", "3,5 dagen"."""
    text = one_decimal(number)
    return f"{text} dag" if text == "1" else f"{text} dagen"


def kept_words(figures: Figures) -> str:
    """ "86%, 12 van 14 op de dag"."""
    if not figures.judged:
        return "geen met een dag"
    return f"{percent(figures.share_kept)}, {figures.kept} van {figures.judged} op de dag"


def late_words(figures: Figures) -> str:
    """ "2 te laat, gemiddeld 3 dagen, hoogstens 5"."""
    if not figures.late:
        return "geen te laat"
    average = figures.average_days_late or 0.0
    if figures.late == 1:
        return f"1 te laat, {days(average)}"
    text = f"{figures.late} te laat, gemiddeld {days(average)}"
    return text if figures.longest <= average else f"{text}, hoogstens {figures.longest}"


def short_quarter(quarter: Quarter) -> str:
    """ "2e kw 25"."""
    return f"{quarter.number}e kw {quarter.year % 100:02d}"
