"""podcast.toml to settings: every mistake in the file is told at once, with the nearest name for one that is unknown.

settings = load_settings(Path("podcast.toml"))
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from podcast.config.settings import Settings
from podcast.errors import PodcastError
from podcast.text.tomltext import read_toml
from podcast.userfiles import SETTINGS_BYTES, read_file

_SHOWN_CHARS = 100  # of what somebody wrote
_SHOWN_PROBLEMS = 50


def load_settings(path: Path) -> Settings:
    """The defaults when there is no such file. Raises PodcastError that lists all that is wrong."""
    from feed.languages import language_tag
    from podcast.config.validate import implausible

    try:
        text = read_file(path, SETTINGS_BYTES).decode("utf-8-sig")  # Notepad writes a BOM
        table = read_toml(text)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        remedy = "Correct it; docs/configuration.md shows every key."
        raise PodcastError(f"The settings can't be read ({why})", which=str(path), remedy=remedy) from None
    problems: list[str] = []
    settings: Settings = _section(Settings(), table, "", problems)
    problems += implausible(settings, text)
    if problems:
        listed = "\n".join(f"  - {problem}" for problem in problems[:_SHOWN_PROBLEMS])
        what = "The settings have a mistake" if len(problems) == 1 else f"The settings have {len(problems)} mistakes"
        raise PodcastError(what, which=str(path), remedy=listed)
    return replace(settings, show=replace(settings.show, language=language_tag(settings.show.language)))


def _section(default: Any, table: Mapping[str, Any], where: str, problems: list[str]) -> Any:
    """`default` with the values of `table`; what does not fit is added to `problems` and left at its default."""
    types = {name: _when_stated(kind) for name, kind in get_type_hints(type(default)).items()}
    values = {known.name: getattr(default, known.name) for known in fields(default)}
    for key, value in table.items():
        name = f"{where}.{key}" if where else key
        if key not in values:
            problems.append(_unknown(name, key, values))
        elif is_dataclass(values[key]) and isinstance(value, dict):
            values[key] = _section(values[key], value, name, problems)
        elif get_origin(types[key]) is Mapping and isinstance(value, dict):
            values[key] = _named(get_args(types[key])[1], value, name, problems)
        elif (fitting := _fitted(value, types[key])) is None:
            problems.append(f"{name} must be {_described(types[key])}, not {_written(value)}")
        else:
            values[key] = fitting
    return type(default)(**values)


def _when_stated(kind: Any) -> Any:
    """Of what may be left to the show's language, the type that a file can state."""
    return next((one for one in get_args(kind) if one is not NoneType), kind) if isinstance(kind, UnionType) else kind


def _named(kind: Any, tables: Mapping[str, Any], where: str, problems: list[str]) -> dict[str, Any]:
    """Tables under names of the user's own: each of them a `kind`, or whatever it likes where that is `Any`."""
    if kind is Any:
        return dict(tables)
    others = {name: value for name, value in tables.items() if not isinstance(value, dict)}
    problems += [f"{where}.{name} must be a table, not {_written(value)}" for name, value in others.items()]
    return {
        name: _section(kind(), table, f"{where}.{name}", problems)
        for name, table in tables.items()
        if name not in others
    }


def _fitted(value: Any, wanted: Any) -> Any:
    """The value as the field's type, or None when it isn't of that type."""
    if wanted is float and type(value) is int:
        return float(value)
    if wanted == tuple[str, ...]:
        is_texts = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return tuple(value) if is_texts else None
    return value if type(value) is wanted else None


def _described(wanted: Any) -> str:
    names = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
    is_table = is_dataclass(wanted) or get_origin(wanted) is Mapping
    return names.get(wanted, "a table" if is_table else "a list of texts")


def _written(value: Any) -> str:
    """As TOML writes it."""
    written = str(value).lower() if isinstance(value, bool) else repr(value)
    return written if len(written) <= _SHOWN_CHARS else f"{written[:_SHOWN_CHARS]}…"


def _unknown(name: str, key: str, known: Mapping[str, Any]) -> str:
    if len(key) > _SHOWN_CHARS:
        return f"{name[:_SHOWN_CHARS]}… is unknown"
    nearest = get_close_matches(key, known, n=1, cutoff=0.6)
    hint = f" (did you mean {nearest[0]}?)" if nearest else f" (known are {', '.join(known)})"
    return f"{name} is unknown{hint}"
