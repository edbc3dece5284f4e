"""Frozen dataclasses that are made in a fraction of the time.

Up to Python 3.12 the standard decorator compiles six methods for every class, which for our
sixty takes a third of the time of a command that answers one question. Here only the
initialiser is compiled; the other methods are shared by all classes. To a type checker it is
the standard decorator, and ``fields``, ``replace``, ``asdict``, ``copy`` and ``pickle`` work as
they do with it.
"""

from __future__ import annotations

import dataclasses
import sys
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass

__all__ = ["dataclass"]

T = TypeVar("T")


def _dataclass(*, frozen: bool, slots: bool) -> Callable[[type[T]], type[T]]:
    """Make a class frozen and slotted; no other kind is made here.

    >>> @_dataclass(frozen=True, slots=True)
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, 0), Point(1) == Point(2)
    (Point(x=1, y=0), True, False)
    """
    if not (frozen and slots):
        raise TypeError("for any other class use dataclasses.dataclass")
    return _made


if not TYPE_CHECKING:
    dataclass = _dataclass


def _made(plain: type[T]) -> type[T]:
    cls: Any = dataclasses.dataclass(plain, init=False, repr=False, eq=False, slots=True)
    fields = dataclasses.fields(cls)
    cls.__init__ = _initialiser(cls, fields)
    cls._compared = tuple(field.name for field in fields if field.compare)
    cls._shown = tuple(field.name for field in fields if field.repr)
    for name, method in _SHARED.items():
        if name not in vars(plain):
            setattr(cls, name, method)
    made: type[T] = cls
    return made


def _initialiser(cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    """The one method that every class needs for itself: its arguments are the fields."""
    outer: dict[str, Any] = {"_missing": dataclasses.MISSING}
    arguments, lines = ["self"], []
    for field in fields:
        name = value = field.name
        outer[f"_set_{name}"] = getattr(cls, name).__set__
        if field.default is not dataclasses.MISSING:
            outer[f"_default_{name}"] = field.default
            arguments.append(f"{name}=_default_{name}")
        elif field.default_factory is not dataclasses.MISSING:
            outer[f"_make_{name}"] = field.default_factory
            arguments.append(f"{name}=_missing")
            value = f"_make_{name}() if {name} is _missing else {name}"
        else:
            arguments.append(name)
        lines.append(f"  _set_{name}(self, {value})")
    source = [
        f"def _outer({', '.join(outer)}):",
        f" def __init__({', '.join(arguments)}):",
        *(lines or ["  pass"]),
        " return __init__",
    ]
    inner: dict[str, Any] = {}
    # As the standard library does, from field names of ours; the names of the class's module
    # are those that the annotations are read with.
    exec("\n".join(source), vars(sys.modules[cls.__module__]), inner)  # noqa: S102
    made: Callable[..., None] = inner["_outer"](**outer)
    made.__annotations__ = {field.name: field.type for field in fields}
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _compared(self: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any record
    return tuple([getattr(self, name) for name in self._compared])


def _eq(self: Any, other: object) -> Any:  # noqa: ANN401 - or NotImplemented
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _compared(self) == _compared(other)


def _hash(self: Any) -> int:  # noqa: ANN401 - any record
    return hash(_compared(self))


def _repr(self: Any) -> str:  # noqa: ANN401 - any record
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._shown)
    return f"{type(self).__qualname__}({shown})"


def _setattr(self: object, name: str, value: object) -> None:
    del self, value
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: object, name: str) -> None:
    del self
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:  # noqa: ANN401 - any record
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _setstate(self: Any, state: list[Any]) -> None:  # noqa: ANN401 - any record
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_SHARED: dict[str, Callable[..., Any]] = {
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
