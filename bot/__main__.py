"""``python -m bot`` is ``playhead``."""

from bot.cli import main

main(prog_name="playhead")
