"""Files kept inside the archive, the same bytes once."""

from __future__ import annotations

import hashlib

from gesprekshulp.domain.attachment import Attachment, OwnerKind
from gesprekshulp.domain.errors import NotFound
from gesprekshulp.storage.mapping import Mapper
from gesprekshulp.storage.repository import Repository, Source

ATTACHMENT = Mapper(Attachment)


class Attachments(Repository[Attachment]):
    """Stukken: their names and places, and their bytes."""

    def __init__(self, source: Source) -> None:
        super().__init__(source, "attachments", ATTACHMENT, "stuk")

    def of(self, owner: OwnerKind, owner_id: str) -> tuple[Attachment, ...]:
        """What hangs on one client, appointment, promise or report."""
        return self.where(
            "owner_kind = ? AND owner_id = ?", owner.value, owner_id, order="added_at"
        )

    def of_client(self, client_id: str, limit: int = 200) -> tuple[Attachment, ...]:
        """Everything of one client, wherever it hangs, newest first."""
        return self.where("client_id = ?", client_id, order=f"added_at DESC LIMIT {int(limit)}")

    def keep_bytes(self, content: bytes) -> str:
        """Keep bytes, once for each content; gives their SHA-256."""
        sha = hashlib.sha256(content).hexdigest()
        if not self._source.rows("SELECT 1 FROM blobs WHERE sha256 = ?", (sha,)):
            row: dict[str, object] = {"sha256": sha, "size": len(content), "bytes": content}
            self._source.write("blobs", [row])
        return sha

    def content(self, sha256: str) -> bytes:
        """The bytes of a file. Raises NotFound when the archive does not hold them."""
        rows = self._source.rows("SELECT bytes FROM blobs WHERE sha256 = ?", (sha256,))
        if not rows:
            raise NotFound(
                "De inhoud van dit stuk staat niet in het archief. Voeg het opnieuw toe."
            )
        return bytes(rows[0][0])
