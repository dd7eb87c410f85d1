"""What is found after any key in Ctrl+K, and the palette painted again with it."""

from __future__ import annotations

from gesprekshulp.services.clock import Clock
from gesprekshulp.services.search import find
from gesprekshulp.storage.archive import Archive
from tests.bench.common import Figure, Plan, milliseconds, p95
from tests.bench.large_archive import DAY
from tests.bench.vocabulary import COMMON, RARE

ROW = "search"

_TYPED = {
    "one letter": tuple("abcdefghijklmnopqrstuvwxyzéö1"),
    "common word": ("de", "van", "klant", "offerte", "kosten", "bank"),
    "rare word": (RARE, "zeldzaam", "bestaatniet", "dorhekkades"),
    "two words": ("offerte kassa", "de rekening", "a b", "klant d", f"de {RARE}", "van de x"),
    "beginning": ("st", "lam", "wind", "offe", "ka", "zeld"),
    "name": ("bakkerij", "annet", "annet vos", "melkveehouder dor", "müller", "ömer"),
}


def figures(plan: Plan) -> list[Figure]:
    """Every key of every text, as it is typed."""
    archive = Archive.open(plan.large, Clock(DAY).now)
    found = [*_queries(archive, plan.rounds), *_repaints(archive, plan.rounds)]
    archive.close()
    return found


def _keys(text: str) -> list[str]:
    """What stands in the field after each key."""
    return [text[:end] for end in range(1, len(text) + 1)]


def _queries(archive: Archive, rounds: int) -> list[Figure]:
    everything: list[float] = []
    slowest: dict[str, tuple[float, str]] = {}
    result: list[Figure] = []
    for kind, texts in _TYPED.items():
        times: list[float] = []
        for _ in range(max(2, rounds // 2)):
            for text in texts:
                for typed in _keys(text):
                    took = milliseconds(lambda typed=typed: find(archive, typed))
                    times.append(took)
                    slowest[kind] = max(slowest.get(kind, (0.0, "")), (took, typed))
        everything += times
        took, typed = slowest[kind]
        note = f"slowest {took:.1f} ms for “{typed}”"
        result.append(
            Figure(ROW, f"query after a key, {kind}, p95", "ms", p95(times), 16, note=note)
        )
    result.insert(0, Figure(ROW, "query after any key, p95", "ms", p95(everything), 16))
    first = sorted(milliseconds(lambda word=word: find(archive, word)) for word in COMMON)
    result.append(Figure(ROW, "query for each of 100 common words, p95", "ms", p95(first), 16))
    return result


def _repaints(archive: Archive, rounds: int) -> list[Figure]:
    from PySide6.QtWidgets import QApplication

    from gesprekshulp.ui.palette.palette import Palette
    from gesprekshulp.ui.theme.locale import install_dutch
    from gesprekshulp.ui.theme.theme import LIGHT_ONLY, Theme
    from tests.bench.window import a_desk

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    install_dutch(app)
    Theme(app, LIGHT_ONLY)
    desk, window = a_desk(archive)
    window.resize(1280, 800)
    window.show()
    palette = Palette(desk, window)
    palette.show_over(window)
    app.processEvents()
    times: list[float] = []
    for _ in range(max(2, rounds // 2)):
        for texts in _TYPED.values():
            for text in texts:
                for typed in _keys(text):

                    def key(typed: str = typed) -> None:
                        palette.field.edit.setText(typed)
                        app.processEvents()

                    times.append(milliseconds(key))
    palette.close()
    window.close()
    return [Figure(ROW, "query and palette painted after any key, p95", "ms", p95(times), 50)]
