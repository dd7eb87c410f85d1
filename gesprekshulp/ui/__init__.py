"""The window: Qt, and nothing below this package knows it."""

import builtins

PLAIN_IMPORT = builtins.__import__
"""The import statement from before PySide6 put its own hook in it; see `start.py`."""
