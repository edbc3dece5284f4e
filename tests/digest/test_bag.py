"""Every episode once before any comes again, and each as likely as another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.digest.bag import Memory, Pick, chosen, pick


class Channel:
    """A conversation that remembers what came, as the state does."""

    def __init__(self, name: str = "T1:C1") -> None:
        self.name = name
        self.memory = Memory()
        self.sent: list[str] = []

    def next(self, fitting: list[str]) -> str | None:
        """One more post."""
        got = pick(fitting, self.memory, f"{self.name}:{len(self.sent)}")
        if got is None:
            return None
        old = self.memory.sent if got.round == self.memory.round else frozenset()
        self.memory = Memory(got.round, old | {got.episode}, got.episode)
        self.sent.append(got.episode)
        return got.episode


def test_nothing_fits() -> None:
    """Nothing comes."""
    assert pick([], Memory(), "seed") is None


def test_the_only_one_comes_every_day() -> None:
    """Rather than nothing."""
    channel = Channel()

    assert [channel.next(["a"]) for _ in range(3)] == ["a", "a", "a"]
    assert channel.memory.round == 3


@given(number=st.integers(1, 12), rounds=st.integers(1, 5), name=st.text(max_size=5))
def test_every_round_brings_each_once(number: int, rounds: int, name: str) -> None:
    """In an order of its own, and none twice in a row."""
    fitting = [f"e{n}" for n in range(number)]
    channel = Channel(name)
    for _ in range(number * rounds):
        channel.next(fitting)

    for start in range(0, number * rounds, number):
        assert sorted(channel.sent[start : start + number]) == sorted(fitting)
    if number > 1:
        assert all(a != b for a, b in zip(channel.sent, channel.sent[1:], strict=False))


@given(st.lists(st.tuples(st.sampled_from("+-."), st.integers(0, 30)), max_size=80))
def test_nothing_comes_again_while_something_is_left(steps: list[tuple[str, int]]) -> None:
    """Whatever is loaded, removed or filtered meanwhile."""
    channel, fitting = Channel(), [f"e{n}" for n in range(5)]
    since: set[str] = set()
    for what, number in steps:
        episode = f"e{number}"
        if what == "+" and episode not in fitting:
            fitting.append(episode)
        elif what == "-" and len(fitting) > 1 and episode in fitting:
            fitting.remove(episode)
        got = channel.next(fitting)
        assert got in fitting
        if got in since:
            assert since >= set(fitting)
            since = set()
        since.add(got)


def test_a_new_episode_joins_the_round_under_way() -> None:
    """It comes before anything comes again, not at once and not never."""
    places = []
    for number in range(200):
        channel, fitting = Channel(f"T1:C{number}"), [f"e{n}" for n in range(10)]
        for _ in range(5):
            channel.next(fitting)
        fitting.append("new")
        rest = [channel.next(fitting) for _ in range(6)]
        assert len(set(channel.sent)) == 11
        places.append(rest.index("new"))

    assert set(places) == set(range(6))


def test_first_picks_are_uniform() -> None:
    """Chi-square over 12,000 channels does not reject it, nor over the picks of one."""
    fitting = [f"e{n}" for n in range(60)]
    firsts = [chosen(fitting, f"T{n % 400}:C{n}:2024-05-06") for n in range(12_000)]
    days = [chosen(fitting, f"T1:C1:{n}") for n in range(12_000)]

    for picks in (firsts, days):
        counts = [picks.count(each) for each in fitting]
        # 59 degrees of freedom: 77.9 is exceeded by chance once in twenty; the seeds are fixed.
        assert sum((n - 200) ** 2 / 200 for n in counts) < 77.9


def test_what_follows_what_is_uniform() -> None:
    """The second pick is no more likely to be the neighbour of the first than any other."""
    fitting = [f"e{n}" for n in range(11)]
    steps = []
    for number in range(10_000):
        channel = Channel(f"T1:C{number}")
        channel.next(fitting)
        channel.next(fitting)
        first, second = (fitting.index(each) for each in channel.sent)
        steps.append((second - first) % 11)

    counts = [steps.count(step) for step in range(1, 11)]
    # 9 degrees of freedom, once in twenty.
    assert sum((n - 1000) ** 2 / 1000 for n in counts) < 16.9


def test_the_same_seed_gives_the_same_episode() -> None:
    """A preview shows what will come, and two clocks agree."""
    memory = Memory(3, frozenset({"b"}), "b")

    assert pick(["a", "b", "c"], memory, "seed") == pick(["a", "b", "c"], memory, "seed")
    assert pick(["b"], Memory(3, frozenset({"b"}), "b"), "seed") == Pick("b", 4)
