"""The repositories behind one snapshot or one transaction."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gesprekshulp.storage.advisers import Advisers
    from gesprekshulp.storage.appointments import (
        AgendaItems,
        AppointmentChanges,
        Appointments,
        Expectations,
        Participants,
        Sendings,
    )
    from gesprekshulp.storage.assignments import Assignments
    from gesprekshulp.storage.attachments import Attachments
    from gesprekshulp.storage.clients import Clients, People
    from gesprekshulp.storage.commitments import Commitments
    from gesprekshulp.storage.contacts import Contacts
    from gesprekshulp.storage.decisions import Decisions, Wishes
    from gesprekshulp.storage.frozen_reports import FrozenReports
    from gesprekshulp.storage.notes import NoteLines
    from gesprekshulp.storage.ratings import Ratings, Reflections
    from gesprekshulp.storage.report_answers import Corrections, ReportAnswers
    from gesprekshulp.storage.reports import ReadBacks, ReportParts, Reports
    from gesprekshulp.storage.repository import Source
    from gesprekshulp.storage.search import Search
    from gesprekshulp.storage.settings import SettingsStore


class Work:
    """The repositories, on one snapshot or in one transaction.

    Each is imported when it is asked for: the first screen needs a few, and pays for no more.
    """

    def __init__(self, source: Source) -> None:
        self._source = source

    @property
    def batch_id(self) -> str | None:
        """What undoes this transaction; None before it wrote something, and without a label."""
        return self._source.batch_id

    def warm_up(self) -> None:
        """Import every repository, so that no page waits for it."""
        for name, member in vars(Work).items():
            if isinstance(member, cached_property):
                getattr(self, name)

    @cached_property
    def advisers(self) -> Advisers:
        """The user and the colleagues."""
        from gesprekshulp.storage.advisers import Advisers

        return Advisers(self._source)

    @cached_property
    def clients(self) -> Clients:
        """Organisations and private persons."""
        from gesprekshulp.storage.clients import Clients

        return Clients(self._source)

    @cached_property
    def people(self) -> People:
        """Contact persons."""
        from gesprekshulp.storage.clients import People

        return People(self._source)

    @cached_property
    def assignments(self) -> Assignments:
        """What we do for clients."""
        from gesprekshulp.storage.assignments import Assignments

        return Assignments(self._source)

    @cached_property
    def appointments(self) -> Appointments:
        """Planned and held talks."""
        from gesprekshulp.storage.appointments import Appointments

        return Appointments(self._source)

    @cached_property
    def appointment_changes(self) -> AppointmentChanges:
        """Traces of moving and cancelling."""
        from gesprekshulp.storage.appointments import AppointmentChanges

        return AppointmentChanges(self._source)

    @cached_property
    def participants(self) -> Participants:
        """Who is invited and who was there."""
        from gesprekshulp.storage.appointments import Participants

        return Participants(self._source)

    @cached_property
    def agenda_items(self) -> AgendaItems:
        """The points of agendas."""
        from gesprekshulp.storage.appointments import AgendaItems

        return AgendaItems(self._source)

    @cached_property
    def expectations(self) -> Expectations:
        """What clients expect of talks."""
        from gesprekshulp.storage.appointments import Expectations

        return Expectations(self._source)

    @cached_property
    def sendings(self) -> Sendings:
        """What had to be sent beforehand."""
        from gesprekshulp.storage.appointments import Sendings

        return Sendings(self._source)

    @cached_property
    def contacts(self) -> Contacts:
        """Earlier contacts."""
        from gesprekshulp.storage.contacts import Contacts

        return Contacts(self._source)

    @cached_property
    def note_lines(self) -> NoteLines:
        """The lines of talks."""
        from gesprekshulp.storage.notes import NoteLines

        return NoteLines(self._source)

    @cached_property
    def commitments(self) -> Commitments:
        """The register of promises."""
        from gesprekshulp.storage.commitments import Commitments

        return Commitments(self._source)

    @cached_property
    def decisions(self) -> Decisions:
        """What was agreed."""
        from gesprekshulp.storage.decisions import Decisions

        return Decisions(self._source)

    @cached_property
    def wishes(self) -> Wishes:
        """What clients asked for."""
        from gesprekshulp.storage.decisions import Wishes

        return Wishes(self._source)

    @cached_property
    def ratings(self) -> Ratings:
        """How satisfied clients are."""
        from gesprekshulp.storage.ratings import Ratings

        return Ratings(self._source)

    @cached_property
    def reflections(self) -> Reflections:
        """The adviser's own look back."""
        from gesprekshulp.storage.ratings import Reflections

        return Reflections(self._source)

    @cached_property
    def reports(self) -> Reports:
        """Versions of reports."""
        from gesprekshulp.storage.reports import Reports

        return Reports(self._source)

    @cached_property
    def report_parts(self) -> ReportParts:
        """The editable parts of reports."""
        from gesprekshulp.storage.reports import ReportParts

        return ReportParts(self._source)

    @cached_property
    def frozen_reports(self) -> FrozenReports:
        """Versions as they were sent."""
        from gesprekshulp.storage.frozen_reports import FrozenReports

        return FrozenReports(self._source)

    @cached_property
    def report_answers(self) -> ReportAnswers:
        """What clients said to reports."""
        from gesprekshulp.storage.report_answers import ReportAnswers

        return ReportAnswers(self._source)

    @cached_property
    def report_corrections(self) -> Corrections:
        """The lines of reports that clients want otherwise."""
        from gesprekshulp.storage.report_answers import Corrections

        return Corrections(self._source)

    @cached_property
    def read_backs(self) -> ReadBacks:
        """What was confirmed at tables."""
        from gesprekshulp.storage.reports import ReadBacks

        return ReadBacks(self._source)

    @cached_property
    def attachments(self) -> Attachments:
        """Files kept in the archive."""
        from gesprekshulp.storage.attachments import Attachments

        return Attachments(self._source)

    @cached_property
    def settings(self) -> SettingsStore:
        """The office's settings."""
        from gesprekshulp.storage.settings import SettingsStore

        return SettingsStore(self._source)

    @cached_property
    def search(self) -> Search:
        """The full-text index."""
        from gesprekshulp.storage.search import Search

        return Search(self._source)
