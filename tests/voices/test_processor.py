import platform
from pathlib import Path

import pytest

from voices import processor as processor_module
from voices.processor import processor, vectors


@pytest.fixture
def machine(monkeypatch):
    """One whose system tells these flags of its processor, or none."""
    cached = (processor, vectors, processor_module._flags)

    def machine(flags):
        for function in cached:
            function.cache_clear()
        told = f"processor : 0\nflags\t\t: {flags}\n" if flags is not None else None

        def read_text(path, *arguments):
            if told is None:
                raise FileNotFoundError(path)
            return told

        monkeypatch.setattr(Path, "read_text", read_text)
        return processor(), vectors()

    yield machine
    monkeypatch.undo()
    for function in cached:
        function.cache_clear()


def test_a_kind_is_told_by_the_instructions_that_change_bytes(machine, monkeypatch):
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    kinds = [machine(flags) for flags in ("sse4_2", "sse4_2 avx", "avx avx2 fma", "avx avx2 fma avx512f avx512_vnni")]
    assert len({net for net, _ in kinds}) == 4
    assert [sound for _, sound in kinds] == ["x86_64", "x86_64 avx", "x86_64 avx avx2 fma", "x86_64 avx avx2 fma"]


def test_what_changes_no_byte_is_not_told(machine):
    assert machine("avx sse4_2 rdrand") == machine("avx aes fsgsbase")


def test_where_the_system_tells_no_instructions_the_processor_s_name_stands_for_them(machine, monkeypatch):
    """As on Windows: two kinds must not be taken for one."""
    monkeypatch.setattr(platform, "machine", lambda: "AMD64")
    told = set()
    for name in ("Intel64 Family 6 Model 158", "AMD64 Family 25 Model 17"):
        monkeypatch.setattr(platform, "processor", lambda name=name: name)
        told.add(machine(None))
    assert ("AMD64 Intel64 Family 6 Model 158",) * 2 in told
    assert len(told) == 2
