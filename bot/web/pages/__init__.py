"""The pages beside the channel: an episode, the technologies, one of them.

Each is gathered from the catalogue by a module without a web framework, drawn by a template, and
works without a script; scripts only save a click.
"""

from bot.web.pages.routes import blueprint

__all__ = ["blueprint"]
