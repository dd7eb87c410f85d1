"""Small shared widgets: one look and one way of working on every page."""
