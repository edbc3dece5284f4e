"""Slack's mark-up in the page: what means something there means it here, and nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.chromium.tab import Tab

DRAW = """async (texts) => {
  const { mrkdwn } = await import("/static/mrkdwn.js");
  const names = { user: (id) => `name of ${id}`, channel: (id) => `channel ${id}` };
  return texts.map(([text, verbatim]) => {
    const node = document.createElement("div");
    node.append(...mrkdwn(text, names, { verbatim }));
    return node.innerHTML;
  });
}"""
LINK = '<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>'

WRITTEN = {
    "plain words": "plain words",
    "*bold* _slanted_ ~gone~ `code`": (
        "<strong>bold</strong> <em>slanted</em> <s>gone</s> <code>code</code>"
    ),
    "*_both_*": "<strong><em>both</em></strong>",
    "snake_case_name and 2*3*4": "snake_case_name and 2*3*4",
    "* not bold * nor*this*": "* not bold * nor*this*",
    "(*in brackets*), *before*.": ("(<strong>in brackets</strong>), <strong>before</strong>."),
    "`*as it is*`": "<code>*as it is*</code>",
    "one\ntwo": "one<br>two",
    "&gt; said\n&gt; so\nthen": "<blockquote>said<br>so</blockquote>then",
    "before ```x = *1*\ny``` after": "before <pre><code>x = *1*\ny</code></pre> after",
    "<https://x.test/a_b_c|*SongRender*> · *May*": (
        LINK.format("https://x.test/a_b_c", "<strong>SongRender</strong>")
        + " · <strong>May</strong>"
    ),
    "*see <https://x.test/a*b|this>*": (
        "<strong>see " + LINK.format("https://x.test/a*b", "this") + "</strong>"
    ),
    "<https://x.test/?a=1&amp;b=2>": LINK.format(
        "https://x.test/?a=1&amp;b=2", "https://x.test/?a=1&amp;b=2"
    ),
    "<mailto:a@x.test|mail>": LINK.format("mailto:a@x.test", "mail"),
    "<@U1> <@U2|Ann> <#C1> <!here> <!subteam^S1|crew>": (
        '<span class="mention">@name of U1</span> <span class="mention">@Ann</span> '
        '<span class="mention">#channel C1</span> <span class="mention">@here</span> '
        '<span class="mention">crew</span>'
    ),
    "<!date^0^{date_short} at {time}|then>": (
        '<time datetime="1970-01-01T00:00:00.000Z">Jan 1, 1970 at 12:00 AM</time>'
    ),
    "<!date^0^{date_short_pretty}|then>": (
        '<time datetime="1970-01-01T00:00:00.000Z">Jan 1, 1970</time>'
    ),
    "<!date^never^{date}|some day>": "<span>some day</span>",
    "at 10:38:43 :tada: :nosuch:": "at 10:38:43 🎉 :nosuch:",
    "&lt;b&gt; &amp;amp; &amp;lt;": "&lt;b&gt; &amp;amp; &amp;lt;",
    "": "",
}
UNSAFE = {
    "<javascript:alert(1)|press>": "<span>press</span>",
    "<JaVaScRiPt:alert(1)>": "<span>JaVaScRiPt:alert(1)</span>",
    "<data:text/html,x|press>": "<span>press</span>",
    "<//x.test|press>": "<span>press</span>",
    '<b onclick="x">': '<span>b onclick="x"</span>',
    "&lt;img src=x onerror=alert(1)&gt;": "&lt;img src=x onerror=alert(1)&gt;",
    "<https://x.test/|&lt;script&gt;>": LINK.format("https://x.test/", "&lt;script&gt;"),
    '<https://x.test/"onmouseover="x|a>': LINK.format("https://x.test/%22onmouseover=%22x", "a"),
    "*<javascript:x|*a*>*": "<strong><span><strong>a</strong></span></strong>",
}


def drawn(tab: Tab, texts: list[str], *, verbatim: bool = True) -> dict[str, str]:
    """Each text with the mark-up of the page that it becomes."""
    pairs: list[str] = tab.page.evaluate(DRAW, [[text, verbatim] for text in texts])
    return dict(zip(texts, pairs, strict=True))


def test_mark_up_means_what_it_means_in_slack(still: Tab) -> None:
    """And words that merely contain such characters stay words."""
    assert drawn(still, list(WRITTEN)) == WRITTEN


def test_nothing_in_a_text_can_act(still: Tab) -> None:
    """Only links of the web and of mail are links; everything else is words."""
    assert drawn(still, list(UNSAFE)) == UNSAFE


def test_bare_addresses_are_links_unless_the_app_says_verbatim(still: Tab) -> None:
    """Without the full stop behind them."""
    text = "see https://x.test/a, or (http://y.test)."
    linked = (
        f"see {LINK.format('https://x.test/a', 'https://x.test/a')}, "
        f"or ({LINK.format('http://y.test/', 'http://y.test')})."
    )

    assert drawn(still, [text], verbatim=False) == {text: linked}
    assert drawn(still, [text]) == {text: text}


def test_days_nearby_are_said_by_name(still: Tab) -> None:
    """Where the app asks for it; noon, so that no midnight is near."""
    noon = still.page.evaluate("Math.floor(new Date().setHours(12, 0, 0, 0) / 1000)")
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}
    texts = {f"<!date^{noon + 86_400 * n}^{{date_pretty}}|x>": day for day, n in days.items()}

    for text, written in drawn(still, list(texts)).items():
        assert f">{texts[text]}</time>" in written
