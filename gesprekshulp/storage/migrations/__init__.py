"""Every version that the archive's tables have had; each migration stands by itself."""

HEAD = "0010"
"""The newest version; a test holds it against the files in `versions/`."""
