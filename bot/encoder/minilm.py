"""all-MiniLM-L6-v2 as one file of 8-bit weights, run by onnxruntime.

Nothing is imported or read before the first text is encoded, and nothing is ever fetched.
"""

from __future__ import annotations

import hashlib
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from bot.encoder.wordpiece import WordPiece
from bot.errors import ConfigError
from bot.rank.semantic import Scale, packed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FILE = "model.onnx"
SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
"""Of the weights that the thresholds were chosen with; any other file is refused."""

VOCABULARY = Path(__file__).with_name("vocab.txt")
"""The word pieces of the model, which the file of weights does not have in it."""

# The model was trained on so many pieces; what goes beyond adds nothing.
_LONGEST = 256


class Session(Protocol):
    """The part of onnxruntime's that is used."""

    def run(self, outputs: None, inputs: dict[str, Any]) -> Sequence[Any]:
        """All outputs of the model for arrays of inputs."""
        ...


class MiniLM:
    """The encoder; may be shared by threads.

    Args:
        path: The file of weights.
        sha256: What its contents must hash to.
        start: Makes a session of the file of weights.
    """

    scale = Scale(worth=26.0, floor=0.2, neighbours=0.25, judges=True)

    def __init__(
        self, path: Path, sha256: str = SHA256, start: Callable[[Path], Session] | None = None
    ) -> None:
        self.name = f"all-MiniLM-L6-v2 {sha256[:12]}"
        self._path = path
        self._sha256 = sha256
        self._lock = threading.Lock()
        self._start = start or _session
        self._loaded: tuple[WordPiece, Session] | None = None

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """A packed vector of 384 numbers for each text.

        Each text runs by itself, because the rounding of 8-bit activations depends on all that
        runs together: the same text must get the same vector whatever stands beside it.

        Raises:
            ConfigError: The file of weights is missing or another one.
        """
        pieces, session = self._ready()

        def one(text: str) -> bytes:
            numbers = [pieces.encode(text, _LONGEST)]
            inputs = {
                "input_ids": numbers,
                "attention_mask": [[1] * len(numbers[0])],
                "token_type_ids": [[0] * len(numbers[0])],
            }
            return packed(_run(session, inputs))

        if len(texts) == 1:
            return [one(texts[0])]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(one, texts))

    def field(self, vector: bytes) -> None:
        """Its cosines with lines say by themselves whether any is about a question."""

    def apart(self, text: str) -> None:
        """A sentence is no sum of words."""

    def _ready(self) -> tuple[WordPiece, Session]:
        with self._lock:
            if self._loaded is None:
                self._loaded = (_pieces(), self._start(self._verified()))
            return self._loaded

    def _verified(self) -> Path:
        """The file of weights, once it is sure to be the right one."""
        try:
            with self._path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise ConfigError("PLAYHEAD_MODEL", f"{self._path} cannot be read", _FIX) from error
        if found != self._sha256:
            raise ConfigError(
                "PLAYHEAD_MODEL", f"{self._path} is not the model that was tested", _FIX
            )
        return self._path


_FIX = f"Name a folder with the {FILE} of the extra playhead[semantic], or unset it."


def _pieces() -> WordPiece:
    return WordPiece(VOCABULARY.read_text(encoding="utf-8").splitlines())


def _session(weights: Path) -> Session:  # pragma: no cover - needs the extra
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # A question is too short to be worth sharing among processors, and memory that is kept for
    # the longest line ever seen is memory lost.
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    session: Session = onnxruntime.InferenceSession(
        str(weights), options, providers=["CPUExecutionProvider"]
    )
    return session


def _run(session: Session, inputs: dict[str, list[list[int]]]) -> list[float]:
    """The mean over all pieces of what the model makes of them."""
    import numpy as np

    arrays = {name: np.array(rows, dtype=np.int64) for name, rows in inputs.items()}
    means: list[float] = session.run(None, arrays)[0][0].mean(axis=0).tolist()
    return means
