"""Composing documents: what stands in each kind, as blocks, before Word or Qt sets it."""
