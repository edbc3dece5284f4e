"""What is loaded and asked: real show notes where they lie beside the checkout, else our own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot import questions
from bot.config import BUNDLED_SEEDS

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
QUESTIONS = ROOT / "tests" / "questions" / "data"
TODAY = date(2021, 12, 20)


def posts() -> list[Path]:
    """The posts to load: the original show notes where they lie beside us, else the seeds."""
    originals = sorted((SHARED / "corpus" / "runninginproduction" / "_posts").rglob("*.md"))
    return originals or sorted(BUNDLED_SEEDS.glob("*.md"))


def typical() -> list[str]:
    """What people ask: the questions that lie beside us, else ours about the bundled episodes."""
    gold = SHARED / "gold" / "dev.jsonl"
    examples = [example for kind in questions.KINDS for example in kind.EXAMPLES]
    found = _questions([gold]) or [*examples, *_questions([QUESTIONS / "seeds.jsonl"])]
    return [text for text in dict.fromkeys(found) if text.strip()]


def asked() -> list[str]:
    """The examples of every kind, the tests' questions, and those that lie beside us."""
    examples = [example for kind in questions.KINDS for example in kind.EXAMPLES]
    return examples + _questions([*QUESTIONS.glob("*.jsonl"), SHARED / "gold" / "dev.jsonl"])


def _questions(files: Iterable[Path]) -> list[str]:
    lines = [line for file in files if file.is_file() for line in file.open(encoding="utf-8")]
    found = (json.loads(line).get("question") for line in lines if line.strip())
    return [text for text in found if isinstance(text, str)]
