"""Puts the bibliography into what is built: it lies at the root, where all rooms cite it, and a wheel has no root."""

from __future__ import annotations

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

BIBLIOGRAPHY = "sources.bib"


class WithBibliography(build_py):
    """Builds the rooms, and lays the bibliography where `scenarios.sources.bibliography` looks for it once
    installed."""

    def run(self) -> None:
        """Copy the rooms, then the bibliography."""
        super().run()
        if not self.editable_mode:
            self.copy_file(BIBLIOGRAPHY, self._target(self.build_lib))

    def get_source_files(self) -> list[str]:
        """Files that a source distribution needs: the bibliography too."""
        return [*super().get_source_files(), BIBLIOGRAPHY]

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        """Files that are built."""
        return [*super().get_outputs(include_bytecode), self._target(self.build_lib)]

    @staticmethod
    def _target(folder: str) -> str:
        return str(Path(folder) / "scenarios" / BIBLIOGRAPHY)


setup(cmdclass={"build_py": WithBibliography})
