"""A firm's own .docx or .dotx: opened with suspicion, and made ready to be filled."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from gesprekshulp.exchange.word.errors import TemplateRefused
from gesprekshulp.exchange.word.package import CONTENT_TYPES, DOCUMENT
from gesprekshulp.exchange.word.tree import Element, NotXml, add, parsed, w
from gesprekshulp.exchange.word.tree import written as tree_written

MAX_BYTES = 20 * 1024 * 1024
_MAX_UNPACKED = 10 * MAX_BYTES
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ROOT_RELATIONS = "_rels/.rels"
_HARMLESS = ("hyperlink", "attachedTemplate")


@dataclass(slots=True)
class Package:
    """The parts of a template, and where its content types and relations are changed."""

    parts: dict[str, bytes]

    def tree(self, name: str) -> Element:
        """A part as a tree. Raises TemplateRefused when it is damaged."""
        try:
            return parsed(self.parts[name])
        except (KeyError, NotXml):
            raise _damaged() from None

    def put(self, name: str, tree: Element) -> None:
        """Write a tree back as a part."""
        self.parts[name] = tree_written(tree)

    def related(self, kind: str) -> str:
        """The part of the document of that kind ("styles", "numbering"), or "" without one."""
        for relation in self._relations(_relations_of(DOCUMENT)):
            if relation.get("Type", "").endswith(f"/{kind}"):
                return _target(DOCUMENT, relation)
        return ""

    def add(
        self, name: str, data: bytes, content_type: str, relation: str, source: str = ""
    ) -> None:
        """Add a part (or replace it) with its content type and the relation from `source`."""
        self.parts[name] = data
        types = self.tree(CONTENT_TYPES)
        if not any(item.get("PartName") == f"/{name}" for item in types):
            add(types, f"{_TYPES}Override", PartName=f"/{name}", ContentType=content_type)
            self.put(CONTENT_TYPES, types)
        where = _relations_of(source) if source else _ROOT_RELATIONS
        relations = self.tree(where)
        if not any(item.get("Type") == relation for item in relations):
            taken = {item.get("Id") for item in relations}
            free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
            target = posixpath.relpath(name, posixpath.dirname(source)) if source else name
            add(relations, _RELATION, Id=free, Type=relation, Target=target)
            self.put(where, relations)

    def relate(self, source: str, identifier: str, relation: str, target: str) -> None:
        """Add a relation from `source` to something outside the file."""
        where = _relations_of(source)
        relations = self.tree(where)
        add(
            relations, _RELATION,
            Id=identifier, Type=relation, Target=target, TargetMode="External",
        )  # fmt: skip
        self.put(where, relations)

    def drop(self, kind: str, source: str = "") -> None:
        """Take away what stands in a relation of that kind to `source` ("" is the package)."""
        where = _relations_of(source) if source else _ROOT_RELATIONS
        if where not in self.parts:
            return
        relations = self.tree(where)
        for relation in list(relations):
            if relation.get("Type", "").endswith(f"/{kind}"):
                relations.remove(relation)
                if relation.get("TargetMode") != "External":
                    self._drop_part(_target(source, relation))
        self.put(where, relations)

    def _drop_part(self, name: str) -> None:
        self.parts.pop(name, None)
        types = self.tree(CONTENT_TYPES)
        for item in list(types):
            if item.get("PartName") == f"/{name}":
                types.remove(item)
        self.put(CONTENT_TYPES, types)

    def external(self) -> Iterator[str]:
        """Kinds of content that would be fetched from elsewhere when the document is opened."""
        for name in self.parts:
            if name.endswith(".rels"):
                for relation in self._relations(name):
                    kind = posixpath.basename(relation.get("Type", ""))
                    if relation.get("TargetMode") == "External" and kind not in _HARMLESS:
                        yield kind

    def _relations(self, name: str) -> list[Element]:
        return list(self.tree(name)) if name in self.parts else []


def opened(data: bytes) -> Package:
    """The template as a package of a plain document. Raises TemplateRefused with the reason.

    What would tell about a laptop (revision numbers, the path of an attached template, a thumbnail)
    is left behind.
    """
    package = Package(_unpacked(data))
    _refuse_macros(package)
    if DOCUMENT not in package.parts or CONTENT_TYPES not in package.parts:
        raise _no_word_file()
    if kind := next(package.external(), None):
        raise TemplateRefused(
            f"Het sjabloon haalt iets van buiten het bestand ({kind}); voeg het in Word in het"
            " bestand zelf in en kies het sjabloon opnieuw."
        )
    types = package.parts[CONTENT_TYPES].decode("utf-8", "replace")
    package.parts[CONTENT_TYPES] = types.replace(_TEMPLATE, _MAIN).encode()
    package.drop("thumbnail")
    # Word 2010's second copy of the styles would contradict the styles that are added.
    package.drop("stylesWithEffects", DOCUMENT)
    settings = package.related("settings")
    if settings:
        _without_traces(package, settings)
    return package


def _unpacked(data: bytes) -> dict[str, bytes]:
    if len(data) > MAX_BYTES:
        raise TemplateRefused(
            "Het sjabloon is groter dan 20 MB; verklein de afbeeldingen erin en kies het opnieuw."
        )
    if data.startswith(_OLD_WORD):
        raise TemplateRefused(
            "Het sjabloon is een oud .doc-bestand of heeft een wachtwoord; bewaar het in Word als"
            " .docx of .dotx zonder wachtwoord en kies het opnieuw."
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MAX_UNPACKED:
                raise TemplateRefused(
                    "Het sjabloon is uitgepakt groter dan 200 MB; kies een kleiner bestand."
                )
            return {name: archive.read(name) for name in archive.namelist() if name[-1:] != "/"}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError):
        raise _no_word_file() from None
    except (OSError, ValueError):
        raise _damaged() from None


def _refuse_macros(package: Package) -> None:
    types = package.parts.get(CONTENT_TYPES, b"").lower()
    has_code = any(
        name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in package.parts
    )
    if has_code or b"macroenabled" in types:
        raise TemplateRefused(
            "Het sjabloon bevat macro's; bewaar het in Word als .docx of .dotx zonder macro's en"
            " kies het opnieuw."
        )


def _without_traces(package: Package, settings: str) -> None:
    tree = package.tree(settings)
    for name in ("rsids", "attachedTemplate", "documentProtection", "proofState"):
        for found in tree.findall(w(name)):
            tree.remove(found)
    package.put(settings, tree)
    package.drop("attachedTemplate", settings)


def _target(source: str, relation: Element) -> str:
    joined = posixpath.join("/", posixpath.dirname(source), relation.get("Target", ""))
    return posixpath.normpath(joined).lstrip("/")


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _no_word_file() -> TemplateRefused:
    return TemplateRefused(
        "Het sjabloon is geen Word-bestand; kies een bestand dat in Word als .docx of .dotx is"
        " bewaard."
    )


def _damaged() -> TemplateRefused:
    return TemplateRefused(
        "Het sjabloon is beschadigd; open het in Word, bewaar het opnieuw en kies het daarna nog"
        " eens."
    )
