"""The pictures of the documents: when one is taken, and what of it is kept."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from docs import pictures

if TYPE_CHECKING:
    from pathlib import Path

SIZE = (40, 30)


def png(image: Image.Image) -> bytes:
    """An image as a file."""
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def gradient() -> Image.Image:
    """More colours than a picture keeps, on a white ground."""
    image = Image.new("RGB", SIZE, (255, 255, 255))
    for number in range(600):
        image.putpixel((number % 40, number // 40), (number % 256, number // 3, 40))
    return image


def test_words_and_looks_make_the_fingerprint() -> None:
    """The same words look the same; others do not."""
    assert pictures.fingerprint("a") == pictures.fingerprint("a")
    assert pictures.fingerprint("a") != pictures.fingerprint("b")


def test_a_picture_carries_its_fingerprint(tmp_path: Path) -> None:
    """So that it is known without being taken again."""
    path = tmp_path / "new" / "one.png"
    assert not pictures.marked(path)

    pictures.store(path, png(gradient()), "mark")

    assert pictures.marked(path) == "mark"


def test_areas_keep_their_colour() -> None:
    """Few colours are left, and the ground is as white as it was."""
    small = pictures.fewer_colours(gradient())

    colours = small.convert("RGB").getcolors()
    assert colours is not None
    assert max(colours) == (600, (255, 255, 255))
    assert small.mode == "P"
    assert small.size == SIZE


def test_a_picture_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers wait for it."""
    monkeypatch.setattr(pictures, "MOST_BYTES", 10)

    with pytest.raises(ValueError, match="show less"):
        pictures.store(tmp_path / "one.png", png(gradient()), "mark")


def test_without_a_browser_pictures_stay(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the documents are made all the same."""
    monkeypatch.setenv("PATH", "")

    assert pictures.main([]) == 0

    assert "stay as they are" in capsys.readouterr().out


def test_every_picture_is_there_in_both_colours() -> None:
    """The documents show them."""
    names = {f"{each.name}-{scheme}" for each in pictures.PICTURES for scheme in pictures.SCHEMES}

    assert names == {path.stem for path in pictures.FOLDER.glob("*.png")}
    assert all(path.stat().st_size <= pictures.MOST_BYTES for path in pictures.FOLDER.glob("*.png"))
