"""Faults: a short run (GESPREKSHULP_FAULTS=kort) and a longer one."""

from __future__ import annotations

import os

import pytest


@pytest.fixture
def times() -> int:
    """How often a fault is brought about."""
    return 6 if os.environ.get("GESPREKSHULP_FAULTS") == "kort" else 40
