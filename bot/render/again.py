"""The button "Another one": which wish it goes on with, and what it has shown so far."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

from bot.digest.subscription import Wish

_LONGEST = 1900
"""Characters; Slack takes 2,000."""


@dataclass(frozen=True, slots=True)
class Again:
    """What a press of the button asks for.

    Attributes:
        wish: What the episode has to fit.
        seen: Keys of the episodes that were shown by this button before, the latest last.
    """

    wish: Wish = field(default=Wish())
    seen: tuple[str, ...] = ()

    def packed(self) -> str:
        """The value of the button; what was seen longest ago is forgotten first.

        >>> Again(Wish(years=(2021,)), ("show/1-a",)).packed()
        '{"years":[2021],"seen":["show/1-a"]}'
        """
        wish = {name: value for name, value in asdict(self.wish).items() if value}
        seen = list(self.seen)
        while True:
            value = json.dumps({**wish, "seen": seen}, ensure_ascii=False, separators=(",", ":"))
            if len(value) <= _LONGEST:
                return value
            if not seen:
                return Again(Wish(), self.seen[-1:]).packed() if wish else "{}"
            seen = seen[1:]

    @classmethod
    def unpacked(cls, value: str) -> Again:
        """What a button carries; an unreadable one wishes for any episode.

        >>> Again.unpacked("of another age")
        Again(wish=Wish(technologies=(), categories=(), shows=(), years=()), seen=())
        """
        try:
            fields = {name: tuple(values) for name, values in json.loads(value).items()}
            seen = fields.pop("seen", ())
            return cls(Wish(**fields), seen)
        except (ValueError, TypeError, AttributeError):
            return cls()
