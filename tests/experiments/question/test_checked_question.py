"""From what is typed to a checked question, and what is said when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.composition import CONF
from poverty_nodes.experiments.question.whole_question import notes_on
from poverty_nodes.model.policies import LabourStandards, MicroCredit
from tests.experiments.question.refused import problems_of

FLOOD = "conf/shock/flood.yaml: shock.flood"


def test_nothing_typed_is_the_default_question() -> None:
    question = ask([])
    assert question.cluster == "sialkot_surgical"
    assert [policy.name for policy in question.policies] == ["micro_credit", "labour_standards"]
    assert (question.months, question.seeds, question.scale) == (60, 20, 0.1)
    assert question.line == "4.20"


def test_the_terms_of_a_policy_are_set_by_their_dotted_keys() -> None:
    question = ask(
        [
            "policy=[micro_credit]",
            "policy.micro_credit.take_up=0.3",
            "policy.micro_credit.target.gender=female",
        ]
    )
    (policy,) = question.policies
    assert isinstance(policy, MicroCredit)
    assert policy.take_up == 0.3
    assert policy.target.gender == "female"
    assert policy.amount == 500  # what the file of the policy says still holds


@pytest.mark.parametrize(
    ("token", "names"),
    [
        ("policy=[micro_credit,labour_standards]", ["micro_credit", "labour_standards"]),
        ("policy=[labour_standards,micro_credit]", ["micro_credit", "labour_standards"]),
        ("policy=[ labour_standards ]", ["labour_standards"]),
        ("policy=micro_credit", ["micro_credit"]),
        ("policy=[]", []),
        ("policy=null", []),
        ("~policy", []),
        ("~policy.micro_credit", ["labour_standards"]),
        ("++policy=[micro_credit]", ["micro_credit"]),
    ],
)
def test_a_package_is_written_in_several_ways(token: str, names: list[str]) -> None:
    assert [policy.name for policy in ask([token]).policies] == names


@pytest.mark.parametrize(
    ("token", "key", "value"),
    [
        ("line=4.20", "line", "4.20"),
        ("line=3.00", "line", "3.00"),
        ("line='8.30'", "line", "8.30"),
        ("line=national", "line", "national"),
        ("output=my results", "output", "my results"),
        ("name=2024", "name", "2024"),
        ("scale=1", "scale", 1.0),
        ("scale=null", "scale", 0.1),  # 5,000 of the 50,000 workers
        ("workers=2", "workers", 2),
        ("groups=[gender,node]", "groups", ("gender", "node")),
        ("groups=gender", "groups", ("gender",)),
        ("groups=[gender*contract,size:5|20]", "groups", ("gender*contract", "size:5|20")),
    ],
)
def test_a_value_is_read_as_its_key_means_it(token: str, key: str, value: object) -> None:
    assert getattr(ask([token]), key) == value


def test_a_path_from_the_home_folder_is_read_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(Path.cwd()))
    assert ask(["output=~/results"]).output == str(Path.cwd() / "results")


@pytest.mark.parametrize(
    ("token", "where", "words"),
    [
        ("cluster=sialkot_surgicl", "cluster", ["no cluster", "did you mean 'sialkot_surgical'"]),
        ("cluster=nowhere.yaml", "cluster", ["no such file"]),
        (
            "policy=[micro_credt]",
            "policy",
            ["no policy 'micro_credt'", "did you mean 'micro_credit'"],
        ),
        ("policy=subsidy", "policy", ["no policy 'subsidy'", "micro_credit, vocational_training"]),
        ("policy=[micro_credit,micro_credit]", "policy", ["names 'micro_credit' twice"]),
        ("policy=micro_credit,labour_standards", "policy", ["[micro_credit,labour_standards]"]),
        ("policy=[micro_credit,", "policy", ["cannot be read", "in quotes"]),
        ("policy.micro_credit.take_upp=0.2", "take_upp", ["not a key", "did you mean 'take_up'"]),
        ("policy.micro_credt.take_up=0.2", "micro_credt", ["did you mean 'micro_credit'"]),
        ("policy.take_up=0.2", "policy.take_up", ["no policy 'take_up'"]),
        ("policy.micro_credit.take_up=3.2", "take_up", ["3.2 is above", "a number from 0 to 1"]),
        ("policy.micro_credit.take_up=-0.1", "take_up", ["-0.1 is below", "a number from 0 to 1"]),
        (
            "policy.micro_credit.budget=-5",
            "budget",
            ["-5 is below", "a number from 0 to 1e+15 or null"],
        ),
        ("policy.micro_credit.months=1.5", "months", ["a whole number from 1 to 120"]),
        ("policy.micro_credit.payer=bank", "payer", ["government or donor or buyers or firms"]),
        ("policy.micro_credit.target.gendr=female", "target.gendr", ["did you mean 'gender'"]),
        ("policy.micro_credit.target.gender=femal", "target.gender", ["did you mean 'female'"]),
        ("policy.micro_credit.target=women", "target", ["'women' is not keys and values"]),
        ("policy.micro_credit.end=3", "policy.micro_credit", ["end 3 comes before start 12"]),
        ("policy.labour_standards.wage_floor=high", "wage_floor", ["a number from 0 to 3"]),
        ("~policy.micro_credit.rate", "policy.micro_credit.rate", ["is missing", "from 0 to 0.2"]),
        ("monhts=12", "monhts", ["not a key", "did you mean 'months'"]),
        ("hydra.run.dir=x", "hydra.run.dir", ["not a key"]),
        ("verb=run", "verb", ["not a key"]),
        ("months=0", "months", ["0 is below", "a whole number from 1 to 600"]),
        ("months=601", "months", ["601 is above", "a whole number from 1 to 600"]),
        ("months=abc", "months", ["'abc'", "a whole number from 1 to 600"]),
        ("months='12'", "months", ["'12'", "a whole number from 1 to 600"]),
        ("months=12.0", "months", ["a whole number from 1 to 600"]),
        ("months=true", "months", ["a whole number from 1 to 600"]),
        ("cluster=./my_twon", "cluster", ["'./my_twon'"]),
        ("budget=2,000,000", "budget", ["commas", "budget=2000000"]),
        ("policy.micro_credit.amount='43,5'", "amount", ["next: 43.5"]),
        ("outcomes=[P0:gender=female]", "outcomes", ["next: 'outcomes=[\"P0:gender=female\"]'"]),
        ("take_up=0.3", "take_up", ["did you mean 'policy.NAME.take_up'"]),
        ("group_size=1", "group_size", ["did you mean 'policy.micro_credit.group_size'"]),
        ("micro_credit.rate=1", "micro_credit.rate", ["did you mean 'policy.micro_credit'"]),
        ("policy.micro_credit.target.sex=female", "target.sex", ["did you mean 'gender'"]),
        (
            "policy.micro_credit.target.all=[{field:worker.sex,is:female}]",
            "target.all",
            ["did you mean 'worker.gender'"],
        ),
        ("months=", "months", ["a whole number from 1 to 600"]),
        ("months=null", "months", ["a whole number from 1 to 600"]),
        ("months=12,24", "months=12,24", ["several values where one is taken"]),
        ("months.x=3", "months", ["a whole number from 1 to 600"]),
        ("months=${nowhere}", "months", ["nothing is looked up"]),
        ("seeds=0", "seeds", ["0 is below", "a whole number from 1 to 10,000"]),
        ("scale=2", "scale", ["2 is above", "a number from 0.001 to 1 or null"]),
        ("scale=nan", "scale", ["finite"]),
        ("line=five", "line", ["'five' is no poverty line", "dollars of 2021 (PPP)"]),
        ("window=0", "window", ["a whole number from 1 to 120"]),
        ("groups=[gendr]", "groups", ["did you mean 'gender'"]),
        ("groups=[gender,gender]", "groups", ["stands twice"]),
        ("groups=[age:25,age:30]", "groups", ["sets age twice"]),
        ("groups=[gender*sex]", "groups", ["no field 'sex'", "did you mean 'gender'", "in quotes"]),
        ("groups=[gender*age]", "groups", ["needs bands", "age:25|60"]),
        ("groups=[gender*node]", "groups", ["it is tier*contract*gender"]),
        ("workers=0", "workers", ["a whole number from 1 to 1,024 or null"]),
        ("name=a/b", "name", ["letters, digits"]),
        ("experiment=quik_look", "experiment", ["did you mean 'quick_look'"]),
        ("question=nowhere.yaml", "question", ["cannot be read", "no such file"]),
        ("months", "months", ["is not key=value"]),
        ("a b", "a b", ["is not key=value"]),
        ("=3", "=3", ["is not key=value"]),
    ],
)
def test_what_is_wrong_is_named_with_what_is_accepted(
    token: str, where: str, words: list[str]
) -> None:
    (problem,) = problems_of(token)
    assert where in problem.where
    for word in words:
        assert word in str(problem)


def test_all_that_is_wrong_is_said_at_once() -> None:
    Path("file").touch()
    found = problems_of(
        "policy=[micro_credt,labour_standards]",
        "policy.micro_credit.take_up=7",
        "policy.labour_standards.wage_flor=1",
        "cluster=sialkot",
        "experiment=none",
        "months=0",
        "sedes=3",
        "output=file",
        "store=file/below",
    )
    places = [problem.where.removeprefix("command line: ") for problem in found]
    assert sorted(places) == [
        "cluster",
        "experiment",
        "months",
        "output",
        "policy",
        "policy.labour_standards.wage_flor",
        "policy.micro_credit.take_up",
        "sedes",
        "store",
    ]


def test_terms_of_a_policy_that_is_not_in_the_package_are_refused() -> None:
    (problem,) = problems_of("policy=[labour_standards]", "policy.micro_credit.take_up=0.3")
    assert "not in the package" in problem.message
    assert problem.remedy == "'policy=[labour_standards,micro_credit]'"


def test_nothing_is_written_by_asking() -> None:
    ask(["output=results/here", "store=results/store"])
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        (
            "policy/micro_credit.yaml",
            "  amount:",
            "  amont: 3\n  amount:",
            "conf/policy/micro_credit.yaml: policy.micro_credit.amont",
        ),
        (
            "policy/micro_credit.yaml",
            "micro_credit:\n",
            "micro_credt: {}\nmicro_credit:\n",
            "conf/policy/micro_credit.yaml: policy.micro_credt",
        ),
        (
            "policy/labour_standards.yaml",
            "wage_floor: 1.05",
            "wage_floor: 9",
            "conf/policy/labour_standards.yaml: policy.labour_standards.wage_floor",
        ),
        ("config.yaml", "seeds: 20", "seeds: 20\nsedes: 3", "conf/config.yaml: sedes"),
        ("config.yaml", "months: 60", "months: sixty", "conf/config.yaml: months"),
        ("config.yaml", "months: 60", "# months: 60", "conf/config.yaml: months"),
        ("config.yaml", "months: 60", "months: 60\nmonths: 61", "conf"),
        (
            "shock/flood.yaml",
            "  capital_lost:",
            "  capital_lsot: 3\n  capital_lost:",
            f"{FLOOD}.capital_lsot",
        ),
        ("shock/flood.yaml", "kind: flood", "kind: flod", f"{FLOOD}.kind"),
        ("shock/flood.yaml", "capital_lost: 0.1", "capital_lost: 9", f"{FLOOD}.capital_lost"),
        ("shock/flood.yaml", "flood:\n", "flod: {}\nflood:\n", "conf/shock/flood.yaml: shock.flod"),
    ],
)
def test_a_wrong_key_inside_a_file_of_conf_is_refused_with_the_file(
    conf: Path, file: str, old: str, new: str, where: str
) -> None:
    path = conf / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    (problem,) = problems_of(*(("shock=[flood]",) if file == "shock/flood.yaml" else ()), conf=conf)
    assert problem.where.startswith(where)


def test_a_wrong_key_inside_an_experiment_is_refused_with_the_file(conf: Path) -> None:
    (conf / "experiment" / "mine.yaml").write_text("# @package _global_\nmonhts: 3\nseeds: 0\n")
    monhts, seeds = problems_of("experiment=mine", conf=conf)
    assert monhts.where == "conf/experiment/mine.yaml: monhts"
    assert seeds.where == "conf/experiment/mine.yaml: seeds"


def test_an_experiment_changes_the_package_and_its_terms() -> None:
    question = ask(["experiment=standards_without_home_workers"])
    (policy,) = question.policies
    assert isinstance(policy, LabourStandards)
    assert not policy.home_workers


def test_the_command_line_goes_over_the_experiment() -> None:
    question = ask(
        ["experiment=standards_without_home_workers", "policy=[micro_credit]", "seeds=3"]
    )
    assert [policy.name for policy in question.policies] == ["micro_credit"]
    assert question.seeds == 3


@pytest.mark.parametrize("experiment", sorted(p.stem for p in (CONF / "experiment").glob("*")))
def test_every_experiment_is_a_well_posed_question(experiment: str) -> None:
    assert notes_on(ask([f"experiment={experiment}"])) == ()


def test_conf_holds_no_code_to_call() -> None:
    files = [*CONF.rglob("*.yaml")]
    assert files
    assert [file for file in files if "_target_" in file.read_text()] == []


def test_every_policy_of_the_registry_has_a_file_in_conf_and_the_other_way_round() -> None:
    from poverty_nodes.model.policies import BUILT_IN

    assert {file.stem for file in (CONF / "policy").glob("*.yaml")} == set(BUILT_IN)
