"""``playhead manifest``: the Slack app manifest, to paste where Slack asks for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from bot.cli.catalogue import ensure_store
from bot.cli.help import Command, Example

if TYPE_CHECKING:
    from bot.config import Settings


@click.command(
    "manifest",
    cls=Command,
    examples=(
        Example("playhead manifest", "for Socket Mode"),
        Example(
            "playhead manifest --url https://playhead.example --format json",
            "for requests over HTTP",
        ),
    ),
)
@click.option(
    "--url",
    metavar="URL",
    help="Address under which Slack reaches the app; leave it out for Socket Mode."
    "  [env: PLAYHEAD_URL]",
)
@click.option(
    "--socket/--http",
    default=None,
    help="Whether Slack talks through Socket Mode; by default it does when there is no URL.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["yaml", "json"]),
    default="yaml",
    help="How to print it; Slack takes both.  [default: yaml]",
)
@click.pass_obj
def command(settings: Settings, url: str | None, *, socket: bool | None, form: str) -> None:
    """Print the Slack app manifest, made from what the app registers.

    Links of every loaded show are unfurled, so print it anew after a show was added.
    """
    from bot.slack import SURFACES
    from bot.slack.manifest import MOST_SITES, hosts, manifest
    from bot.store import Store

    address = (url or settings.slack.public_url).rstrip("/")
    by_socket = not address if socket is None else socket
    if not (address or by_socket):
        raise click.UsageError("Over HTTP Slack needs an address: give --url.")
    if address and not address.startswith("https://"):
        raise click.UsageError("Slack wants an address that begins with https://.")
    ensure_store(settings)
    with Store.open(settings.db) as store:
        sites = {show.site for show in store.shows()}
    left = hosts(sites)[MOST_SITES:]
    if left:
        click.echo(
            f"Slack unfurls links to {MOST_SITES} sites for an app,"
            f" so those to {', '.join(left)} get no card;"
            " change unfurl_domains if others should.",
            err=True,
        )
    click.echo(written(manifest(SURFACES, url=address, socket=by_socket, sites=sites), form))


def written(data: dict[str, object], form: str) -> str:
    """A manifest as text.

    Args:
        data: The manifest.
        form: ``yaml`` or ``json``.
    """
    if form == "json":
        return json.dumps(data, indent=2)
    import yaml

    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100).rstrip()
