"""A net in an ONNX file with other inputs and outputs: its protobuf taken apart and put together, by no other package.

    net = Graph(path.read_bytes())
    net.made_by("Ceil")                             # ("/Ceil_output_0",): tensors that nodes of this kind make
    net.rewired(given=noise, told=["output", "/Ceil_output_0"])         # a file's bytes

A tensor that is given becomes an input, and the node that made it is left out: so noise can be ours, and the same each
time. What isn't needed for what is told is left out as well, which onnxruntime would run all the same. Field numbers
are those of onnx.proto.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

_GRAPH = 7  # of ModelProto
_NODE, _WEIGHTS, _INPUT, _OUTPUT = 1, 5, 11, 12  # of GraphProto
_FED, _MAKES, _KIND, _ATTRIBUTE = 1, 2, 4, 5  # of NodeProto
_INNER_GRAPH = 6  # of AttributeProto
_WEIGHTS_NAME = 8  # of TensorProto
_NAME, _TYPE = 1, 2  # of ValueInfoProto
_TENSOR, _ELEMENT = 1, 1  # of TypeProto, and of its Tensor
_FLOAT = 1  # of TensorProto.DataType

_NUMBER, _EIGHT, _BYTES, _FOUR = 0, 1, 2, 5  # wire types


@dataclass(frozen=True, slots=True)
class _Node:
    kind: str
    fed: tuple[str, ...]
    makes: tuple[str, ...]
    whole: memoryview  # its field


class Graph:
    """Raises ValueError where the bytes are no ONNX file."""

    def __init__(self, content: bytes) -> None:
        self._model = list(_fields(memoryview(content)))
        graphs = [inside for number, inside, _ in self._model if number == _GRAPH]
        self._graph = [field for graph in graphs for field in _fields(graph)]  # of several, each adds to the first
        if not self._graph:
            raise ValueError("this is no ONNX file")

    def made_by(self, kind: str) -> tuple[str, ...]:
        """The tensors that nodes of a kind make, in the graph's order."""
        return tuple(name for node in self._nodes if node.kind == kind for name in node.makes)

    def fed_to(self, tensor: str) -> str:
        """The first tensor that the node is fed which makes this one."""
        return next(node.fed[0] for node in self._nodes if tensor in node.makes)

    def behind(self, tensors: Sequence[str]) -> set[str]:
        """All tensors that these are made of, and they themselves."""
        return self._needed((), tensors)[1]

    @property
    def inputs(self) -> tuple[str, ...]:
        return self._named(_INPUT)

    @property
    def outputs(self) -> tuple[str, ...]:
        return self._named(_OUTPUT)

    def rewired(self, *, given: Sequence[str] = (), told: Sequence[str]) -> bytes:
        """`given` and those of `told` that were no outputs before are tensors of 32 bit floats."""
        outputs = dict(zip(self.outputs, self._fields_of(_OUTPUT), strict=True))
        nodes, tensors = self._needed(given, told)
        weights = (
            field for field in self._fields_of(_WEIGHTS) if _texts(next(_fields(field))[1], _WEIGHTS_NAME)[0] in tensors
        )
        parts = [
            *(node.whole for node in nodes),
            *weights,
            *(field for number, _, field in self._graph if number not in (_NODE, _WEIGHTS, _OUTPUT)),
            *(_field(_INPUT, _floats(name)) for name in given),
            *(outputs.get(name, b"") or _field(_OUTPUT, _floats(name)) for name in told),
        ]
        rest = [field for number, _, field in self._model if number != _GRAPH]
        return b"".join([*rest, _field(_GRAPH, b"".join(parts))])

    def _needed(self, given: Sequence[str], told: Sequence[str]) -> tuple[list[_Node], set[str]]:
        """The nodes behind what is told, and all tensors that they are fed. Nodes stand in the order that they run."""
        wanted, nodes = set(told), []
        for node in reversed(self._nodes):
            if wanted & set(node.makes) - set(given):
                nodes.append(node)
                wanted |= set(node.fed)
        return nodes[::-1], wanted

    @cached_property
    def _nodes(self) -> tuple[_Node, ...]:
        return tuple(_node(inside, whole) for number, inside, whole in self._graph if number == _NODE)

    def _named(self, number: int) -> tuple[str, ...]:
        insides = [inside for found, inside, _ in self._graph if found == number]
        return tuple(_texts(inside, _NAME)[0] for inside in insides)

    def _fields_of(self, number: int) -> list[memoryview]:
        return [whole for found, _, whole in self._graph if found == number]


def _node(inside: memoryview, whole: memoryview) -> _Node:
    kind = _texts(inside, _KIND)
    return _Node(kind[0] if kind else "", (*_texts(inside, _FED), *_fed_within(inside)), _texts(inside, _MAKES), whole)


def _fed_within(node: memoryview) -> Iterator[str]:
    """What the graphs inside a node are fed: those of an "If" take tensors from around them."""
    for _, attribute, _ in (field for field in _fields(node) if field[0] == _ATTRIBUTE):
        for _, graph, _ in (field for field in _fields(attribute) if field[0] == _INNER_GRAPH):
            for _, inner, whole in (field for field in _fields(graph) if field[0] == _NODE):
                yield from _node(inner, whole).fed


def _texts(message: memoryview, number: int) -> tuple[str, ...]:
    return tuple(bytes(inside).decode() for found, inside, _ in _fields(message) if found == number)


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview, memoryview]]:
    """The number of each field, what is in it, and all of it."""
    at = 0
    while at < len(message):
        begin = at
        key, at = _varint(message, at)
        if key & 7 == _BYTES:
            size, at = _varint(message, at)
        elif key & 7 == _NUMBER:
            size = _varint(message, at)[1] - at
        elif key & 7 in (_EIGHT, _FOUR):
            size = 8 if key & 7 == _EIGHT else 4
        else:
            raise ValueError("this is no ONNX file")
        if at + size > len(message):
            raise ValueError("this ONNX file is cut off")
        yield key >> 3, message[at : at + size], message[begin : at + size]
        at += size


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    """A number, and where it ends."""
    number = shift = 0
    while at < len(message):
        number |= (message[at] & 127) << shift
        at, shift = at + 1, shift + 7
        if message[at - 1] < 128:
            return number, at
    raise ValueError("this ONNX file is cut off")


def _floats(name: str) -> bytes:
    """ValueInfoProto of a tensor, of any shape."""
    return _field(_NAME, name.encode()) + _field(_TYPE, _field(_TENSOR, bytes([_ELEMENT << 3, _FLOAT])))


def _field(number: int, content: bytes) -> bytes:
    return _number(number << 3 | _BYTES) + _number(len(content)) + content


def _number(value: int) -> bytes:
    """As a varint."""
    parts = []
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    return bytes([*parts, value])
