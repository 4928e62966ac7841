"""Which small faults can be made in a module, each in one place?

Annotations, assertions, docstrings, f-strings and imports are left alone: there a fault says nothing about tests.
"""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator, Sequence
from difflib import unified_diff
from typing import NamedTuple, TypeAlias

_Edit: TypeAlias = tuple[int, int, str]
"""Which bytes of a module become which text."""
_Node: TypeAlias = ast.expr | ast.stmt | ast.keyword


class Fault(NamedTuple):
    """A module that does a little more, less or other than it should."""

    line: int
    diff: str
    source: str


def faults_of(source: str) -> list[Fault]:
    """Return every fault that can be made in a module, in its order; each of them is still Python."""
    finder = _Finder(source)
    finder.visit(ast.parse(source))
    edits = sorted({*finder.edits, *_of_patterns(source, finder.offset)})
    made = (_fault(source.encode(), edit) for edit in edits)
    return [fault for fault in made if fault is not None and _is_python(fault.source)]


def _fault(source: bytes, edit: _Edit) -> Fault | None:
    start, end, text = edit
    faulty = (source[:start] + text.encode() + source[end:]).decode()
    before, after = source.decode().splitlines(), faulty.splitlines()
    lines = [line for line in unified_diff(before, after, n=0, lineterm="") if not line.startswith(("---", "+++"))]
    return Fault(source.count(b"\n", 0, start) + 1, "\n".join(lines), faulty) if lines else None


def _is_python(source: str) -> bool:
    try:
        compile(source, "fault", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


_COMPARED: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Lt: ("<", ("<=", ">=")),
    ast.LtE: ("<=", ("<", ">")),
    ast.Gt: (">", (">=", "<=")),
    ast.GtE: (">=", (">", "<")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: ("is not", ("is",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: ("not in", ("in",)),
}
"""A limit is moved by one and turned round; a question is answered the other way."""

_COUNTED: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
}
_EXCHANGED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "list"}
_SAID: tuple[type[ast.expr], ...] = (ast.Call, ast.Yield, ast.YieldFrom)
_ASKED: tuple[type[ast.expr], ...] = (ast.Call, ast.Name, ast.Attribute, ast.Subscript)


class _Finder(ast.NodeVisitor):
    """Goes through a module and notes what can be changed in it."""

    def __init__(self, source: str) -> None:
        self.source = source.encode()
        self.edits: list[_Edit] = []
        lines = source.splitlines(keepends=True)
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line.encode()))

    def offset(self, line: int, column: int) -> int:
        """Return where a line, counted from 1, and a column of bytes stand."""
        return self._starts[line - 1] + column

    # --- what is left alone

    def visit_Import(self, node: ast.Import) -> None: ...

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None: ...

    def visit_Assert(self, node: ast.Assert) -> None: ...

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None: ...

    def visit_arg(self, node: ast.arg) -> None: ...

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.visit(node.args)
        self._visit_all(node.body)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._visit_all(node.body)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        is_alias = isinstance(node.annotation, ast.Name) and node.annotation.id == "TypeAlias"
        if node.value is not None and not is_alias:
            self._shorten(node.value)
            self.visit(node.value)

    # --- what is said

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, _SAID):
            self._replace(node, "pass")
            self.visit(node.value)

    def visit_Raise(self, node: ast.Raise) -> None:
        self._replace(node, "pass")

    def visit_Continue(self, node: ast.Continue) -> None:
        self._replace(node, "pass")

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._replace(node, "pass")
        self.visit(node.value)

    def visit_If(self, node: ast.If) -> None:
        self._ask_otherwise(node.test)
        for each in node.body:
            if isinstance(each, ast.Return):
                self._replace(each, "pass")
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._ask_otherwise(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._replace(test, "True")
        self.generic_visit(node)

    # --- what is computed

    def visit_Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        for left, operator, right in zip(sides, node.ops, node.comparators, strict=False):
            written, others = _COMPARED[type(operator)]
            for other in others:
                self._exchange(left, right, written, other)
            if isinstance(operator, ast.In | ast.NotIn):
                self._shorten(right)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for each in node.values:
            self._replace(each, "True" if isinstance(node.op, ast.And) else "False")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        start = self.offset(node.lineno, node.col_offset)
        if isinstance(node.op, ast.Not | ast.USub):
            self.edits.append((start, start + (3 if isinstance(node.op, ast.Not) else 1), ""))
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in _COUNTED:
            self._exchange(node.left, node.right, *_COUNTED[type(node.op)])
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id == "TypeVar":
            return
        if isinstance(node.func, ast.Name) and node.func.id in _EXCHANGED:
            self._replace(node.func, _EXCHANGED[node.func.id])
        for each in node.keywords:
            self._leave_out(each, each)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        self._shorten(node.value)
        self.visit(node.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        written = self.source[self.offset(node.lineno, node.col_offset) :]
        if isinstance(node.value, bool):
            self._replace(node, str(not node.value))
        elif isinstance(node.value, int):
            self._replace(node, str(node.value + 1))
        elif isinstance(node.value, str | bytes) and not re.match(rb"[rR]|[bB][rR]", written):
            other = type(node.value)() if node.value else "XX"
            self._replace(node, repr(other))

    # --- how it is changed

    def _visit_all(self, nodes: Sequence[ast.AST]) -> None:
        for each in nodes:
            self.visit(each)

    def _span(self, first: _Node, last: _Node) -> tuple[int, int]:
        assert last.end_lineno is not None, "read from a source"
        assert last.end_col_offset is not None, "read from a source"
        return self.offset(first.lineno, first.col_offset), self.offset(last.end_lineno, last.end_col_offset)

    def _replace(self, node: ast.expr | ast.stmt, text: str) -> None:
        self.edits.append((*self._span(node, node), text))

    def _ask_otherwise(self, test: ast.expr) -> None:
        if isinstance(test, _ASKED):
            start, end = self._span(test, test)
            self.edits.append((start, end, f"not ({self.source[start:end].decode()})"))

    def _exchange(self, left: ast.expr, right: ast.expr, written: str, other: str) -> None:
        start, end = self._span(left, left)[1], self._span(right, right)[0]
        text = self.source[start:end].decode()
        self.edits.append((start, end, text.replace(written, other, 1)))

    def _shorten(self, node: ast.expr) -> None:
        """Leave out one by one what a list, set or table holds, if that is more than one thing."""
        if isinstance(node, ast.Tuple) and len(node.elts) == 2:
            for one in node.elts:
                start, end = self._span(one, one)
                self._replace(node, f"({self.source[start:end].decode()},)")
        elif isinstance(node, ast.List | ast.Set | ast.Tuple):
            for each in node.elts if len(node.elts) > 1 else ():
                self._leave_out(each, each)
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True) if len(node.keys) > 1 else ():
                if key is not None:
                    self._leave_out(key, value)
        elif isinstance(node, ast.Call) and len(node.args) == 1:  # frozenset({…})
            self._shorten(node.args[0])

    def _leave_out(self, first: _Node, last: _Node) -> None:
        """Leave out an element with one of the commas that part it from its neighbours."""
        start, end = self._span(first, last)
        comma_after = re.match(rb"\s*,\s*", self.source[end:])
        if comma_after:
            self.edits.append((start, end + len(comma_after[0]), ""))
        else:
            comma_before = re.search(rb",\s*$", self.source[:start])
            self.edits.append((comma_before.start() if comma_before else start, end, ""))


def _of_patterns(source: str, offset: Callable[[int, int], int]) -> Iterator[_Edit]:
    """Yield patterns, which are raw texts in this house, without one sign or one word."""
    lines = source.splitlines(keepends=True)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        literal = re.match(r"(?i:b?rf?|fr)(\"\"\"|'''|\"|')", token.string)
        if token.type == tokenize.STRING and literal:
            body = token.string[literal.end() : -len(literal[1])]
            before = lines[token.start[0] - 1][: token.start[1]] + literal[0]
            start = offset(token.start[0], len(before.encode()))
            for unit in re.finditer(r"\|?[^\W\d_]{2,}|\\.|.", body):
                at = start + len(body[: unit.start()].encode())
                yield at, at + len(unit[0].encode()), ""
