"""What a user does: one small function and one transaction each."""
