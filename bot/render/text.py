"""An Answer as plain text: for pipes, for JSON, and for the notification of a chat message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.layout import details_of, more_line, name_of, one_line, row_lines, sections

if TYPE_CHECKING:
    from bot.dialogue import Answer, Citation, Cue
    from bot.render.layout import Section


def to_text(answer: Answer) -> str:
    """The whole answer as lines: headline, rows, episodes, what is shown apart, hints.

    Returns:
        Plain text without markup; whoever posts it escapes what their surface needs.
    """
    blocks = [one_line(answer.headline)]
    if answer.rows:
        blocks.append("\n".join(row_lines(answer.rows)))
    for section in sections(answer):
        blocks.extend(_section(section))
    if answer.did_you_mean:
        blocks.append(f"Did you mean: {', '.join(map(one_line, answer.did_you_mean))}?")
    if answer.suggestions:
        blocks.append("\n".join(["Try:", *(f"  {one_line(item)}" for item in answer.suggestions)]))
    return "\n\n".join(block for block in blocks if block)


def _section(section: Section) -> list[str]:
    blocks = [_citation(citation) for citation in section.shown]
    if section.label:
        blocks[0] = f"{section.label}\n{blocks[0]}"
    if section.more:
        blocks.append(more_line(section.more))
    return blocks


def _citation(citation: Citation) -> str:
    details = details_of(citation)
    head = f"{name_of(citation)} - {details}" if details else name_of(citation)
    if citation.note:
        head = f"{head} ({one_line(citation.note)})"
    if not citation.cues:
        return f"{head}\n  {citation.url}"
    return f"{head}\n  {cue_line(citation.cues[0])}\n  {citation.cues[0].url}"


def cue_line(cue: Cue) -> str:
    """The line of a cue with its time, if it has one.

    >>> from bot.dialogue import Cue
    >>> from bot.model import Stance
    >>> cue_line(Cue(2323, "Deploys with Terraform", "https://x.test/1#38:43", Stance.USES))
    '▶ 38:43 Deploys with Terraform'
    """
    return " ".join(filter(None, ("▶", cue.timestamp, one_line(cue.text))))
