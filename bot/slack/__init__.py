"""The Slack shell: payload in, ask, render, reply; one file a surface."""
