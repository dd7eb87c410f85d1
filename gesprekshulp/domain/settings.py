"""Settings that belong to the office and travel with the archive."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Who we are, how our documents look, and when we want to be reminded.

    `logo` and `template` are the SHA-256 of bytes kept in the archive, empty when there are none.
    `accent` and `second` are colours as "#0E6470"; an empty `font` is that of our own template.
    With `contents` a report begins with a table of contents.
    `reminder_days` is how many working days before an appointment its open promises are shown; 0
    switches that off. Between `quiet_from` and `quiet_until` (local times as "18:00"; equal times
    switch it off), and with `quiet_weekend` on Saturday and Sunday, no reminder is shown; it comes
    when the quiet is over.
    """

    own_name: str = ""
    own_role: str = ""
    own_email: str = ""
    own_phone: str = ""
    firm_name: str = ""
    firm_street: str = ""
    firm_town: str = ""
    firm_phone: str = ""
    firm_email: str = ""
    firm_website: str = ""
    accent: str = "#0E6470"
    second: str = "#556062"
    font: str = ""
    contents: bool = False
    logo: str = ""
    logo_name: str = ""
    template: str = ""
    template_name: str = ""
    remind_promises: bool = True
    reminder_days: int = 1
    morning_overview: bool = True
    quiet_from: str = "18:00"
    quiet_until: str = "08:00"
    quiet_weekend: bool = True
    country: str = "NL"
    started: bool = False
