"""Files kept in the archive (stukken), wherever they hang."""
