import pytest

from experiments.output.whole_folder import SIGN, replacing_problem, whole_folder
from scenarios.errors import QuestionError


def fill(folder, text="one", interruption=None):
    with whole_folder(folder) as unfinished:
        (unfinished / SIGN).write_text(text)
        if interruption:
            raise interruption


def test_a_folder_appears_with_all_its_files(tmp_path):
    folder = tmp_path / "outputs" / "compare" / "town"
    with whole_folder(folder) as unfinished:
        (unfinished / SIGN).write_text("{}")
        assert not folder.exists()
    assert [path.name for path in folder.iterdir()] == [SIGN]
    assert [path.name for path in folder.parent.iterdir()] == ["town"]


def test_an_error_on_the_way_leaves_nothing(tmp_path):
    with pytest.raises(RuntimeError):
        fill(tmp_path / "town", "one", RuntimeError())
    assert list(tmp_path.iterdir()) == []


def test_an_interruption_leaves_the_earlier_answer_as_it_was(tmp_path):
    fill(tmp_path / "town", "one")
    with pytest.raises(KeyboardInterrupt):
        fill(tmp_path / "town", "two", KeyboardInterrupt())
    assert (tmp_path / "town" / SIGN).read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["town"]


def test_an_earlier_answer_is_replaced_as_a_whole_and_what_is_not_ours_is_kept(tmp_path):
    folder = tmp_path / "town"
    fill(folder, "one")
    (folder / "cost.csv").write_text("stale")
    (folder / "runs").mkdir()
    (folder / "runs" / "part").write_text("kept")
    (folder / "my notes.csv").write_text("kept")
    fill(folder, "two")
    assert (folder / SIGN).read_text() == "two"
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
