"""The window: Qt, and nothing below this package knows it."""

import builtins


def _import_qt_without_its_hook() -> None:
    """Import Qt, and take back the hook that it puts in every import statement.

    The hook looks for `from __feature__ import`, which we do not use, by reading the source of
    every module that imports something: with it the window is painted a fifth later.
    """
    plain_import = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401

    builtins.__import__ = plain_import


_import_qt_without_its_hook()
