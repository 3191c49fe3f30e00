"""Puts the bibliography into what is built: it lies at the root, where all rooms cite it, and a wheel has no root."""

from __future__ import annotations

from pathlib import Path

from setuptools import find_namespace_packages, setup
from setuptools.command.build_py import build_py

BIBLIOGRAPHY = "sources.bib"
PACKAGE = "poverty_nodes"
ROOMS = ("conf", "experiments", "model", "scenarios")


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
        return str(Path(folder) / PACKAGE / "scenarios" / BIBLIOGRAPHY)


found = find_namespace_packages(include=[*ROOMS, *(f"{room}.*" for room in ROOMS)])
setup(
    packages=[PACKAGE, *(f"{PACKAGE}.{each}" for each in found)],
    cmdclass={"build_py": WithBibliography},
)
