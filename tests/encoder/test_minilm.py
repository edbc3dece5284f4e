"""The model is verified before it runs, started once, and found only when it can run."""

from __future__ import annotations

import hashlib
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot import encoder
from bot.config import Settings
from bot.encoder import RUNTIME, WEIGHTS, find
from bot.encoder.bag import Bag
from bot.encoder.minilm import FILE, MiniLM
from bot.errors import ConfigError
from bot.rank.semantic import packed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

CONTENTS = b"weights"
HASH = hashlib.sha256(CONTENTS).hexdigest()


class Session:
    """Gives each piece its number and its place as its state."""

    started = 0

    def __init__(self, weights: Path) -> None:
        assert weights.read_bytes() == CONTENTS
        Session.started += 1

    def run(self, outputs: None, inputs: dict[str, Any]) -> Sequence[Any]:
        """The states of all pieces."""
        del outputs
        ids = inputs["input_ids"]
        assert inputs["attention_mask"].tolist() == np.ones_like(ids).tolist()
        assert inputs["token_type_ids"].tolist() == np.zeros_like(ids).tolist()
        places = np.broadcast_to(np.arange(ids.shape[1]), ids.shape)
        return [np.stack([ids, places], axis=-1).astype(np.float32)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with weights."""
    (tmp_path / FILE).write_bytes(CONTENTS)
    return tmp_path


def test_a_vector_is_the_mean_over_all_pieces(folder: Path) -> None:
    """The frame included."""
    model = MiniLM(folder / FILE, HASH, Session)

    # "zero" is 5717, framed by 101 and 102.
    assert model.encode(["zero"]) == [packed([(101 + 5717 + 102) / 3, 1])]


def test_a_text_has_the_same_vector_in_any_company(folder: Path) -> None:
    """And the model is started once, for all."""
    before = Session.started
    model = MiniLM(folder / FILE, HASH, Session)
    texts = ["zero", "downtime releases", "", "zero"]

    together = model.encode(texts)

    assert together == [model.encode([text])[0] for text in texts]
    assert Session.started - before == 1


def test_nothing_is_read_before_the_first_text(tmp_path: Path) -> None:
    """Most questions need no vector; a file that has gone is reported when it is needed."""
    model = MiniLM(tmp_path / FILE, HASH, Session)

    with pytest.raises(ConfigError, match="cannot be read"):
        model.encode(["zero"])


def test_other_weights_are_refused(folder: Path) -> None:
    """The thresholds hold for one model only."""
    with pytest.raises(ConfigError, match="not the model that was tested") as caught:
        MiniLM(folder / FILE, start=Session).encode(["zero"])

    assert caught.value.setting == "PLAYHEAD_MODEL"


def test_models_have_names_of_their_own(folder: Path) -> None:
    """So that vectors of another one are made anew."""
    assert MiniLM(folder / FILE).name != MiniLM(folder / FILE, HASH).name


# -- finding it ------------------------------------------------------------------------------


def installed(monkeypatch: pytest.MonkeyPatch, *names: str, origin: Path | None = None) -> None:
    """Let only these packages seem installed."""

    def look(name: str) -> ModuleSpec | None:
        if name not in names:
            return None
        return ModuleSpec(name, None, origin=str(origin / "__init__.py") if origin else None)

    monkeypatch.setattr(encoder, "find_spec", look)


def test_without_the_extra_words_are_summed(monkeypatch: pytest.MonkeyPatch) -> None:
    """And there is nothing to complain about."""
    installed(monkeypatch)

    assert isinstance(find(Settings()), Bag)


def test_the_runtime_alone_is_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others use it, too."""
    installed(monkeypatch, *RUNTIME)

    assert isinstance(find(Settings()), Bag)


def test_the_package_of_the_weights_is_found(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Where it is installed."""
    installed(monkeypatch, *RUNTIME, WEIGHTS, origin=folder)

    found = find(Settings())

    assert found is not None
    assert found.name.startswith("all-MiniLM-L6-v2 ")


def test_a_named_folder_wins(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Then the package is not needed."""
    installed(monkeypatch, *RUNTIME)

    assert find(Settings(model=folder)) is not None


def test_a_folder_without_a_model_is_a_wrong_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It was named on purpose, so it is not passed over."""
    installed(monkeypatch, *RUNTIME)

    with pytest.raises(ConfigError, match=r"no model\.onnx"):
        find(Settings(model=tmp_path))


def test_a_folder_needs_the_runtime(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """The fix says what to install."""
    installed(monkeypatch)

    with pytest.raises(ConfigError, match="not installed") as caught:
        find(Settings(model=folder))

    assert "playhead[semantic]" in caught.value.fix
