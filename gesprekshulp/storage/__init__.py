"""The archive: the only place that knows SQL. Rows never leave it; domain objects do."""
