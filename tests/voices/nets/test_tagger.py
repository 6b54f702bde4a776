"""hibari's weights, read when they are asked for."""

import gzip
import json
from pathlib import Path

import pytest

from voices.nets.tagger import Weights, model

pytest.importorskip("hibari")


@pytest.fixture(scope="module")
def content():
    from hibari.g2p import ASSETS

    return gzip.decompress((Path(ASSETS) / "tagger.json.gz").read_bytes())


def test_every_table_is_what_the_file_says_and_so_is_all_else(content):
    whole, lazy = json.loads(content), model(content)
    weights = lazy["weights"]
    assert isinstance(weights, Weights)
    assert {feature: [*weights.get(feature).items()] for feature in [*weights]} == {
        feature: [*table.items()] for feature, table in whole["weights"].items()
    }
    assert {**lazy, "weights": {}} == {**whole, "weights": {}}


def test_a_table_is_read_once_and_a_feature_without_one_has_none(content):
    weights = model(content)["weights"]
    assert weights.get("b") is weights.get("b")
    assert weights.get("no such feature") is None


def test_a_file_of_another_kind_is_read_at_once():
    other = {"weights": {"b": {"NN": 1.5}}, "tags": ["NN"]}
    assert model(json.dumps(other).encode()) == other
