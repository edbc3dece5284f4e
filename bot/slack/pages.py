"""The web pages around an install: nothing but HTML, nothing loaded from elsewhere."""

from __future__ import annotations

from html import escape

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>
body {{ font: 1.1rem/1.5 system-ui, sans-serif; color: #1d1c1d; background: #fff;
       max-width: 34rem; margin: 4rem auto; padding: 0 1rem }}
a.button {{ display: inline-block; padding: .6rem 1.2rem; border-radius: .4rem;
           color: #fff; background: #4a154b; text-decoration: none }}
@media (prefers-color-scheme: dark) {{
  body {{ color: #eee; background: #1a1d21 }}
  a {{ color: #8ac }}
}}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""

_REASONS = {
    "access_denied": "The install was cancelled. Nothing was stored.",
    "invalid_browser": "The install has to be finished in the browser it was begun in.",
    "invalid_state": "The install took too long, or was finished before.",
    "storage_error": "The workspace could not be stored. Please tell whoever runs this app.",
}


def install(authorize_url: str) -> str:
    """Where an install begins."""
    body = (
        "<p>Playhead answers questions about podcast episodes and takes you to the second where "
        "the answer is spoken.</p>\n"
        f'<p><a class="button" href="{escape(authorize_url)}">Add to Slack</a></p>'
    )
    return _PAGE.format(title="Playhead for Slack", body=body)


def success(team: str | None, app: str | None) -> str:
    """Where an install ends well."""
    address = f"https://slack.com/app_redirect?app={app or ''}&team={team or ''}"
    body = (
        "<p>Invite it to a channel with <code>/invite @Playhead</code> and ask: "
        "<code>@Playhead who uses Terraform?</code></p>\n"
        f'<p><a class="button" href="{escape(address)}">Open Slack</a></p>'
    )
    return _PAGE.format(title="Playhead is installed", body=body)


def failure(reason: str, install_path: str) -> str:
    """Where an install ends otherwise.

    Args:
        reason: Slack's or Bolt's word for it.
        install_path: Where to begin again.
    """
    said = _REASONS.get(reason, f"Slack says: {reason}.")
    body = f'<p>{escape(said)}</p>\n<p><a href="{escape(install_path)}">Try again</a></p>'
    return _PAGE.format(title="Playhead was not installed", body=body)
