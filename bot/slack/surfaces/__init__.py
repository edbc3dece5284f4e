"""Where people meet the bot, a file each: what it declares, and how it answers."""
