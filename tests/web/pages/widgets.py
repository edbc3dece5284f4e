"""A catalogue of four posts that say different things of the same technologies."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from bot.ask import Asker
from bot.config import BUNDLED_SEEDS
from bot.load import load
from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHOW = """\
id: widgets
title: Widgets
site: https://widgets.example
audio: "https://cdn.example/{slug}.mp3"
"""

POSTS = {
    "2023-05-01-1-acme-makes-anvils.md": """\
---
title: "Acme Makes Anvils"
guest: "Ada Example"
guest_website: "https://ada.example"
category: "podcast"
tags: ["terraform", "postgres", "redis", "django"]
mp3_duration: "1:10:20"
description: "Ada <b>forges</b> & sells."
---

Acme is run by Ada, who wrote it with Django.

## Topics Include

- 1:02 -- All servers come up with Terraform
- 12:30 -- Everything is stored in PostgreSQL
- 20:00 -- PostgreSQL has been moved to bigger servers twice
- 31:15 -- Ansible was used in the past
- 1:04:22 -- They don't use Docker at all
""",
    "2024-05-06-2-bolt-sells-screws.md": """\
---
title: "Bolt Sells Screws"
guest: "Bob Example"
guest_website: "javascript:alert(1)"
category: "podcast"
tags: ["postgres", "redis", "django", "monolith"]
mp3_duration: "30:00"
description: "Bob on screws."
---

Bob speaks of screws.

## Topics Include

- 2:03 -- Sessions are kept in Redis
- 4:05 -- They would like to move to Kubernetes one day
""",
    "2024-06-10-3-cog-turns-wheels.md": """\
---
title: "Cog Turns Wheels"
guest: "Cleo Example"
category: "podcast"
tags: ["mysql"]
mp3_duration: "45:00"
description: "Cleo on wheels."
---

Cleo speaks of wheels.

## Topics Include

- 3:00 -- The wheels are counted in MySQL
""",
}
TALK = """\
---
title: "Dial Answers Phones"
category: "interviews"
tags: ["postgres"]
description: "A written interview."
---

## Which database do you use?

We use PostgreSQL for everything and like it very much, as we know it well.
"""


@contextmanager
def opened(folder: Path) -> Iterator[Asker]:
    """Whoever answers from the four posts, which are written into an empty folder."""
    (folder / "show.yml").write_text(SHOW, encoding="utf-8")
    for name, text in {**POSTS, "2024-07-01-dial-answers-phones.md": TALK}.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Store.open(folder / "pages.db") as store:
        report = load(store, [str(folder)], seeds=BUNDLED_SEEDS)
        assert [] == report.rejected
        yield Asker(store, date(2024, 12, 24))
