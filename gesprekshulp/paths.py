"""Where resources and the user's own data are, the same from source, wheel and frozen program."""

from functools import cache
from pathlib import Path

from gesprekshulp.domain.errors import UserError

_PACKAGE = Path(__file__).resolve().parent
_NAME = "Gesprekshulp"


class FolderUnusable(UserError):
    """The data folder cannot be made, or is a file."""


@cache
def _resources() -> Path:
    # A wheel carries the resources inside the package; a checkout has them beside it.
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a file shipped with the program, such as `resource("icons", "klok.svg")`."""
    return _resources().joinpath(*parts)


def data_folder(override: Path | None = None) -> Path:
    """The folder with the archive and the window's state; made when it is not there yet.

    `override` is what the user gave with `--map`. Raises UserError when it cannot be made.
    """
    if override is not None:
        folder = override
    else:
        # Imported here: a start with --map, and every test, does without it.
        from platformdirs import user_data_path

        folder = user_data_path(_NAME, appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderUnusable(
            f"De gegevensmap {folder} kan niet worden gebruikt. Kies met --map een andere map."
        ) from error
    return folder
