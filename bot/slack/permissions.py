"""Why the app asks for each of its permissions, in the words that who installs it reads."""

from __future__ import annotations

REASONS = {
    "app_mentions:read": "to hear who mentions it",
    "assistant:write": "to suggest questions and show that it works on one",
    "channels:history": "to hear follow-ups in threads where a channel turned that on, and to see "
    "whether a digest is there before it is posted again",
    "channels:read": "to see who is in a channel: only they may change what it gets",
    "chat:write": "to answer, and to post digests and notes",
    "commands": "to have slash commands and shortcuts",
    "groups:history": "the same as `channels:history`, in private channels it was invited to",
    "groups:read": "the same as `channels:read`, in private channels it was invited to",
    "im:history": "to hear direct messages to it",
    "im:write": "to send a person what only they asked for",
    "links:read": "to notice links to episodes of the loaded shows",
    "links:write": "to put a card under them",
    "mpim:history": "the same as `channels:history`, in group messages it was added to",
    "mpim:read": "the same as `channels:read`, in group messages it was added to",
    "users:read": "to suggest a person's own time zone for their digest",
}
"""Bot scope -> what it is for."""
