"""The PySide6 in use must not lose references to None, as 6.12.0 does on Python 3.11."""

import sys

from PySide6.QtWidgets import QLabel


def test_calls_that_return_nothing_do_not_lose_references_to_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1_000):
        label.setText("tekst")
    # Other threads and caches may move it a little; the fault loses one at every call.
    assert abs(sys.getrefcount(None) - before) < 100
