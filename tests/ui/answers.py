"""Stands in for the user in forms: each form that comes up is filled in and saved by the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from gesprekshulp.ui.widgets.form_dialog import FormDialog


class Answers:
    """Gives the next answer to each form. An answer is a dict of values to fill in, None to cancel,
    or a function that gets the real form. The form itself checks what was filled in.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._next: list[Any] = []
        self.titles: list[str] = []
        self.refused: dict[str, str] = {}

        def ask(cls: type[FormDialog], *args: Any, **named: Any) -> dict[str, Any] | None:
            form = cls(*args, **named)
            form.show()
            self.titles.append(form.windowTitle())
            answer = self._next.pop(0)
            try:
                return self._give(form, answer)
            finally:
                form.close()
                form.deleteLater()

        monkeypatch.setattr(FormDialog, "ask", classmethod(ask))

    def then(self, answer: dict[str, Any] | Callable[[FormDialog], object] | None) -> Answers:
        """Answer the next form so."""
        self._next.append(answer)
        return self

    def remove(self) -> Answers:
        """Press the button that removes the thing itself."""
        return self.then(lambda form: form.remove_button.click())

    def _give(self, form: FormDialog, answer: Any) -> dict[str, Any] | None:
        if answer is None:
            return None
        if callable(answer):
            answer(form)
        else:
            form.with_values(answer)
            form.save_button.click()
        if form.isVisible():
            found = {key: form.labelled(key).problem() for key in form._labelled}
            self.refused = {key: text for key, text in found.items() if text}
            return None
        return form.values()


def save_as_proposed(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[str]:
    """The user saves each file in this folder by the name that is proposed; gives those names."""
    names: list[str] = []

    def chosen(parent: object, title: str, proposed: str, *_: object) -> tuple[str, str]:
        names.append(Path(proposed).name)
        return str(folder / Path(proposed).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    return names
