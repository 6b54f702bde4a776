"""A net of the VITS kind, as Piper's voices are: letters in, sound out, and how long each letter lasts.

    net = Vits(path.read_bytes(), noise_scale=0.667, noise_w_scale=0.8)
    sound, lengths = net.said(ids, length_scale=1.0)            # lengths: in steps of len(sound) / lengths.sum()

Such a net draws noise for melody and rhythm, so that it never says a text twice in the same way; without noise it is
flatter. Here the noise is given to it (graph.py): the same for the same text, in any process. Its letters' lengths are
an inner tensor, that of its only "Ceil". A net that is made otherwise speaks without noise, or without lengths.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from voices.nets.graph import Graph

_SEED = 1
_RHYTHM_CHANNELS = 2  # of the noise for lengths, in every VITS


class Vits:
    """`noise_scale` and `noise_w_scale`: how much of the noise for the sound, and for the lengths, it takes."""

    def __init__(self, content: bytes, *, noise_scale: float, noise_w_scale: float) -> None:
        graph = Graph(content)
        self._rounded = graph.made_by("Ceil") if len(graph.made_by("Ceil")) == 1 else ()
        self._noise = _noise(graph, self._rounded)
        self._scales = (noise_scale, noise_w_scale) if self._noise else (0.0, 0.0)
        # In two parts, of which the second is given what the first has made: were the lengths made twice, by nets that
        # are tuned differently, one in some thousands would be another.
        self._rhythm: Any = None
        if self._rounded:
            told = [graph.fed_to(one) for one in (*self._rounded, *self._noise[1:])]
            self._rhythm = _session(graph.rewired(given=self._noise[:1], told=told), is_simple=True)
        given = (*self._rounded, *self._noise[1:])
        self._speech = _session(graph.rewired(given=given, told=graph.outputs[:1]))

    def unrounded(self, ids: Sequence[int], *, speaker: int | None = None) -> Any:
        """The lengths at a scale of 1, of which a multiple is rounded up; None where it doesn't tell."""
        return self._rhythm and self._prepared(ids, speaker)[0].ravel()

    def said(self, ids: Sequence[int], *, length_scale: float, speaker: int | None = None) -> tuple[Any, Any]:
        """Samples, mostly from -1 to 1, and the lengths. Raises RuntimeError where they don't add up."""
        feed = self._feed(ids, length_scale, speaker)
        if self._rhythm is None:
            return self._speech.run(None, feed)[0].ravel(), None
        unrounded, *shaped = self._prepared(ids, speaker)
        lengths = np.ceil(unrounded * np.float32(length_scale))
        feed[self._rounded[0]] = lengths
        if self._noise:
            shape = (1, shaped[0].shape[1], round(float(lengths.sum())))
            feed[self._noise[1]] = _drawn(shape)
        sound = self._speech.run(None, feed)[0].ravel()
        if lengths.size != len(ids) or len(sound) % round(float(lengths.sum())):
            raise RuntimeError("the net's lengths don't add up to its sound")
        return sound, lengths.ravel()

    def _prepared(self, ids: Sequence[int], speaker: int | None) -> Any:
        feed = self._feed(ids, 1.0, speaker)
        if self._noise:
            feed[self._noise[0]] = _drawn((1, _RHYTHM_CHANNELS, len(ids)))
        return self._rhythm.run(None, feed)

    def _feed(self, ids: Sequence[int], length_scale: float, speaker: int | None) -> dict[str, Any]:
        noise_scale, noise_w_scale = self._scales
        feed = {
            "input": np.asarray([ids], np.int64),
            "input_lengths": np.asarray([len(ids)], np.int64),
            "scales": np.asarray([noise_scale, length_scale, noise_w_scale], np.float32),
        }
        if speaker is not None:
            feed["sid"] = np.asarray([speaker], np.int64)
        return feed


def _drawn(shape: tuple[int, ...]) -> Any:
    return np.random.default_rng(_SEED).standard_normal(shape, np.float32)


def _noise(graph: Graph, lengths: Sequence[str]) -> tuple[str, ...]:
    """The tensors of noise for the lengths and for the sound; none where they aren't one each."""
    drawn = graph.made_by("RandomNormalLike")
    before = [one for one in drawn if one in graph.behind(lengths)]
    if len(drawn) != 2 or len(before) != 1:
        return ()
    return (before[0], next(one for one in drawn if one not in before))


def _session(content: bytes, *, is_simple: bool = False) -> Any:
    """Of one thread: with more, bytes vary from run to run. `is_simple`: not worth the time that tuning it takes."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # a plan for each length of text: memory would grow, and nothing is faster
    if is_simple:
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
