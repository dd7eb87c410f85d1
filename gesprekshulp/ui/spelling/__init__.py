"""Spelling in fields: waves under words, and what can be done about them."""
