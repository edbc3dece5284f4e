"""The playground: a Slack of one person on this machine, and the Bolt app answers in it.

``create_app`` makes the web application. To the app it looks like Slack: requests into it are
signed, and what it does comes back as calls of a Web API that the same process serves. To the
browser it is a page with a channel. Nothing is kept when the process ends.
"""

from bot.web.app import Parts, create_app

__all__ = ["Parts", "create_app"]
