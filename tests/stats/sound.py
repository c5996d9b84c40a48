"""What every result of the package must keep to."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from math import isfinite

from hypothesis import given, settings


def for_any(*strategies):
    """Hypothesis' `given`, without its clock: a busy machine is no failure."""
    return lambda test: settings(deadline=None)(given(*strategies)(test))


def assert_sound(result):
    """Numbers are numbers, chances are chances, and every None has its reason."""
    absent = {field.name for field in fields(result) if getattr(result, field.name) is None}

    assert set(result.why) == absent, type(result).__name__
    assert all(reason and not reason.endswith(".") for reason in result.why.values())
    for field in fields(result):
        value = getattr(result, field.name)
        if is_dataclass(value):
            assert_sound(value)
        for number in value if isinstance(value, tuple) else (value,):
            assert_plain(field.name, number)


def assert_plain(name, value):
    assert value is None or isinstance(value, int | float | str | Mapping) or is_dataclass(value)
    assert type(value).__module__ != "numpy", f"{name} is numpy's own number"
    if isinstance(value, float):
        assert isfinite(value), name
    if isinstance(value, float) and (name == "p" or name.endswith("_p")):
        assert 0 < value <= 1, name


def assert_holds(low, estimate, high):
    """An interval, where there is one, holds its estimate."""
    if low is not None:
        assert low <= estimate <= high
