"""What is kept of an installation is encrypted, tokens first of all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence


class Vault:
    """Seals small records and opens them again.

    Args:
        keys: Fernet keys, newest first: the first seals, all of them open.

    Raises:
        ValueError: One of them is no key, or there is none.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise ValueError("no key")
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def seal(self, record: dict[str, Any]) -> bytes:
        """A record that only the keys can open."""
        return self._fernet.encrypt(json.dumps(record).encode())

    def open(self, sealed: bytes) -> dict[str, Any]:
        """The record that was sealed.

        Raises:
            StoreError: It was sealed with another key, or was altered.
        """
        try:
            record: dict[str, Any] = json.loads(self._fernet.decrypt(sealed))
        except InvalidToken as error:
            raise StoreError(
                "an installation was encrypted with another key: add that key to"
                " PLAYHEAD_ENCRYPTION_KEY after the new one, or install the app again"
            ) from error
        return record

    def opens(self, sealed: bytes) -> bool:
        """Whether a record can be opened."""
        try:
            self.open(sealed)
        except StoreError:
            return False
        return True
