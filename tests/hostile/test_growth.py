"""The time for a character is the same in 1,000 and in a million of them: of each pattern, and of each reader.

For each pattern its own worst inputs are made of it: the characters that it asks for, alone and in pairs, a text that
it matches and one that it nearly does. CPU time is compared with itself, so that a busy machine is no reason.
"""

import importlib
import itertools
import pkgutil
import re
import time
import warnings
from re import _constants as sre
from re import _parser

import pytest

import feed
import podcast
import voices

pytestmark = pytest.mark.drill

_SMALL_S = 0.02  # what takes less at the longest isn't compared
_MOST_RATIO = 2.9  # of twice the length; a square has 4
_LENGTHS = (16_000, 32_000, 64_000)
_CATEGORIES = {sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " \n", sre.CATEGORY_WORD: "aé", sre.CATEGORY_NOT_SPACE: "a",
               sre.CATEGORY_NOT_DIGIT: "a", sre.CATEGORY_NOT_WORD: "-"}  # fmt: skip


def patterns():
    """All that modules keep, by a name."""
    found = {}
    for package in (podcast, voices, feed):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if info.name.endswith("__main__"):
                continue
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                try:
                    module = importlib.import_module(info.name)
                except ImportError:
                    continue  # of an extra that isn't here
            for name, value in vars(module).items():
                for at, pattern in enumerate(_patterns_in(value)):
                    if isinstance(pattern.pattern, str):
                        found.setdefault(pattern, f"{info.name}.{name}" + (f"[{at}]" if at else ""))
    return {name: pattern for pattern, name in found.items()}


def _patterns_in(value, depth=0):
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, dict):
        yield from (found for one in value.values() for found in _patterns_in(one, depth + 1))
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        yield from (found for one in value for found in _patterns_in(one, depth + 1))
    elif depth < 3 and hasattr(type(value), "__dataclass_fields__"):
        names = type(value).__dataclass_fields__
        yield from (found for name in names for found in _patterns_in(getattr(value, name, None), depth + 1))


def characters(tree):
    """One of each kind that it asks for."""
    for operation, argument in tree:
        if operation in (sre.LITERAL, sre.NOT_LITERAL):
            yield chr(argument)
        elif operation is sre.IN:
            yield from _of_class(argument)
        elif operation is sre.ANY:
            yield "x"
        else:
            yield from _within(argument)


def _within(argument):
    if isinstance(argument, _parser.SubPattern):
        yield from characters(argument)
    elif isinstance(argument, list | tuple):
        for one in argument:
            yield from _within(one)


def _of_class(items):
    for operation, argument in items:
        if operation is sre.LITERAL:
            yield chr(argument)
        elif operation is sre.RANGE:
            yield chr(argument[0])
        elif operation is sre.CATEGORY:
            yield from _CATEGORIES.get(argument, "")
        elif operation is sre.NEGATE:
            yield "y"


def example(tree):
    """A short text that it matches, if nothing around matters."""
    text = ""
    for operation, argument in tree:
        if operation is sre.LITERAL:
            text += chr(argument)
        elif operation is sre.NOT_LITERAL:
            text += "y" if argument != ord("y") else "z"
        elif operation is sre.IN:
            text += next(iter(_of_class([item for item in argument if item[0] is not sre.NEGATE])), "y")
        elif operation is sre.ANY:
            text += "x"
        elif operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            text += example(argument[2]) * max(argument[0], 1)
        elif operation is sre.SUBPATTERN:
            text += example(argument[3])
        elif operation is sre.ATOMIC_GROUP:
            text += example(argument)
        elif operation is sre.BRANCH:
            text += example(argument[1][0])
    return text


def pumps(pattern, most):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    alphabet = list(dict.fromkeys(itertools.islice(characters(tree), 400)))[:14]
    whole = example(tree)
    texts = [*alphabet, whole, whole[:-1], whole[1:], *map("".join, itertools.permutations(alphabet, 2))]
    return [text for text in dict.fromkeys(texts) if text][:most]


def cpu_s(work):
    begun = time.process_time()
    work()
    return time.process_time() - begun


def is_growing(work):
    """Whether twice the length takes much more than twice the time, twice in a row."""
    before_s = cpu_s(lambda: work(_LENGTHS[0]))
    for length in _LENGTHS[1:]:
        now_s = cpu_s(lambda length=length: work(length))
        if now_s < _SMALL_S or now_s < _MOST_RATIO * before_s:
            return False
        before_s = now_s
    return True


def test_no_pattern_takes_more_time_for_a_character_of_a_longer_text(extent, record_property):
    known, grown, tried = patterns(), {}, 0
    for name, pattern in list(known.items())[:: extent(short=12, whole=1)]:
        for pump in pumps(pattern, extent(short=12, whole=120)):
            tried += 1

            def work(length, pattern=pattern, pump=pump):
                text = pump * (length // len(pump))
                for _ in pattern.finditer(text):
                    pass

            if is_growing(work):
                grown[name] = pump
                break
    record_property("drill", f"growth of time: {len(known)} patterns, {tried:,} inputs, {len(grown)} not linear")
    assert grown == {}
