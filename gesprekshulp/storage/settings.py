"""The office's settings, and small things that the program remembers, in the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from gesprekshulp.domain.settings import Settings
from gesprekshulp.storage.repository import Source


class SettingsStore:
    """Settings as one object, and other values by key."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def load(self) -> Settings:
        """All settings; what was never set has its default."""
        kept = dict(self._source.rows("SELECT key, value FROM settings WHERE key LIKE 'kantoor.%'"))
        values: dict[str, object] = {}
        defaults = Settings()
        for field in fields(Settings):
            text = kept.get(f"kantoor.{field.name}")
            if text is None:
                continue
            default = getattr(defaults, field.name)
            if isinstance(default, bool):
                values[field.name] = text == "1"
            else:
                values[field.name] = int(text) if isinstance(default, int) else text
        return Settings(**values)  # type: ignore[arg-type]

    def save(self, settings: Settings) -> None:
        """Keep all settings."""
        for field in fields(Settings):
            value = getattr(settings, field.name)
            self.put(
                f"kantoor.{field.name}", str(int(value)) if isinstance(value, bool) else str(value)
            )

    def value(self, key: str) -> str | None:
        """A remembered value, such as a column mapping; None when never kept."""
        rows = self._source.rows("SELECT value FROM settings WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def values(self, prefix: str) -> dict[str, str]:
        """All remembered values whose key begins so, by the rest of the key."""
        rows = self._source.rows(
            "SELECT key, value FROM settings WHERE key >= ? AND key < ?",
            (prefix, f"{prefix}\uffff"),
        )
        return {key[len(prefix) :]: value for key, value in rows}

    def put(self, key: str, value: str) -> None:
        """Remember a value."""
        self._source.write("settings", [{"key": key, "value": value}])

    def put_all(self, values: Mapping[str, str]) -> None:
        """Remember many values in one go."""
        if values:
            rows: list[dict[str, object]] = [{"key": k, "value": v} for k, v in values.items()]
            self._source.write("settings", rows)
