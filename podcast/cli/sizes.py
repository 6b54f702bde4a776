"""Bytes as a person reads them."""

_UNITS = ("kB", "MB", "GB")


def size(count: int) -> str:
    """7 bytes, 1.5 kB, 12.3 MB, 2.0 GB."""
    if count < 1000:
        return f"{count} byte" + "s" * (count != 1)
    power = 1 if count < 999_950 else 2 if count < 999_950_000 else 3
    return f"{count / 1000**power:.1f} {_UNITS[power - 1]}"
