"""Places in a text: ours count characters, Qt's count units of UTF-16, where an emoji is two."""


def units(text: str, end: int | None = None) -> int:
    """How far a place is in Qt's counting."""
    return len((text if end is None else text[:end]).encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, qt_units: int) -> int:
    """The place in our counting of a place in Qt's."""
    first = text.encode("utf-16-le", "surrogatepass")[: 2 * qt_units]
    return len(first.decode("utf-16-le", "ignore"))
