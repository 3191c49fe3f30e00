"""What a verb of few keys is asked: a strict record, whose schema says all that its keys accept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from poverty_nodes.experiments.question.checked_files_and_folders import folder_problem
from poverty_nodes.experiments.question.checked_values import Origin, as_tuple
from poverty_nodes.experiments.question.question_file import question_text
from poverty_nodes.model.policies.base import StrictRecord
from poverty_nodes.scenarios.errors import Problem, nearest_name


class AskedAgain:
    """What a verb was asked, and can be asked again by a file or a text: the base of every verb's request."""

    VERB: ClassVar[str]

    @property
    def asked_by(self) -> str:
        """The verb."""
        return self.VERB

    def as_mapping(self, how: bool = True) -> dict[str, object]:
        """Keys and values that ask for the same again; `how=False` drops what cannot change the answer."""
        raise NotImplementedError

    @cached_property
    def origin(self) -> Origin:
        """Says who set a dotted key: the command line, a question file, a file of conf/; "" if nobody knows."""
        return lambda key: ""

    def to_yaml(self, how: bool = True) -> str:
        """The request as YAML that `question=FILE` and the readers of a text take back."""
        return question_text(self.asked_by, self.as_mapping(how))


class Asked(AskedAgain, StrictRecord):
    """One request of a verb; the record of each verb adds its keys and what only it knows of the world."""

    WORDS: ClassVar[tuple[str, ...]] = ()
    """Keys that are typed after the verb without their names: `store gc` is `act=gc`."""
    HOW: ClassVar[tuple[str, ...]] = ("workers", "output", "png")
    """Keys that say where and with what it is answered: they cannot change the answer."""

    @classmethod
    def key_names(cls) -> tuple[str, ...]:
        """The keys as they are typed, in their order."""
        return tuple(each.alias or name for name, each in cls.model_fields.items())

    def as_mapping(self, how: bool = True) -> dict[str, object]:
        """Keys and values that ask for the same again; `how=False` drops the `HOW` keys."""
        found = self.model_dump(mode="json", by_alias=True)
        return {key: value for key, value in found.items() if how or key not in self.HOW}

    @classmethod
    def of_the_world(cls, values: Mapping[str, object], origin: Origin) -> list[Problem]:
        """What is wrong with the values of some keys that no schema can know: files, folders, each other."""
        folder = values.get("output")
        if not isinstance(folder, str) or not folder:
            return []
        problem = folder_problem(f"{origin('output')}: output", folder)
        return [] if problem is None else [problem]

    def in_the_way(self) -> Problem | None:
        """What stands where the answer of a sound request would go."""
        return None


Names = Annotated[tuple[str, ...], BeforeValidator(as_tuple)]


def one_of(names: Callable[[], Sequence[str]]) -> AfterValidator:
    """Accept these names alone; another is told with the nearest. They are asked for when a name is read."""

    def known(name: str) -> str:
        there = names()
        if name not in there:
            told = {
                "name": name,
                "accepted": ", ".join(there),
                "nearest": nearest_name(name, there),
            }
            raise PydanticCustomError("unknown", "there is no '{name}'", told)
        return name

    return AfterValidator(known)
