"""The time for a character is the same in 1,000 and in a million of them: of each regular expression that is kept.

For each its own worst inputs are made of it: the characters that it asks for, alone and in pairs, a text that it
matches and one that it nearly does.
"""

import importlib
import inspect
import itertools
import pkgutil
import re
import warnings
from functools import partial
from re import _constants as sre
from re import _parser

import pytest
from growth import LENGTHS, cpu_s, is_flat, is_growing, repeated

import feed
import podcast
import voices
from podcast.text.spoken.regex import Later

pytestmark = [pytest.mark.drill, pytest.mark.slow]

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
            source = inspect.getsource(module)
            for name, value in vars(module).items():
                ways = set(re.findall(rf"\b{name}\.(\w*(?:match|search|split|sub|find)\w*)\b", source))
                for at, pattern in enumerate(_patterns_in(value)):
                    if isinstance(pattern.pattern, str):
                        found.setdefault(pattern, (f"{info.name}.{name}" + (f"[{at}]" if at else ""), ways))
    return {name: (pattern, ways) for pattern, (name, ways) in found.items()}


def applied(pattern, ways):
    """As its module does: at one place, or everywhere."""
    if ways and ways <= {"match", "fullmatch"}:
        return lambda text: [getattr(pattern, way)(text) for way in ways]
    return lambda text: sum(1 for _ in pattern.finditer(text))


def _patterns_in(value, depth=0):
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Later):
        yield value.compiled()
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


def test_no_pattern_takes_more_time_for_a_character_of_a_longer_text(extent, record_property):
    known, grown, tried = patterns(), {}, 0
    for name, (pattern, ways) in list(known.items())[:: extent(short=40, whole=1)]:
        apply, slowest = applied(pattern, ways), (0.0, "a")
        for pump in pumps(pattern, extent(short=10, whole=60)):
            tried += 1
            made = partial(repeated, pump)
            if is_growing(apply, made):
                grown[name] = pump
                break
            slowest = max(slowest, (cpu_s(apply, made(LENGTHS[-1])), pump))
        if extent(short=False, whole=name not in grown) and not is_flat(apply, partial(repeated, slowest[1])):
            grown[name] = slowest[1]
    record_property("drill", f"growth of time: {len(known)} patterns, {tried:,} inputs, {len(grown)} not linear")
    assert grown == {}
