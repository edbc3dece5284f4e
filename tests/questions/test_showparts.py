"""Which part of a show's stack is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.showparts import parts_asked
from tests.questions.library import table

if TYPE_CHECKING:
    from tests.questions.library import Library

ASKED = table(
    ("what database does ferrybook use", "database"),
    ("what does ferrybook deploy to", "hosting"),
    ("what does ferrybook deploy with", "deploy-tool ci"),
    ("where is ferrybook's code kept", "version-control code-hosting"),
    ("how do people log in to ferrybook", "auth"),
    ("what does ferrybook use for logins", "auth"),
    ("how do customers sign up at ferrybook", "auth"),
    ("how do people pay ferrybook", "payments"),
    ("how does ferrybook provision servers", "configuration-management infrastructure-as-code"),
    ("how are ferrybook's machines set up", "configuration-management infrastructure-as-code"),
    ("what is ferrybook styled with", "css-framework"),
    ("what does ferrybook use for css", "css-framework"),
    ("what linux is ferrybook on", "operating-system"),
    ("what does ferrybook use on the front end", "frontend"),
    ("how does ferrybook do https", "tls-certificates"),
    ("how does ferrybook resize photos", "image-processing image-service"),
    ("how are ferrybook's videos encoded", "video-processing"),
    ("how does ferrybook count visitors", "web-analytics analytics"),
    ("which file storage does ferrybook have", "file-storage object-storage"),
    ("logs of ferrybook", "logging"),
    ("search at inkwell", "search-engine"),
    ("what does inkwell use to search", "search-engine"),
    ("ferrybook uptime", "uptime-monitor"),
    ("uptime checks for ferrybook", "uptime-monitor"),
    ("what checks that inkwell is online", "uptime-monitor"),
    ("what logs people in at inkwell", "auth"),
    ("who processes the cards for inkwell", "payments"),
    ("whose servers does quillmail rent", "hosting"),
    ("which distribution does quillmail run on", "operating-system"),
    ("what bundles the assets of inkwell", "bundler build-tool"),
    ("what orchestrates the containers at quillmail", "container-orchestration"),
    ("where does inkwell host videos", "video-hosting"),
    ("where does inkwell put its recordings", "object-storage file-storage"),
    ("what kicks off the builds at inkwell", "ci"),
    ("where do ferrybook's logs go", "logging"),
    ("which front end library does inkwell have", "frontend-library frontend-framework"),
    ("what does ferrybook run on", ""),
    ("does ferrybook use linux", ""),
    ("how does ferrybook use redis", ""),
    ("which of css and linux does ferrybook use", ""),
    ("is ferrybook deployed to the cloud", ""),
)


@pytest.mark.parametrize(("question", "expected"), ASKED)
def test_parts(library: Library, question: str, expected: str) -> None:
    """By a category, by a verb, or by a technology that is a sort of them as well."""
    utterance = library.understand(question).utterance

    assert tuple(expected.split()) == parts_asked(utterance, library.asker.lexicon())
