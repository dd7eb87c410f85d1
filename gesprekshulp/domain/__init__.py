"""What the words of Gesprekshulp mean: frozen dataclasses and rules. No Qt, no SQL, no clock."""
