"""What can be wrong with the files that a firm gives for its documents."""

from __future__ import annotations

from gesprekshulp.domain.errors import UserError


class TemplateRefused(UserError):
    """A firm's own template that cannot be used."""


class LogoRefused(UserError):
    """A logo that is no png or jpg."""
