"""Everything that is written as a Word document.

Import what you need from its module (`report.build_paper`, `dossier.build_dossier`); this package
itself imports nothing, so that naming it costs nothing at start-up.
"""
