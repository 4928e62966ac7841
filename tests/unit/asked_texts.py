"""Which texts does the program ask for, and with what does it fill them? Read from its code and its templates."""

import ast
import itertools
import re
import string
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from jinja2 import Environment, nodes


class Asked(NamedTuple):
    """One place that asks for a text: the names it can have, with ``*`` for what only the running program knows."""

    where: str
    names: tuple[str, ...]
    filling: frozenset[str] | None
    """What the text is filled with; None where the filling is handed on from elsewhere."""


class Told(NamedTuple):
    """One place that makes a complaint of a code, and the details that it gives; None if they cannot be read."""

    where: str
    code: str
    details: frozenset[str] | None


FORWARDING = {"page_text": ("pages.{}.title", "pages.{}.description")}
"""Functions that take the middle of a name and hand their filling on."""
_NOT_FILLING = {"step"}
"""What such a function takes for itself."""
_CODE = re.compile(r"[A-Z][0-9]{2,3}")


def asked_in_code(file: str, source: str) -> Iterator[Asked]:
    """Yield what a module asks for by ``say``, ``label``, ``page_text`` and ``words(…)[…]``."""
    for function, node in _in_functions(ast.parse(source)):
        name = "" if function is None else function.name
        where = f"{file}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Call) and name not in {"say", "label", "codes_of", *FORWARDING}:
            yield from _asked_by_call(where, node, function)
        elif isinstance(node, ast.Subscript) and (keys := _keys(node)):
            yield Asked(where, (".".join(keys),), None)


def _in_functions(tree: ast.Module) -> Iterator[tuple[ast.FunctionDef | None, ast.AST]]:
    """Yield every node with the innermost function that holds it."""
    waiting: list[tuple[ast.FunctionDef | None, ast.AST]] = [(None, tree)]
    while waiting:
        function, node = waiting.pop()
        yield function, node
        inner = node if isinstance(node, ast.FunctionDef) else function
        if not (isinstance(node, ast.Subscript) and _keys(node)):
            waiting += [(inner, child) for child in ast.iter_child_nodes(node)]


def _asked_by_call(where: str, call: ast.Call, function: ast.FunctionDef | None) -> Iterator[Asked]:
    called = call.func.id if isinstance(call.func, ast.Name) else ""
    if called in {"label", "codes_of"}:
        for vocabulary in _names(call.args[0], function):
            codes = () if vocabulary == "*" else _names(call.args[1], function) if called == "label" else ("*",)
            yield Asked(where, tuple(f"vocabulary.{vocabulary}.{code}" for code in codes), frozenset())
    if called not in {"say", *FORWARDING}:
        return
    handed_on = any(keyword.arg is None for keyword in call.keywords)
    given = frozenset(keyword.arg for keyword in call.keywords if keyword.arg is not None)
    if called in FORWARDING:
        given -= _NOT_FILLING
    patterns = FORWARDING.get(called, ("{}",))
    names = tuple(pattern.format(name) for name in _names(call.args[0], function) for pattern in patterns)
    yield Asked(where, names, None if handed_on else given)


def _names(node: ast.expr, function: ast.FunctionDef | None) -> list[str]:
    """Return every text that an expression can be as far as it can be read, with ``*`` for the rest."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.IfExp):
        return [*_names(node.body, function), *_names(node.orelse, function)]
    if isinstance(node, ast.JoinedStr):
        parts = (
            _names(part.value if isinstance(part, ast.FormattedValue) else part, function) for part in node.values
        )
        return ["".join(each) for each in itertools.product(*parts)]
    if isinstance(node, ast.Name) and function is not None:
        found = [name for value in _assigned(node.id, function) for name in _names(value, None)]
        return found if found and "*" not in found else ["*"]
    return ["*"]


def _keys(node: ast.expr) -> list[str]:
    """Return ["fields", "guide"] for ``words("fields")["guide"]``, nothing for what is no such chain."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        above = _keys(node.value)
        return [*above, str(node.slice.value)] if above else []
    is_words = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "words"
    return _names(node.args[0], None) if is_words and isinstance(node, ast.Call) else []


def given_to(function: str, source: str, *, position: int = 0) -> set[str]:
    """Return the fixed texts that a module hands to a function at a position."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    given = (call.args[position] for call in calls if isinstance(call.func, ast.Name) and call.func.id == function)
    return {name for each in given for name in _names(each, None)} - {"*"}


def asked_in_template(file: str, source: str) -> Iterator[Asked]:
    """Yield what a template asks for by ``say`` and ``label``."""
    for call in Environment().parse(source).find_all(nodes.Call):
        function = call.node.name if isinstance(call.node, nodes.Name) else ""
        where = f"{file}:{call.lineno}"
        if function == "say":
            yield Asked(where, (_pattern(call.args[0]),), frozenset(keyword.key for keyword in call.kwargs))
        elif function == "label":
            name = f"vocabulary.{_pattern(call.args[0])}.{_pattern(call.args[1])}"
            yield Asked(where, (name,), frozenset())


def _pattern(node: nodes.Node) -> str:
    if isinstance(node, nodes.Concat):
        return "".join(map(_pattern, node.nodes))
    return str(node.value) if isinstance(node, nodes.Const) else "*"


def codes_in_code(source: str) -> set[str]:
    """Return every code of a problem that a module names."""
    constants = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return {each for each in constants if isinstance(each, str) and _CODE.fullmatch(each)}


def complaints_in_code(file: str, source: str) -> Iterator[Told]:
    """Yield every complaint of a fixed code with the names of its details."""
    tree = ast.parse(source)
    functions = {each.name: each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}
    for function in functions.values():
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Complaint":
                keywords = {each.arg: each.value for each in call.keywords}
                code = call.args[1] if len(call.args) > 1 else keywords.get("code")
                details = call.args[5] if len(call.args) > 5 else keywords.get("details")
                if isinstance(code, ast.Constant):
                    known = frozenset[str]() if details is None else _details(details, function, functions)
                    yield Told(f"{file}:{call.lineno}", str(code.value), known)


def _details(node: ast.expr, function: ast.FunctionDef, functions: Mapping[str, Any]) -> frozenset[str] | None:
    if isinstance(node, ast.Dict):
        return frozenset(str(key.value) for key in node.keys if isinstance(key, ast.Constant))
    if isinstance(node, ast.Name):
        found = [_details(each, function, functions) for each in _assigned(node.id, function)]
        return frozenset().union(*(each or () for each in found)) if found and None not in found else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
        other = functions[node.func.id]
        returned = [each.value for each in ast.walk(other) if isinstance(each, ast.Return) and each.value]
        return _details(returned[0], other, functions) if len(returned) == 1 else None
    return None


def _assigned(name: str, function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == name:
            yield node.value
        elif isinstance(node, ast.Assign):
            yield from _paired(name, node.targets[0], node.value)


def _paired(name: str, target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    if isinstance(target, ast.Name) and target.id == name:
        yield value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=True):
            yield from _paired(name, one, other)


def leaves(tree: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every text of a file by its keys; a list is one text."""
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from leaves(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def placeholders(text: str) -> set[str]:
    """Return the names in braces that a text wants."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
