"""What is loaded and asked: real show notes where they lie beside the checkout, else our own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from bot import questions
from bot.config import BUNDLED_SEEDS

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
QUESTIONS = ROOT / "tests" / "questions" / "data"
TODAY = date(2021, 12, 20)


def posts() -> list[Path]:
    """The posts to load: the original show notes where they lie beside us, else the seeds."""
    originals = sorted((SHARED / "corpus" / "runninginproduction" / "_posts").rglob("*.md"))
    return originals or sorted(BUNDLED_SEEDS.glob("*.md"))


def asked() -> list[str]:
    """The examples of every kind, the tests' questions, and those that lie beside us."""
    examples = [example for kind in questions.KINDS for example in kind.EXAMPLES]
    files = [*QUESTIONS.glob("*.jsonl"), SHARED / "gold" / "dev.jsonl"]
    lines = [line for file in files if file.is_file() for line in file.open(encoding="utf-8")]
    more = (json.loads(line).get("question") for line in lines if line.strip())
    return examples + [text for text in more if isinstance(text, str)]
