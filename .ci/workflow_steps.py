"""What would GitHub run for this commit? Runs the `run:` steps of workflows in clean clones.

    python .ci/workflow_steps.py --repo DIR --logs DIR check.yml:pull_request publish.yml:push

Each job starts in a clone of the repository's HEAD, with an empty home folder, as on GitHub.
Two actions are imitated and say so (EMULATED: checkout, setup-python); every other `uses:` is
named with the reason why it was NOT RUN. Whatever this script does not know how to imitate, a
key or an expression, ends the run with a message: it never guesses.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

Json: TypeAlias = dict[str, Any]

NEEDS_GITHUB = {
    "actions/deploy-pages": "it deploys to GitHub Pages",
    "actions/upload-artifact": "it keeps files on GitHub",
    "actions/upload-pages-artifact": "it keeps files on GitHub",
}
# Keys that say nothing about what runs here, or that this script honours.
WORKFLOW_KEYS = {"name", "on", "permissions", "concurrency", "env", "jobs"}
JOB_KEYS = {
    *("name", "permissions", "runs-on", "timeout-minutes", "environment"),
    *("env", "if", "needs", "steps", "uses", "with"),
}
STEP_KEYS = {"name", "id", "if", "uses", "with", "run", "env", "shell", "working-directory"}
SHELLS = {
    None: ["bash", "-e"],
    "bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"],
}
# Of this process's environment only: paths, language, and how to reach a network.
KEPT_VARIABLES = re.compile(r"PATH|LANG|LC_\w+|TERM|PIP_\w+|SSL_CERT_\w+|\w+_proxy|\w+_PROXY")
TAIL_OF_SUCCESS, TAIL_OF_FAILURE = 2, 60


class NotEmulatedError(Exception):
    """The workflow says something that this script does not know how to imitate."""


@dataclass
class Context:
    """Which job this is, and what an expression in it may ask for."""

    job: str
    event: str
    inputs: Mapping[str, Any]
    failed: bool = False
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    """What became of one step."""

    job: str
    step: str
    outcome: str
    seconds: float | None = None


# --- expressions ----------------------------------------------------------------------------


def value_of(term: str, context: Context) -> object:
    """Give the value of one of the terms that this project's workflows use."""
    if match := re.fullmatch(r"inputs\.([\w-]+)", term):
        if match[1] not in context.inputs:
            raise NotEmulatedError(f"no input is called '{match[1]}'")
        return context.inputs[match[1]]
    if match := re.fullmatch(r"steps\.([\w-]+)\.outputs\.([\w-]+)", term):
        return context.outputs.get(match[1], {}).get(match[2], "")
    if match := re.fullmatch(r"'([^']*)'", term):
        return match[1]
    known = {
        "github.event_name": context.event,
        "success()": not context.failed,
        "failure()": context.failed,
        "always()": True,
        "cancelled()": False,
    }
    if term not in known:
        raise NotEmulatedError(f"expression '{term}'")
    return known[term]


def is_true(condition: str, context: Context) -> bool:
    """Decide an `if:`, made of terms, `!`, `==`, `!=` and `&&`; without a status, success() is meant."""
    text = condition.strip().removeprefix("${{").removesuffix("}}")
    verdicts = [] if re.search(r"(success|failure|always|cancelled)\(\)", text) else [not context.failed]
    for part in text.split("&&"):
        if match := re.fullmatch(r"(\S+) (==|!=) (\S+)", part.strip()):
            equal = value_of(match[1], context) == value_of(match[3], context)
            verdicts.append(equal == (match[2] == "=="))
        else:
            negated = part.strip().startswith("!")
            verdicts.append(bool(value_of(part.strip().removeprefix("!"), context)) != negated)
    return all(verdicts)


def filled(text: object, context: Context) -> str:
    """Put values in the place of `${{ ... }}`, as text."""
    return re.sub(r"\$\{\{\s*(.*?)\s*\}\}", lambda match: as_text(value_of(match[1], context)), as_text(text))


def as_text(value: object) -> str:
    """Write a value as GitHub does: `true`, not `True`."""
    return str(value).lower() if isinstance(value, bool) else str(value)


# --- reading --------------------------------------------------------------------------------


def known_keys(mapping: Json, known: set[str], where: str) -> Json:
    """Give the mapping back, or refuse keys whose meaning would be lost here."""
    if unknown := sorted(set(mapping) - known):
        raise NotEmulatedError(f"{where}: key {', '.join(map(repr, unknown))}")
    return mapping


def read_workflow(path: Path) -> Json:
    """Read a workflow, undoing YAML 1.1, in which the key `on` means True."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in workflow.items()}


def triggers(workflow: Json) -> set[str]:
    """Give the names of the events that start a workflow."""
    on = workflow["on"]
    return {on} if isinstance(on, str) else set(on)


def in_order(jobs: Json) -> Iterator[tuple[str, Json]]:
    """Give the jobs so that each comes after those it needs."""
    done: set[str] = set()
    while len(done) < len(jobs):
        ready = [name for name in jobs if name not in done and needs(jobs[name]) <= done]
        if not ready:
            raise NotEmulatedError("jobs that need each other, or a job that is not there")
        for name in ready:
            yield name, jobs[name]
            done.add(name)


def needs(job: Json) -> set[str]:
    """Give the names of the jobs that a job waits for."""
    names = job.get("needs", [])
    return {names} if isinstance(names, str) else set(names)


def read_variables(text: str) -> dict[str, str]:
    """Read what a step wrote to $GITHUB_ENV or $GITHUB_OUTPUT: `name=value`, or `name<<END` … `END`."""
    variables: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        if match := re.fullmatch(r"([\w-]+)<<(\S+)", line):
            value: list[str] = []
            for inner in lines:
                if inner == match[2]:
                    break
                value.append(inner)
            variables[match[1]] = "\n".join(value)
        elif line:
            name, _, plain = line.partition("=")
            variables[name] = plain
    return variables


# --- running --------------------------------------------------------------------------------


class Machine:
    """A new machine for one job: an empty home folder and, after checkout, a clean clone."""

    def __init__(self, repo: Path, folder: Path) -> None:
        self._repo = repo
        self._workspace, self._home, self._temp = (folder / name for name in ("workspace", "home", "temp"))
        for path in (self._workspace, self._home, self._temp):
            path.mkdir()
        self.variables = {
            **{name: value for name, value in os.environ.items() if KEPT_VARIABLES.fullmatch(name)},
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self._workspace),
            "HOME": str(self._home),
            "RUNNER_OS": "Linux",
            "RUNNER_TEMP": str(self._temp),
            "TMPDIR": str(self._temp),
        }

    def imitate(self, step: Json) -> str:
        """Do what an action would do, as far as that can be done here, and say what was done."""
        action, given = step["uses"].partition("@")[0], step.get("with", {})
        if action in NEEDS_GITHUB:
            return f"NOT RUN: {NEEDS_GITHUB[action]}"
        if action == "actions/checkout":
            known_keys(given, {"persist-credentials"}, action)
            source = f"file://{self._repo.resolve()}"
            clone = ["git", "clone", "--quiet", "--depth=1", source, str(self._workspace)]
            subprocess.run(clone, check=True, env=self.variables)
            return "EMULATED: git clone --depth=1 of HEAD"
        if action == "actions/setup-python":
            known_keys(given, {"python-version"}, action)
            wanted = given["python-version"]
            answer = subprocess.check_output(["python3", "--version"], text=True, env=self.variables)
            found = answer.split()[-1]
            other = "" if f"{found}.".startswith(f"{wanted}.") else f", ANOTHER than the workflow's {wanted}"
            return f"EMULATED: python3 here is {found}{other}"
        raise NotEmulatedError(f"action {action}")

    def execute(self, step: Json, context: Context, log: Path) -> int:
        """Run a command as GitHub would, and take up the variables and outputs that it wrote."""
        shell = step.get("shell")
        if shell not in SHELLS:
            raise NotEmulatedError(f"shell {shell}")
        script = self._temp / "step.sh"
        script.write_text(filled(step["run"], context), encoding="utf-8")
        files = {name: self._temp / name for name in ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for path in files.values():
            path.write_bytes(b"")
        variables = {name: filled(value, context) for name, value in step.get("env", {}).items()}
        variables |= {name: str(path) for name, path in files.items()}
        with log.open("wb") as output:
            code = subprocess.run(
                [*SHELLS[shell], script],
                cwd=self._workspace / step.get("working-directory", "."),
                env={**self.variables, **variables},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            ).returncode
        self.variables |= read_variables(files["GITHUB_ENV"].read_text(encoding="utf-8"))
        context.outputs[step.get("id", "")] = read_variables(files["GITHUB_OUTPUT"].read_text(encoding="utf-8"))
        return code


class Runner:
    """Runs workflows of one repository, job after job, and remembers what became of each step."""

    def __init__(self, repo: Path, logs: Path) -> None:
        self._repo, self._logs = repo, logs
        self._ran: dict[str, tuple[str, dict[int, bool]]] = {}
        self.results: list[Result] = []

    def run_workflow(self, name: str, event: str) -> bool:
        """Run a workflow as if an event had started it, and say whether all of it succeeded."""
        return self._run_jobs(name, event, Context("", event, {}))

    def _run_jobs(self, name: str, trigger: str, caller: Context) -> bool:
        workflow = known_keys(read_workflow(self._repo / ".github/workflows" / name), WORKFLOW_KEYS, name)
        if trigger not in triggers(workflow):
            raise NotEmulatedError(f"{name} is not started by {trigger}")
        outcomes: dict[str, str] = {}
        for job_name, job in in_order(workflow["jobs"]):
            title = f"{caller.job} > {name}: {job_name}".removeprefix(" > ")
            known_keys(job, JOB_KEYS, title)
            unmet = [need for need in sorted(needs(job)) if outcomes[need] != "success"]
            context = Context(title, caller.event, caller.inputs, failed=bool(unmet))
            if not is_true(job.get("if", "success()"), context):
                outcomes[job_name] = "skipped"
                why = f"needs {', '.join(unmet)}" if unmet else f"if: {job['if']}"
                print(f"\n=== {title}", flush=True)
                self._note(context, "whole job", f"SKIPPED: {why}")
                continue
            context.failed = False
            run = self._call if "uses" in job else self._run_steps
            outcomes[job_name] = "success" if run(job, workflow.get("env", {}), context) else "failure"
        return "failure" not in outcomes.values()

    def _call(self, job: Json, _env: Json, context: Context) -> bool:
        """Run a workflow of this repository that a job calls; the caller's env does not reach it."""
        folder, _, called = job["uses"].rpartition("/")
        if folder != "./.github/workflows":
            raise NotEmulatedError(f"{context.job}: uses {job['uses']}")
        inputs = job.get("with", {})
        if "${{" in repr(inputs):
            raise NotEmulatedError(f"{context.job}: expressions in with")
        return self._run_jobs(called, "workflow_call", Context(context.job, context.event, inputs))

    def _run_steps(self, job: Json, env: Json, context: Context) -> bool:
        """Run a job on a new machine; if its twin already ran, repeat the verdicts only."""
        print(f"\n=== {context.job}", flush=True)
        variables = {name: filled(value, context) for name, value in {**env, **job.get("env", {})}.items()}
        twin = self._ran.get(key := fingerprint(job, variables, context))
        verdicts: dict[int, bool] = {}
        with tempfile.TemporaryDirectory(prefix="job-") as folder:
            machine = Machine(self._repo, Path(folder))
            machine.variables |= {"GITHUB_EVENT_NAME": context.event, **variables}
            for number, step in enumerate(job["steps"], 1):
                known_keys(step, STEP_KEYS, f"{context.job}, step {number}")
                if not is_true(step.get("if", "success()"), context):
                    why = f"if: {step['if']}" if "if" in step else "an earlier step failed"
                    self._note(context, label(step), f"SKIPPED: {why}")
                elif "uses" in step:
                    self._note(context, label(step), machine.imitate(step))
                elif twin:
                    verdicts[number] = twin[1][number]
                    self._note(context, label(step), f"ALREADY RUN: identical above as {twin[0]}")
                else:
                    verdicts[number] = self._run_step(step, machine, context)
                context.failed = not all(verdicts.values())
        self._ran.setdefault(key, (context.job, verdicts))
        return not context.failed

    def _run_step(self, step: Json, machine: Machine, context: Context) -> bool:
        """Run one command; show the end of what it printed, and keep all of it as a log."""
        words = re.findall(r"[a-z0-9]+", label(step).lower())
        log = self._logs / f"{len(self.results) + 1:02}-{'-'.join(words)}.log"
        started = time.monotonic()
        code = machine.execute(step, context, log)
        self._note(context, label(step), f"FAILED ({code})" if code else "ok", time.monotonic() - started)
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        print(*lines[-(TAIL_OF_FAILURE if code else TAIL_OF_SUCCESS) :], sep="\n", flush=True)
        return code == 0

    def _note(self, context: Context, step: str, outcome: str, seconds: float | None = None) -> None:
        self.results.append(Result(context.job, step, outcome, seconds))
        print(f"--- {step}: {outcome}" + (f" in {seconds:.1f} s" if seconds is not None else ""), flush=True)


def label(step: Json) -> str:
    """Give the name of a step, or what it does if it has none."""
    return str(step.get("name") or step.get("uses") or step["run"].partition("\n")[0])


def fingerprint(job: Json, variables: Mapping[str, str], context: Context) -> str:
    """Give a text that is equal for two jobs only if their commands run alike."""
    fingerprint = repr((job["steps"], variables))
    commands = repr([step for step in job["steps"] if "run" in step])
    # Commands that ask who called them may differ from call to call; uploads may, unharmed.
    if re.search(r"\b(inputs|github)\.", commands):
        fingerprint += repr((context.event, context.inputs))
    return fingerprint


def summary(results: list[Result]) -> str:
    """Give a line for each command with its seconds, and count what else became of the steps."""
    commands = [
        f"{result.seconds:7.1f} s  {result.outcome:<12} {result.step}  ({result.job})"
        for result in results
        if result.seconds is not None
    ]
    others = Counter(result.outcome.partition(":")[0] for result in results if result.seconds is None)
    return "\n".join([*commands, "besides: " + ", ".join(f"{count} {name}" for name, count in others.items())])


def main() -> int:
    """Run the workflows named on the command line: 0 all succeeded, 1 a step failed, 2 not imitable."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repo", type=Path, default=Path(), help="repository whose HEAD is run")
    parser.add_argument("--logs", type=Path, required=True, help="folder for the full output of each step")
    parser.add_argument("runs", nargs="+", metavar="FILE:EVENT")
    arguments = parser.parse_args()
    arguments.logs.mkdir(parents=True, exist_ok=True)
    runner = Runner(arguments.repo, arguments.logs)
    try:
        succeeded = [runner.run_workflow(*run.split(":")) for run in arguments.runs]
    except NotEmulatedError as error:
        print(f"workflow_steps: not emulated: {error}", file=sys.stderr)
        return 2
    print(f"\n{summary(runner.results)}", flush=True)
    return 0 if all(succeeded) else 1


if __name__ == "__main__":
    sys.exit(main())
