"""Every folder of code is a package: the search for what a run imports ends at a folder that is none."""

from __future__ import annotations

import ast
from pathlib import Path, PurePosixPath


def test_every_folder_with_code_in_it_or_below_it_is_a_package(
    code: dict[str, ast.Module], root: Path
) -> None:
    folders = {above for name in code for above in PurePosixPath(name).parents} - {PurePosixPath()}
    assert len(folders) > 20
    assert [str(each) for each in folders if not (root / each / "__init__.py").is_file()] == []
