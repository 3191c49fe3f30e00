"""Every verb to its end with every kind of value that `check` accepts: an exit status, no traceback, whole files.

Runs are tiny and kept in one store, so that the table of kinds.py by all verbs takes about a minute.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poverty_nodes import scenarios
from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.hangs_on import candidates, hangs_on, worlds
from poverty_nodes.experiments.question.checked_question import ask
from tests.robustness.verbs.kinds import DRESSES, KINDS, PACKAGE, SHOCK, STARTED, question

TINY = (
    *(
        "months=2",
        "scale=0.004",
        "window=1",
        "seeds=2",
        "compute=serial",
        "outcomes=[P0,employment]",
    ),
    *("groups=[gender]", "store=store"),
)
SAMPLES = Path(scenarios.__file__).parent / "samples"
READERS: dict[str, Callable[[Path], object]] = {
    ".csv": lambda path: list(csv.reader(path.read_text(encoding="utf-8").splitlines())),
    ".json": lambda path: json.loads(path.read_text(encoding="utf-8")),
    ".yaml": lambda path: yaml.safe_load(path.read_text(encoding="utf-8")),
    ".parquet": pq.read_table,
    ".html": lambda path: "</html>" in path.read_text(encoding="utf-8"),
    ".svg": lambda path: path.read_bytes().rstrip().endswith(b"</svg>"),
    ".png": lambda path: path.read_bytes().startswith(b"\x89PNG"),
}


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for all tests of the file: what one has run, another finds in the store."""
    folder = tmp_path_factory.mktemp("verbs")
    shutil.copy(SAMPLES / "town" / "weights.csv", folder)
    return folder


@pytest.fixture(autouse=True)
def _there(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace)


def done(capsys: pytest.CaptureFixture[str], verb: str, *tokens: str) -> str:
    """Carry a verb to its end: what it printed. All runs succeed, and every file it names is whole."""
    chosen = {token.partition("=")[0] for token in tokens}
    kept = [each for each in TINY if each.partition("=")[0] not in chosen]
    status = cli.main([verb, *kept, *tokens, f"output=outputs/{verb}"])
    out, err = capsys.readouterr()
    assert status == 0, f"{out}\n{err}"
    assert "Traceback" not in out + err
    whole(Path("outputs") / verb)
    return out


def whole(folder: Path) -> None:
    """Every file below can be read, and no run failed."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert READERS[path.suffix](path), path
        if path.name == "failures.csv":
            assert pd.read_csv(path).empty, path.read_text()


def kinds_of(dress: str) -> list[str]:
    return list(DRESSES[dress])


def test_every_kind_stands_in_a_dress() -> None:
    assert {each for dress in DRESSES.values() for each in dress} == set(KINDS)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("number", [0, 1])
def test_both_values_of_a_kind_are_accepted(name: str, number: int) -> None:
    dress = next(each for each, names in DRESSES.items() if name in names)
    others = [KINDS[each].fixed() for each in DRESSES[dress] if each != name]
    ask([*question(dress), *others, KINDS[name].fixed(number)])


@pytest.mark.parametrize(
    ("verb", "dress"),
    # The dress of terms is compared below, with draws and reasons.
    [
        *((verb, dress) for verb in ("check", "run") for dress in DRESSES),
        *(("compare", dress) for dress in DRESSES if dress != "terms"),
    ],
)
def test_a_question_is_answered(dress: str, verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    done(capsys, verb, *question(dress), *(KINDS[each].fixed() for each in kinds_of(dress)))


@pytest.mark.parametrize("dress", DRESSES)
def test_packages_with_either_value_are_set_beside_each_other(
    dress: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = [KINDS[each] for each in kinds_of(dress)]
    shared = [each.fixed() for each in chosen if not each.is_term]
    shared += [each for each in question(dress) if each not in PACKAGE]
    beside = [f"packages.{name}.{PACKAGE[0]}" for name in ("first", "second")]
    for each in chosen:
        if each.is_term:
            beside += [f"packages.first.{each.fixed(0)}", f"packages.second.{each.fixed(1)}"]
    told = done(capsys, "compare", *beside, *shared, "persons=yes")
    assert "“second”" in told.lower()


@pytest.mark.parametrize("dress", DRESSES)
def test_a_sweep_over_both_values_is_made(dress: str, capsys: pytest.CaptureFixture[str]) -> None:
    keys = ",".join(KINDS[each].key for each in kinds_of(dress))
    swept = [KINDS[each].swept() for each in kinds_of(dress)]
    done(capsys, "sweep", *question(dress), *swept, f"zip=[{keys}]")


@pytest.mark.parametrize("dress", DRESSES)
def test_a_sweep_over_the_points_of_a_file_is_made(
    dress: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = [KINDS[each] for each in kinds_of(dress)]
    with Path(f"{dress}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(each.key for each in chosen)
        for number in (0, 1):
            writer.writerow(each.fixed(number).partition("=")[2] for each in chosen)
    done(capsys, "sweep", *question(dress), f"design={dress}.csv")


@pytest.mark.parametrize("name", [each for each, kind in KINDS.items() if kind.is_term])
def test_every_term_can_be_the_factor_of_an_analysis(name: str) -> None:
    from poverty_nodes.experiments.sensitivities.order import ask_sensitivity

    order = ask_sensitivity([*PACKAGE, *STARTED, "vary=[]", spanned(name)])
    assert KINDS[name].key in order.factors.names


@pytest.mark.parametrize("dress", ["terms", "targets", "limits"])
def test_an_analysis_over_terms_is_made(dress: str, capsys: pytest.CaptureFixture[str]) -> None:
    spans = [spanned(each) for each in kinds_of(dress)]
    done(capsys, "sensitivity", *question(dress), *spans, "vary=[]", "method=morris", "n=4")


def spanned(name: str) -> str:
    """Two numbers as a range with its lower end first, other values in turn."""
    kind = KINDS[name]
    ends = [kind.first, kind.second]
    if all(isinstance(each, int | float) and not isinstance(each, bool) for each in ends):
        return f"{kind.key}=[{min(ends)},{max(ends)}]"  # type: ignore[type-var]
    return kind.swept()


def test_draws_reasons_and_a_report_written_again_come_to_their_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terms = [KINDS[each].fixed() for each in kinds_of("terms")]
    drawn = ("draws=2", "uncertain=[households.size]", "why=[components,channels]")
    fewer = [each for each in (*question("terms"), *terms) if "cash_transfer" not in each]
    package = "policy=[micro_credit,labour_standards]"
    done(capsys, "compare", package, *fewer, *drawn, "name=drawn")
    (folder,) = Path("outputs/compare/compare").glob("drawn-*")
    assert cli.main(["report", str(folder), "store=store"]) == 0
    whole(folder)


@pytest.mark.parametrize("dress", DRESSES)
def test_what_an_answer_hangs_on_is_found(
    dress: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One number and one draw in place of eight and twenty-four, so that few base months are solved."""
    monkeypatch.setattr(candidates, "CANDIDATES", 1)
    monkeypatch.setattr(worlds, "DRAWS", 1)
    monkeypatch.setattr(hangs_on, "SEEDS", 2)
    fixed = [KINDS[each].fixed() for each in kinds_of(dress)]
    done(capsys, "compare", *question(dress), *fixed, "hangs_on=yes", f"name=hangs-{dress}")
    (folder,) = Path("outputs/compare/compare").glob(f"hangs-{dress}-*")
    assert not pd.read_csv(folder / "hangs_on.csv").empty


@pytest.mark.parametrize(
    "words",
    [
        *(["list", each] for each in ("clusters", "policies", "shocks", "chains", "measures")),
        *(["list", each, "format=json"] for each in ("terms", "inputs", "experiments")),
        [
            *(
                "evaluate",
                "policy=[cash_transfer]",
                "policy.cash_transfer.start=1",
                "study.waves=[0,2]",
            ),
            *("study.sample.size=30", "study.surveys=4", "seeds=6", "scale=0.05", "compute=serial"),
            *("study.outcome=poor", 'study.sample.strata=["gender=female"]', "store=store"),
        ],
        [
            *("compare", "capabilities=[employment,household]", "capabilities_weights=weights.csv"),
            *("hangs_on=no", *PACKAGE, *STARTED, *TINY, "output=outputs/lacking"),
        ],
        ["identify", "clusters=[torreon_jeans,palar_leather]", "draws=10", "line=national"],
        ["new", "cluster", "kind_town"],
        ["new", "cluster", "like_town", "like=torreon_jeans"],
        ["new", "policy", "kind_voucher"],
        ["check", "cluster=./like_town", *PACKAGE, *STARTED, *TINY, "output=outputs/like"],
        ["validate", "--dry-run"],
        ["validate", "patterns=[p12]", "seeds=3", "output=outputs/one"],
        ["validate", "parts=[quiet]", "--cfg"],
        ["store", "store=store"],
        ["store", "verify", "sample=2", "store=store"],
        ["store", "gc", "store=store", "yes=true"],
    ],
    ids=" ".join,
)
def test_the_other_verbs_come_to_their_end(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status = cli.main(words)
    out, err = capsys.readouterr()
    assert status == 0, err
    assert out.strip()
    assert "Traceback" not in out + err


NUMBERS = st.tuples(st.sampled_from(list(KINDS)), st.sampled_from([0, 1]))


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    st.lists(NUMBERS, min_size=2, max_size=8, unique_by=lambda each: each[0]),
    st.sampled_from(["check", "run"]),
)
def test_any_mixture_of_kinds_is_answered_or_refused_in_words(
    workplace: Path, capsys: pytest.CaptureFixture[str], mixture: list[tuple[str, int]], verb: str
) -> None:
    tokens = [KINDS[name].fixed(number) for name, number in mixture]
    chosen = {token.partition("=")[0] for token in tokens}
    others = [*TINY, *PACKAGE, *STARTED, *SHOCK]
    kept = [each for each in others if each.partition("=")[0] not in chosen]
    status = cli.main([verb, *kept, *tokens, "output=outputs/mixture"])
    out, err = capsys.readouterr()
    assert status in (0, 1, 2)
    assert "Traceback" not in out + err
    assert status != 2 or "problem" in err
