"""The parts of a firm's own Word file, with its content types and relations."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from gesprekshulp.exchange.word.errors import TemplateRefused
from gesprekshulp.exchange.word.package import CONTENT_TYPES, DOCUMENT
from gesprekshulp.exchange.word.tree import Element, NotXml, add, parsed
from gesprekshulp.exchange.word.tree import written as tree_written

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ROOT_RELATIONS = "_rels/.rels"


@dataclass(slots=True)
class Package:
    """The parts of a template, and where its content types and relations are changed."""

    parts: dict[str, bytes]

    def tree(self, name: str) -> Element:
        """A part as a tree. Raises TemplateRefused when it is damaged."""
        try:
            return parsed(self.parts[name])
        except (KeyError, NotXml):
            raise damaged() from None

    def put(self, name: str, tree: Element) -> None:
        """Write a tree back as a part."""
        self.parts[name] = tree_written(tree)

    def related(self, kind: str) -> str:
        """The part of the document of that kind ("styles", "numbering"), or "" without one."""
        for relation in self._relations(_relations_of(DOCUMENT)):
            if relation.get("Type", "").endswith(f"/{kind}"):
                return _target(DOCUMENT, relation)
        return ""

    def by_relation(self, identifier: str) -> str:
        """The part that the document points to by this identifier, or ""."""
        for relation in self._relations(_relations_of(DOCUMENT)):
            if relation.get("Id") == identifier:
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

    def external(self) -> Iterator[tuple[str, str, str]]:
        """What lies outside the file: the part that points there, the kind, and where it is."""
        for name in self.parts:
            if name.endswith(".rels"):
                for relation in self._relations(name):
                    if relation.get("TargetMode") == "External":
                        kind = posixpath.basename(relation.get("Type", ""))
                        yield _source_of(name), kind, relation.get("Target", "")

    def _relations(self, name: str) -> list[Element]:
        return list(self.tree(name)) if name in self.parts else []


def _target(source: str, relation: Element) -> str:
    joined = posixpath.join("/", posixpath.dirname(source), relation.get("Target", ""))
    return posixpath.normpath(joined).lstrip("/")


def _source_of(relations: str) -> str:
    """The part that a part with relations belongs to."""
    folder, name = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def damaged() -> TemplateRefused:
    """What is said of a file whose markup cannot be read."""
    return TemplateRefused(
        "Het sjabloon is beschadigd; open het in Word, bewaar het opnieuw en kies het daarna nog"
        " eens."
    )
