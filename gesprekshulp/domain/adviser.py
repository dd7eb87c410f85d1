"""Advisers: the user and the colleagues who take part or take over."""

from __future__ import annotations

from dataclasses import dataclass

from gesprekshulp.domain.ids import AdviserId


@dataclass(frozen=True, slots=True)
class Adviser:
    """One of us. Exactly one adviser is the user of this laptop (`is_self`)."""

    id: AdviserId
    name: str
    role: str = ""
    email: str = ""
    phone: str = ""
    is_self: bool = False
