"""How Dutch verbs are conjugated: from an infinitive to its forms, and from a form back."""

from collections.abc import Iterator
from enum import IntFlag

VOWELS = "aeiouy"
INSEPARABLE = (
    "be", "ge", "her", "ont", "ver", "er", "onder", "over", "mis", "vol", "door", "weer",
)  # fmt: skip
"""Prefixes that stay on their verb."""

_BARE = ("be", "ge", "her", "ont", "ver", "er", "onder", "over", "vol", "mis")


class Form(IntFlag):
    """What a word can be within its verb."""

    STEM = 1  # (ik) lever
    THIRD = 2  # (hij) levert
    PLURAL = 4  # (wij) leveren, and the infinitive
    PAST = 8  # leverde, leverden
    PARTICIPLE = 16  # geleverd


def stems(infinitive: str) -> tuple[str, ...]:
    """The stems an infinitive can have: "leveren" gives lever and leveer."""
    if infinitive.endswith("iëren"):
        return (infinitive[:-5] + "ieer",)
    if infinitive.endswith(("zien", "doen")):
        return (infinitive[:-1],)  # herzie, herziet
    if infinitive.endswith(("gaan", "staan", "slaan")):
        return (infinitive[:-2],)  # onderga; "ondergaat" is added below
    body = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    if len(body) >= 2 and body[-1] == body[-2] and body[-1] not in VOWELS:
        return (body[:-1],)
    voiceless = body[:-1] + {"v": "f", "z": "s"}[body[-1]] if body[-1:] in ("v", "z") else body
    single = (
        len(body) >= 2
        and body[-1] not in VOWELS + "w"
        and body[-2] in "aeou"
        and (len(body) < 3 or body[-3] not in VOWELS)
    )
    if not single:
        return (voiceless,)
    long = body[:-1] + body[-2] + voiceless[-1]
    # unstressed -er, -el, -en keep one e: lever, regel, open
    unstressed = body[-2] == "e" and any(c in VOWELS for c in body[:-3])
    return (long, voiceless) if unstressed else (long,)


def third(infinitive: str, stem: str) -> str:
    """The form of "hij": levert, zet, ondergaat."""
    if infinitive.endswith(("gaan", "staan", "slaan")):
        return stem + "at"
    return stem if stem.endswith("t") else stem + "t"


def without_ge(infinitive: str) -> bool:
    """Whether the participle goes without "ge": besteld, but gebeld."""
    return infinitive.startswith(_BARE) and any(
        infinitive.startswith(p) and any(c in VOWELS for c in infinitive[len(p) : -2])
        for p in _BARE
    )


def participles(infinitive: str) -> tuple[str, ...]:
    """The weak participles; both endings, since notes mix them up."""
    head = "" if without_ge(infinitive) else "ge"
    return tuple(
        head + stem + ending
        for stem in stems(infinitive)
        for ending in (("",) if stem.endswith(("t", "d")) else ("t", "d"))
    )


def weak_forms(infinitive: str) -> Iterator[str]:
    """Every form of a verb that is conjugated by rule, the infinitive among them."""
    yield infinitive
    for stem in stems(infinitive):
        yield stem
        yield third(infinitive, stem)
        for ending in ("te", "ten", "de", "den"):
            yield stem + ending
    yield from participles(infinitive)


def infinitives(stem: str) -> Iterator[str]:
    """The infinitives that a stem can belong to: "wik" to wikken, "faseer" to faseren."""
    if len(stem) < 2:
        return
    last = stem[-1]
    voiced = stem[:-1] + {"f": "v", "s": "z"}[last] if last in "fs" else ""
    yield stem + "en"
    yield stem + ("an" if last == "a" else "n")  # herzien, ondergaan
    if voiced:
        yield voiced + "en"
    if len(stem) > 2 and stem[-2] == stem[-3] and stem[-2] in "aeou":
        yield stem[:-2] + last + "en"
        if voiced:
            yield stem[:-2] + voiced[-1] + "en"
    elif last not in VOWELS and stem[-2] in VOWELS:
        yield stem + last + "en"
    if stem.endswith("ieer"):
        yield stem[:-4] + "iëren"


def readings(word: str) -> Iterator[tuple[str, Form]]:
    """The weak verbs a word could be a form of; whether they exist is for a list to say."""
    if word.endswith("n"):
        yield word, Form.PLURAL
    for stem, form in _endings(word):
        for infinitive in infinitives(stem):
            if stem not in stems(infinitive):
                continue
            bare = without_ge(infinitive)
            if form is not Form.PARTICIPLE:
                yield infinitive, form
                if form is Form.THIRD and bare:
                    yield infinitive, Form.PARTICIPLE
            elif word.startswith("ge") and not bare:
                yield infinitive, form


def _endings(word: str) -> Iterator[tuple[str, Form]]:
    yield word, Form.STEM
    if word.endswith("t"):
        yield word[:-1], Form.THIRD
        yield word, Form.THIRD
        if word.endswith("aat"):
            yield word[:-2], Form.THIRD
    elif word.endswith("d"):
        yield word[:-1], Form.PARTICIPLE if word.startswith("ge") else Form.THIRD
    for ending in ("ten", "den", "te", "de"):
        if word.endswith(ending):
            yield word[: -len(ending)], Form.PAST
    if word.startswith("ge") and len(word) > 5:
        for cut in (1, 0):
            if word.endswith(("t", "d")):
                yield word[2 : len(word) - cut], Form.PARTICIPLE


def likely_infinitive(stem: str) -> str:
    """The infinitive of a verb that no list has: "belast" gives belasten, "wik" gives wikken."""
    if len(stem) > 3 and stem[-2] == stem[-3] and stem[-2] in "aeou" and stem[-1] not in "aeiou":
        return stem[:-2] + stem[-1] + "en"
    short = len(stem) > 1 and stem[-2] in "aeiou" and (len(stem) < 3 or stem[-3] not in "aeiou")
    return stem + (stem[-1] if short and stem[-1] not in "aeiouw" else "") + "en"
