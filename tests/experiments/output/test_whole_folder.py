import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from poverty_nodes.experiments.output import unfinished_folder
from poverty_nodes.experiments.output.answer_files import CRATE
from poverty_nodes.experiments.output.whole_folder import SIGN, replacing_problem, whole_folder
from poverty_nodes.scenarios.errors import QuestionError


def fill(folder, text="one", interruption=None):
    with whole_folder(folder) as unfinished:
        (unfinished / SIGN).write_text(json.dumps({"text": text}))
        if interruption:
            raise interruption


def test_a_folder_appears_with_all_its_files(tmp_path):
    folder = tmp_path / "outputs" / "compare" / "town"
    with whole_folder(folder) as unfinished:
        (unfinished / SIGN).write_text("{}")
        assert not folder.exists()
    assert {path.name for path in folder.iterdir()} == {SIGN, CRATE}
    assert [path.name for path in folder.parent.iterdir()] == ["town"]


def test_an_error_on_the_way_leaves_nothing(tmp_path):
    with pytest.raises(RuntimeError):
        fill(tmp_path / "town", "one", RuntimeError())
    assert list(tmp_path.iterdir()) == []


def test_an_interruption_leaves_the_earlier_answer_as_it_was(tmp_path):
    fill(tmp_path / "town", "one")
    with pytest.raises(KeyboardInterrupt):
        fill(tmp_path / "town", "two", KeyboardInterrupt())
    assert json.loads((tmp_path / "town" / SIGN).read_text())["text"] == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["town"]


def test_an_earlier_answer_is_replaced_as_a_whole_and_what_is_not_ours_is_kept(tmp_path):
    folder = tmp_path / "town"
    fill(folder, "one")
    (folder / "cost.csv").write_text("stale")
    (folder / "runs").mkdir()
    (folder / "runs" / "part").write_text("kept")
    (folder / "my notes.csv").write_text("kept")
    fill(folder, "two")
    assert json.loads((folder / SIGN).read_text())["text"] == "two"
    assert not (folder / "cost.csv").exists()
    assert (folder / "runs" / "part").read_text() == "kept"
    assert (folder / "my notes.csv").read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["town"]


def test_a_folder_with_other_things_in_it_is_never_touched(tmp_path):
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(QuestionError, match="not of a question"), whole_folder(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_an_empty_folder_may_be_used(tmp_path):
    (tmp_path / "empty").mkdir()
    assert replacing_problem(tmp_path / "empty") is None
    fill(tmp_path / "empty")
    assert (tmp_path / "empty" / SIGN).exists()


def test_a_file_of_that_name_is_refused(tmp_path):
    (tmp_path / "town").write_text("a file")
    with pytest.raises(QuestionError, match="it is a file"):
        fill(tmp_path / "town")


def test_a_place_that_cannot_be_written_is_told_with_its_reason(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(QuestionError, match="cannot be written"):
        fill(tmp_path / "file" / "town")


def test_the_folder_can_be_read_by_whoever_may_read_others(tmp_path):
    fill(tmp_path / "town")
    (tmp_path / "other").mkdir()
    assert (tmp_path / "town").stat().st_mode == (tmp_path / "other").stat().st_mode


WRITER = """
import sys, time
from pathlib import Path
from poverty_nodes.experiments.output import whole_folder as module

def wait(*_):
    print("here", flush=True)
    time.sleep(60)

if sys.argv[2] == "swapping":
    module._take_over = wait
with module.whole_folder(Path(sys.argv[1])) as unfinished:
    (unfinished / module.SIGN).write_text('{"text": "killed"}')
    if sys.argv[2] == "writing":
        wait()
"""


def writer(folder, when):
    """A process that writes `folder` and has come as far as to wait, while writing or while swapping."""
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", WRITER, str(folder), when]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "here\n"
    return process


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_what_a_killed_writer_left_goes_with_the_next_and_what_a_living_one_writes_stays(tmp_path):
    living, killed = writer(tmp_path / "other", "writing"), writer(tmp_path / "town", "writing")
    kill(killed)
    assert len(list(tmp_path.iterdir())) == 2
    fill(tmp_path / "third")
    (still,) = (path for path in tmp_path.iterdir() if path.name != "third")
    assert still.name.startswith(".other.")
    kill(living)
    fill(tmp_path / "third")
    assert [path.name for path in tmp_path.iterdir()] == ["third"]


def test_what_is_not_ours_survives_a_writer_killed_while_it_swaps(tmp_path):
    fill(tmp_path / "town")
    (tmp_path / "town" / "my notes.csv").write_text("kept")
    kill(writer(tmp_path / "town", "swapping"))
    assert not (tmp_path / "town" / "my notes.csv").exists()
    fill(tmp_path / "another")
    assert (tmp_path / "town" / "my notes.csv").read_text() == "kept"
    assert json.loads((tmp_path / "town" / SIGN).read_text())["text"] == "killed"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["another", "town"]


def test_an_earlier_answer_moved_away_by_a_killed_writer_comes_back(tmp_path):
    fill(tmp_path / "town", "one")
    (tmp_path / "town").rename(unfinished_folder.name_of_earlier(tmp_path / "town"))
    fill(tmp_path / "another")
    assert json.loads((tmp_path / "town" / SIGN).read_text())["text"] == "one"


def test_what_another_machine_left_goes_after_a_day(tmp_path):
    of_others = tmp_path / ".town.unfinished-00000000-abcd1234"
    of_others.mkdir()
    fill(tmp_path / "another")
    assert of_others.exists()
    yesterday = time.time() - 25 * 3600
    os.utime(of_others, (yesterday, yesterday))
    fill(tmp_path / "another")
    assert not of_others.exists()


def test_hidden_folders_of_others_are_not_touched(tmp_path):
    for name in (".git-hooks", ".town.unfinished-mine", ".unfinished-00000000-x"):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (0, 0))
    fill(tmp_path / "town")
    assert len(list(tmp_path.iterdir())) == 4
