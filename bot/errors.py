"""Every error that Playhead raises on purpose.

The tree::

    PlayheadError
    ├── PlacedError        something is wrong at a line of what was read (path, line, reason)
    │   ├── SourceError    one input could not become an episode
    │   │   └── UnderReview  the post says of itself that it is not published yet
    │   └── SeedError      show.yml, technologies.yml or thesaurus.yml is wrong
    ├── StoreError         the store or the state is missing, locked, foreign, damaged or sealed
    ├── SlackError         Slack does not answer, or not as Slack does
    │   └── PostError      a post did not get there, or it is not known whether it did (word)
    ├── Refused            the playground's page asks for what cannot be done (web/refusals.py)
    ├── SlackRefusal       the app calls the playground as Slack would not allow (there, too)
    └── ConfigError        a setting is missing or wrong (setting, reason, fix)

A person in Slack never sees ``str(error)``; a person at a terminal sees exactly that.
"""

from __future__ import annotations


class PlayheadError(Exception):
    """Base of all errors that Playhead raises on purpose."""


class PlacedError(PlayheadError):
    """Something is wrong at a line of what was read.

    Args:
        path: File path or URL as the user named it.
        line: 1-based line the reason refers to; 1 when it is the file as a whole.
        reason: What is wrong and how to mend it, one sentence, no final period.
    """

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class SourceError(PlacedError):
    """One input could not become an episode; the others go on."""


class UnderReview(SourceError):
    """The post says of itself that it is not published, or has nothing to cite yet."""


class SeedError(PlacedError):
    """A bundled or user-supplied YAML file (show, technologies, thesaurus) is wrong."""


class StoreError(PlayheadError):
    """What is kept cannot be read or written.

    The catalogue's file or the state's database is missing, locked, foreign or damaged, or a record
    in it was sealed with a key that is not at hand.
    """


class SlackError(PlayheadError):
    """Slack does not answer, or not as Slack does."""


class PostError(SlackError):
    """A post did not get there, or it is not known whether it did.

    Args:
        word: Slack's word for why, or what failed.
        wait: Seconds that Slack wants to be left alone for.
        unsure: There was no word from Slack, so the post may be there.
    """

    def __init__(self, word: str, wait: float | None = None, *, unsure: bool = False) -> None:
        super().__init__(f"not posted ({word})")
        self.word = word
        self.wait = wait
        self.unsure = unsure


class ConfigError(PlayheadError):
    """A setting is missing or wrong.

    Args:
        setting: Environment variable or option, as the user types it.
        reason: What is wrong with it.
        fix: What to do about it.
    """

    def __init__(self, setting: str, reason: str, fix: str) -> None:
        super().__init__(f"{setting}: {reason}. {fix}")
        self.setting = setting
        self.reason = reason
        self.fix = fix
