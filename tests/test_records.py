"""Records are what the standard decorator would make of the same class."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field
from typing import Any, get_type_hints

import pytest

from bot.model import Stance, Technology
from bot.records import _dataclass, dataclass


@dataclass(frozen=True, slots=True)
class Base:
    """A record with every sort of field."""

    first: int
    second: str = "b"
    third: dict[str, int] = field(default_factory=dict, compare=False)
    hidden: object = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Derived(Base):
    """A record with one field more."""

    fourth: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Empty:
    """A record that only says what it is."""

    def __repr__(self) -> str:
        return "own"


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The same as the first one, made by the standard library."""

    first: int
    second: str = "b"
    third: dict[str, int] = field(default_factory=dict, compare=False)
    hidden: object = field(default=None, repr=False)


def test_it_looks_and_compares_as_the_standard_one_does() -> None:
    """Fields left out of comparison and representation are left out."""
    assert repr(Standard(1, third={"a": 1})).replace("Standard", "Base") == repr(
        Base(1, third={"a": 1})
    )
    assert Base(1, third={"a": 1}) == Base(1)
    assert Base(1) != Base(2)
    assert Base(1) != Derived(1)
    assert hash(Base(1)) == hash(Base(1, third={"a": 1}))
    assert len({Derived(1), Derived(1), Derived(2)}) == 2
    assert (repr(Empty()), Empty() == Empty()) == ("own", True)


def test_defaults_are_made_anew() -> None:
    """Two records never share what a factory has made."""
    assert Base(1).third is not Base(1).third
    assert Derived(1, fourth=(2,)) == Derived(1, "b", {}, None, (2,))
    with pytest.raises(TypeError):
        Base()  # type: ignore[call-arg]


def test_it_stays_as_it_is() -> None:
    """Nothing can be assigned, deleted or added."""
    record: Any = Base(1)

    with pytest.raises(FrozenInstanceError):
        record.first = 2
    with pytest.raises(FrozenInstanceError):
        del record.first
    with pytest.raises(FrozenInstanceError):
        record.other = 2
    assert not hasattr(record, "__dict__")


def test_the_library_s_functions_work_on_it() -> None:
    """Whatever takes a dataclass takes a record."""
    record = Derived(1, fourth=(2,))

    assert dataclasses.replace(record, first=3) == Derived(3, fourth=(2,))
    assert dataclasses.asdict(record)["fourth"] == (2,)
    assert [each.name for each in dataclasses.fields(Empty)] == []
    assert copy.deepcopy(record) == copy.copy(record) == record
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own bytes
    assert get_type_hints(Base.__init__)["third"] == dict[str, int]
    match record:
        case Base(first):
            assert first == 1


def test_a_record_of_the_model() -> None:
    """What the package is made of."""
    assert Technology("x", "X") == Technology("x", "X", ())
    assert hash(Stance.USES)


@pytest.mark.parametrize(("frozen", "slots"), [(True, False), (False, True)])
def test_any_other_class_is_refused(*, frozen: bool, slots: bool) -> None:
    """Mutable classes are made by the standard decorator."""
    with pytest.raises(TypeError):
        _dataclass(frozen=frozen, slots=slots)
