"""Sentences with numbers for README's "What it is not", made from the table that `validate` writes.

python -m poverty_nodes.experiments.evidence.ledger.readme prints them.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

TABLE = Path(__file__).resolve().parents[3] / "docs" / "evidence_numbers.csv"
"""`numbers.csv` of the last validation under the rules of today, as it is kept in the repository."""


def sentences(table: pd.DataFrame) -> list[str]:
    """One for what clusters are made of, one each for patterns, paper, trials, artefacts; what was not run says so."""
    said = {
        (part, number): int(value)
        for part, number, value in table[["part", "number", "value"]].values
    }
    known = {part for part, _ in said}
    return [
        _catalogue(said),
        _patterns(said) if "patterns" in known else "No pattern has been judged by them yet.",
        _paper(said)
        if "paper" in known
        else "None of the paper's propositions has been run by them yet.",
        _trials(said)
        if "trials" in known
        else "Published trials have not been run again by them yet.",
        _artefacts(said)
        if "artefacts" in known
        else "What its claims hang on that should not matter has not been tried yet.",
    ]


Said = dict[tuple[str, str], int]


def _part(said: Said, name: str) -> dict[str, int]:
    """The numbers of one part by their names."""
    return {number: value for (part, number), value in said.items() if part == name}


def _catalogue(said: Said) -> str:
    of = _part(said, "catalogue")
    return (
        f"Of {of['clusters']} clusters {of['mostly assumed']} are mostly assumed; of the "
        f"{of['numbers of Sialkot']} numbers of Sialkot {of['assumed of Sialkot']} are."
    )


def _patterns(said: Said) -> str:
    of = _part(said, "patterns")
    return (
        f"{of['asked']} of {of['registered']} patterns have been judged by them: {of['reproduced']} are reproduced "
        f"over the whole range of what is not known, {of['turning']} turn inside it, {of['not reproduced']} are not "
        f"reproduced. A dull rival that knows nothing of the model reproduces {of['as by a dull rival']} of them as "
        f"well, and {of['emergent']} of the others come out by themselves."
    )


def _paper(said: Said) -> str:
    of = _part(said, "paper")
    judged = (
        f"{of['asked']} of {of['registered']} propositions of the paper have been judged, and {of['reproduced']} hold "
        "over what is not known"
    )
    if "mechanisms" not in of:
        return f"{judged}; none of its mechanisms has been switched off yet."
    silent = [number for number, yes in _part(said, "inert").items() if yes]
    return (
        f"{judged}; {of['inert']} of {of['mechanisms']} mechanisms that were switched off, or that no rule reads, are "
        f"inert: {', '.join(silent) or 'none'}."
    )


def _trials(said: Said) -> str:
    of = _part(said, "trials")
    return (
        f"Of {of['hard tested']} published effects with a printed range that leaves out zero {of['hard overlap']} "
        f"overlap, of {of['soft tested']} softer ones {of['soft overlap']}, of {of['put in tested']} that a term puts "
        f"in {of['put in overlap']}; {of['right sign']} of {of['called unlike zero']} effects that the model calls "
        f"unlike zero have the published sign, and {of['held by intervals']} of {of['published sizes']} published "
        "sizes lie in its intervals."
    )


def _artefacts(said: Said) -> str:
    of = _part(said, "artefacts")
    return (
        f"Of {of['tried']} trials of a claim against what should not matter (order of rows and phases, draws, scale, "
        f"types of firms, people) {of['robust']} left its effect of the same size, {of['shifted']} moved it or did not "
        f"show that it stays, and {of['fragile']} broke it."
    )


if __name__ == "__main__":
    print("\n".join(sentences(pd.read_csv(TABLE))))
