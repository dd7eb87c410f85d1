"""Gesprekshulp: prepare, hold and record client talks, and keep every promise."""
