"""Does the imitation of GitHub run what GitHub would run, and refuse what it does not know?"""

import re
import subprocess
from pathlib import Path
from textwrap import dedent

import pytest
import workflow_steps
from workflow_steps import Context, NotEmulatedError, Runner, filled, is_true, read_variables

CALLER = """
    on: {EVENT}
    jobs:
      gates:
        uses: ./.github/workflows/gates.yml
        with:
          publish: {PUBLISH}
      deploy:
        needs: gates
        steps:
          - uses: actions/deploy-pages@v5
"""
GATES = """
    on: {workflow_call: {inputs: {publish: {type: boolean}}}}
    env:
      GREETING: hello
    jobs:
      site:
        steps:
          - uses: actions/checkout@v7
          - name: Build
            run: |
              echo "$GREETING from $(git log -1 --format=%s)" >> ran.txt
              cat ran.txt
          - name: Keep
            if: ${{ inputs.publish }}
            uses: actions/upload-pages-artifact@v5
"""


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    folder = tmp_path / "logs"
    folder.mkdir()
    return folder


def repository(folder: Path, **workflows: str) -> Path:
    """Make a repository with one commit that holds the given workflows."""
    repo = folder / "repo"
    (repo / ".github/workflows").mkdir(parents=True)
    for name, text in workflows.items():
        (repo / f".github/workflows/{name}.yml").write_text(dedent(text))
    git = ["git", "-C", str(repo), "-c", "user.name=Tester", "-c", "user.email=tester@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "--quiet", "--message=first commit"], check=True)
    return repo


def told(runner: Runner) -> list[str]:
    """Give what became of each step, without the seconds."""
    return [f"{result.step}: {result.outcome}" for result in runner.results]


def test_a_called_workflow_runs_in_a_clean_clone_and_its_twin_is_not_run_again(
    tmp_path: Path, logs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repo = repository(
        tmp_path,
        gates=GATES,
        check=CALLER.replace("{EVENT}", "pull_request").replace("{PUBLISH}", "false"),
        publish=CALLER.replace("{EVENT}", "push").replace("{PUBLISH}", "true"),
    )
    (repo / "ran.txt").write_text("not committed\n")
    runner = Runner(repo, logs)

    assert runner.run_workflow("check.yml", "pull_request")
    assert runner.run_workflow("publish.yml", "push")

    assert told(runner) == [
        "actions/checkout@v7: EMULATED: git clone --depth=1 of HEAD",
        "Build: ok",
        "Keep: SKIPPED: if: ${{ inputs.publish }}",
        "actions/deploy-pages@v5: NOT RUN: it deploys to GitHub Pages",
        "actions/checkout@v7: EMULATED: git clone --depth=1 of HEAD",
        "Build: ALREADY RUN: identical above as check.yml: gates > gates.yml: site",
        "Keep: NOT RUN: it keeps files on GitHub",
        "actions/deploy-pages@v5: NOT RUN: it deploys to GitHub Pages",
    ]
    assert [log.read_text() for log in logs.iterdir()] == ["hello from first commit\n"]
    assert "hello from first commit" in capsys.readouterr().out


def test_commands_that_ask_who_called_them_run_for_each_caller(tmp_path: Path, logs: Path) -> None:
    gates = GATES.replace("GREETING from", "GREETING ${{ inputs.publish }} from")
    repo = repository(
        tmp_path,
        gates=gates,
        check=CALLER.replace("{EVENT}", "pull_request").replace("{PUBLISH}", "false"),
        publish=CALLER.replace("{EVENT}", "push").replace("{PUBLISH}", "true"),
    )
    runner = Runner(repo, logs)
    runner.run_workflow("check.yml", "pull_request")
    runner.run_workflow("publish.yml", "push")
    assert sorted(log.read_text() for log in logs.iterdir()) == [
        "hello false from first commit\n",
        "hello true from first commit\n",
    ]


def test_after_a_failure_only_what_asks_for_it_runs(tmp_path: Path, logs: Path) -> None:
    repo = repository(
        tmp_path,
        check="""
            on: [push]
            jobs:
              later: {needs: [broken], steps: [{run: echo never}]}
              broken:
                steps:
                  - run: exit 3
                  - run: echo never
                  - {run: echo tidy, if: "${{ always() }}"}
                  - {run: echo lint, if: "${{ !cancelled() }}"}
                  - {run: echo sorry, if: failure()}
              other: {steps: [{run: echo other}]}
        """,
    )
    runner = Runner(repo, logs)
    assert not runner.run_workflow("check.yml", "push")
    assert told(runner) == [
        "exit 3: FAILED (3)",
        "echo never: SKIPPED: an earlier step failed",
        "echo tidy: ok",
        "echo lint: ok",
        "echo sorry: ok",
        "echo other: ok",
        "whole job: SKIPPED: needs broken",
    ]


def test_a_step_hands_variables_and_outputs_to_the_next(tmp_path: Path, logs: Path) -> None:
    repo = repository(
        tmp_path,
        check="""
            on: push
            jobs:
              one:
                env: {COLOUR: red, SIZE: small}
                steps:
                  - id: first
                    shell: bash
                    run: |
                      echo "COLOUR=blue" >> "$GITHUB_ENV"
                      echo "number=7" >> "$GITHUB_OUTPUT"
                      echo "# Seven" >> "$GITHUB_STEP_SUMMARY"
                  - name: Show
                    env: {SIZE: large, NUMBER: "${{ steps.first.outputs.number }}"}
                    run: mkdir -p sub && echo "$COLOUR $SIZE $NUMBER $CI $GITHUB_EVENT_NAME" && ls -A "$HOME"
                  - name: Elsewhere
                    working-directory: sub
                    run: basename "$PWD"
        """,
    )
    assert Runner(repo, logs).run_workflow("check.yml", "push")
    assert (logs / "02-show.log").read_text() == "blue large 7 true push\n"
    assert (logs / "03-elsewhere.log").read_text() == "sub\n"


@pytest.mark.parametrize(
    ("job", "message"),
    [
        ("{steps: [{uses: other/action@v1}]}", "action other/action"),
        ("{steps: [{uses: actions/checkout@v7, with: {ref: main}}]}", "actions/checkout: key 'ref'"),
        ("{steps: [{run: echo, if: github.actor == 'me'}]}", "expression 'github.actor'"),
        (
            "{steps: [{run: echo, continue-on-error: true}]}",
            "check.yml: one, step 1: key 'continue-on-error'",
        ),
        ("{steps: [{run: echo, shell: pwsh}]}", "shell pwsh"),
        ("{strategy: {matrix: {}}, steps: []}", "check.yml: one: key 'strategy'"),
        ("{needs: two, steps: []}", "jobs that need each other, or a job that is not there"),
        ("{uses: other/repo/.github/workflows/x.yml@v1}", "check.yml: one: uses other/repo"),
    ],
)
def test_what_it_does_not_know_is_refused(tmp_path: Path, logs: Path, job: str, message: str) -> None:
    repo = repository(tmp_path, check=f"on: push\njobs:\n  one: {job}\n")
    with pytest.raises(NotEmulatedError) as refusal:
        Runner(repo, logs).run_workflow("check.yml", "push")
    assert str(refusal.value).startswith(message)


def test_a_workflow_is_not_run_for_an_event_that_does_not_start_it(tmp_path: Path, logs: Path) -> None:
    repo = repository(tmp_path, check="on: push\njobs: {}\n")
    with pytest.raises(NotEmulatedError, match=r"check\.yml is not started by pull_request"):
        Runner(repo, logs).run_workflow("check.yml", "pull_request")


@pytest.mark.parametrize(
    ("condition", "after_success", "after_failure"),
    [
        ("success()", True, False),
        ("failure()", False, True),
        ("${{ always() }}", True, True),
        ("!cancelled()", True, True),
        ("inputs.publish", True, False),
        ("${{ !inputs.publish }}", False, False),
        ("github.event_name == 'push'", True, False),
        ("github.event_name != 'push' && always()", False, False),
        ("always() && inputs.publish", True, True),
    ],
)
def test_a_condition_means_what_it_means_on_github(
    condition: str, after_success: bool, after_failure: bool
) -> None:
    inputs = {"publish": True}
    assert is_true(condition, Context("one", "push", inputs)) is after_success
    assert is_true(condition, Context("one", "push", inputs, failed=True)) is after_failure


@pytest.mark.parametrize("condition", ["inputs.other", "a || b", "contains(x, y)", "!(a && b)", ""])
def test_a_condition_it_cannot_decide_is_refused(condition: str) -> None:
    with pytest.raises(NotEmulatedError):
        is_true(condition, Context("one", "push", {}))


def test_text_is_filled_as_github_writes_it() -> None:
    assert filled("${{ inputs.a }}-${{github.event_name}}", Context("one", "push", {"a": True})) == "true-push"
    assert filled(True, Context("one", "push", {})) == "true"


def test_variables_may_have_several_lines() -> None:
    assert read_variables("a=1=2\nb<<END\nx\ny\nEND\nc=\n") == {"a": "1=2", "b": "x\ny", "c": ""}


def test_the_command_line_ends_with_a_summary_and_tells_by_its_exit_code(
    tmp_path: Path, logs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = repository(
        tmp_path,
        good="on: push\njobs: {site: {steps: [{name: Build, run: echo built}]}}",
        bad="on: push\njobs: {site: {steps: [{name: Build, run: 'false'}]}}",
        odd="on: push\njobs: {site: {container: x}}",
    )
    for run, code in {"good.yml:push": 0, "bad.yml:push": 1, "odd.yml:push": 2}.items():
        monkeypatch.setattr("sys.argv", ["workflow_steps.py", f"--repo={repo}", f"--logs={logs}", run])
        assert workflow_steps.main() == code
    out, err = capsys.readouterr()
    assert re.search(r"[0-9]+\.[0-9] s  ok           Build  \(good.yml: site\)", out)
    assert err.startswith("workflow_steps: not emulated: ")
