"""Errors that a user can cause or meet.

Only these are shown to the user; anything else that is raised is a bug and must stay visible.
"""

from __future__ import annotations


class UserError(Exception):
    """Something the user can understand and mend, said in one Dutch sentence.

    The sentence says what is wrong, where, and what to do. It is shown as it is, in the window and
    on the command line.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotFound(UserError):
    """An identifier that the archive does not hold, or holds no longer."""


class ReasonMissing(UserError):
    """A promise or an appointment was about to be moved or dropped in silence."""
