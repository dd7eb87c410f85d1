"""What the columns of a table are likely to be: from their headings, then from what they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gesprekshulp.exchange.column_contents import (
    Guess,
    are_full_names,
    holds_people,
    name_of_whom,
    settle_by_contents,
    settle_person_by_mail,
    settle_unnamed,
)
from gesprekshulp.exchange.column_headings import PLAIN_NAME, as_known, field_of, unlikeliness
from gesprekshulp.exchange.columns import Field, Mapping, Target, fields_of

# Columns that may fill one field together: the first that holds something counts.
_SEVERAL = frozenset((Field.EMAIL, Field.PHONE, Field.MOBILE, Field.STREET, Field.POSTAL_CODE,
                      Field.CITY, Field.WEBSITE, Field.REMARKS))  # fmt: skip
# What a table without headings has in their place.
_NO_HEADING = re.compile(r"kolom \d+")


def guess_mapping(headings: Sequence[str], sample_rows: Sequence[Sequence[str]]) -> Mapping:
    """What the columns of a table are likely to be.

    First from the heading, then, for columns that nobody claims, from what the cells hold.
    """
    known = [as_known(heading) for heading in headings]
    by_heading = [field_of(words) for words in known]
    target = _target(by_heading)
    fields = fields_of(target)
    guess = Guess.of(known, sample_rows, [one if one in fields else None for one in by_heading])
    found = guess.found
    _settle_contact(guess)
    _settle_names(guess)
    _settle_doubles(guess)
    if target is Target.CONTACTS and Field.TEXT not in found and Field.REMARKS in found:
        # In a list of contacts "notitie" is what was said.
        found[found.index(Field.REMARKS)] = Field.TEXT
    settle_by_contents(guess)
    named = {Field.CLIENT, Field.NAME, Field.FIRST_NAME, Field.LAST_NAME} & set(found)
    without_headings = all(_NO_HEADING.fullmatch(words) for words in known)
    # Headings that say nothing may stand over what can only be a list of people.
    if without_headings or (not named and holds_people(guess)):
        settle_unnamed(guess)
    elif named == {Field.CLIENT}:
        settle_person_by_mail(guess)
    return Mapping(target, tuple(found))


def _target(found: Sequence[Field | None]) -> Target:
    said = {Field.SUBJECT, Field.TEXT, Field.OUTCOME, Field.NATURE, Field.KIND, Field.REMARKS}
    return Target.CONTACTS if Field.DATE in found and said & set(found) else Target.PEOPLE


def _settle_contact(guess: Guess) -> None:
    """A first or last name makes a column "contact" or "display name" needless."""
    found = guess.found
    if Field.LAST_NAME in found or Field.FIRST_NAME in found:
        for place, one in enumerate(found):
            if one is not Field.NAME or guess.headings[place] in ("contactpersoon", "persoon"):
                continue
            if Field.LAST_NAME not in found and are_full_names(
                place, found.index(Field.FIRST_NAME), guess.rows
            ):
                continue  # nobody's last name stands anywhere else
            found[place] = None


def _settle_names(guess: Guess) -> None:
    """A column that is only called "naam" is the person's or the client's, by the others."""
    found = guess.found
    for place, words in enumerate(guess.headings):
        if words not in PLAIN_NAME or found[place] is not None:
            continue
        has_person = {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME} & set(found)
        if Field.FIRST_NAME in found and Field.LAST_NAME not in found and Field.CLIENT in found:
            if are_full_names(place, found.index(Field.FIRST_NAME), guess.rows):
                # What somebody is called stays: the full name may have initials, or another name.
                found[:] = [None if one is Field.MIDDLE_NAME else one for one in found]
                found[place] = Field.NAME
            else:
                found[place] = Field.LAST_NAME
        elif Field.CLIENT in found:
            found[place] = None if has_person else Field.NAME
        elif Field.NAME in found or (has_person and Field.LAST_NAME not in found):
            found[place] = Field.CLIENT
        elif has_person:
            found[place] = None
        else:
            found[place] = name_of_whom(guess, place)
        return


def _settle_doubles(guess: Guess) -> None:
    """Of columns for the same field the likeliest heading wins, but where several may help."""
    found, headings = guess.found, guess.headings
    if "address 1 street" in headings and "address 1 formatted" in headings:
        # Google writes the whole address as well; street and town stand beside it.
        found[headings.index("address 1 formatted")] = None
    for one in set(found) - _SEVERAL - {None}:
        places = [place for place, other in enumerate(found) if other is one]
        best = min(places, key=lambda place: (unlikeliness(headings[place]), place))
        for place in places:
            if place != best:
                found[place] = None
