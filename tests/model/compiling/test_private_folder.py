"""Code is read only from a folder in which nobody but its user can have put it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from poverty_nodes.model.compiling import private_folder
from poverty_nodes.model.compiling.private_folder import make_private, what_others_may

pytestmark = pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no owners here")


@pytest.fixture
def loose() -> object:
    """Files are made as by users whose files everybody may write."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_new_folder_is_for_its_user_alone_whatever_the_mask(
    tmp_path: Path, loose: object
) -> None:
    made = make_private(tmp_path / "cache" / "poverty-nodes" / "hash")
    for each in (made, made.parent, made.parent.parent):
        assert each.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o777, 0o1777, 0o757])
def test_a_folder_that_everybody_may_write_to_is_refused(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    assert f"everybody may write to '{tmp_path}'" in what_others_may(tmp_path) or mode & 0o1000
    with pytest.raises(PermissionError):
        make_private(tmp_path)


def test_a_folder_below_one_that_everybody_may_write_to_is_refused_unless_names_are_safe(
    tmp_path: Path,
) -> None:
    inner = tmp_path / "inner"
    inner.mkdir(mode=0o700)
    tmp_path.chmod(0o777)
    assert what_others_may(inner) == f"everybody may write to '{tmp_path}'"
    tmp_path.chmod(0o1777)
    assert what_others_may(inner) == ""


def test_a_folder_of_another_user_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    assert what_others_may(tmp_path) == f"'{tmp_path}' belongs to another user"


def test_a_link_is_followed_to_where_it_leads(tmp_path: Path) -> None:
    open_to_all = tmp_path / "open"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    link = tmp_path / "mine"
    link.symlink_to(open_to_all)
    with pytest.raises(PermissionError, match="everybody may write"):
        make_private(link / "hash")


def test_a_group_may_write_only_if_nobody_else_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o770)
    monkeypatch.setattr(private_folder, "_is_mine_alone", lambda group, me: False)
    assert what_others_may(tmp_path) == f"a group may write to '{tmp_path}'"
    monkeypatch.setattr(private_folder, "_is_mine_alone", lambda group, me: True)
    assert what_others_may(tmp_path) == ""
