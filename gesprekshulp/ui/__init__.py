"""The window: Qt, and nothing below this package knows it."""
