"""Every surface is listed, declares what the manifest needs, and is registered with its app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.slack import SURFACES, surfaces
from bot.slack.app import create_app
from tests.slack.surfaces.workspace import Workspace, reply

if TYPE_CHECKING:
    from types import ModuleType

    from bot.slack.desk import Desk
    from tests.slack.local_slack import LocalSlack


def test_every_file_is_listed() -> None:
    """A surface that is in no list does nothing."""
    folder = Path(surfaces.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}

    assert {surface.__name__.rpartition(".")[2] for surface in SURFACES} == files


@pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.__name__)
def test_every_surface_declares_itself(surface: ModuleType) -> None:
    """As tuples, empty where it has none."""
    for name in ("COMMANDS", "EVENTS", "SCOPES", "SHORTCUTS", "FUNCTIONS"):
        assert isinstance(getattr(surface, name), tuple)
    assert callable(surface.register)


def test_the_app_finds_its_client_and_threads_itself(desk: Desk, slack: LocalSlack) -> None:
    """From the settings, unless it is given others."""
    app = create_app(desk.settings, desk.askers, desk.state)
    workspace = Workspace(app, slack)

    assert app.client.base_url == slack.api
    assert "SongRender" in reply(workspace.slash("/whouses", "Terraform"))["text"]
    app.listener_runner.listener_executor.shutdown()
