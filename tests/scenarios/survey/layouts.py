"""Three surveys laid out as public questionnaires are, their content invented.

A labour force survey of persons alone, an enterprise survey of firms alone, and a module on micro-enterprises with a
roster of who works in each.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

HEAD = """\
about: {title: Tailors of a made-up town, country: Kenya, trade: clothing, base_year: 2016, phase: growing,
        summary: Made up after the layout of a public questionnaire.}
source: {title: Made-up survey, author: Nobody, year: 2016, address: nowhere}
like: tirupur_knitwear
pay: {currency: KES, year: 2016, per: month}
money:
  currency: KES
  price_index: {2016: 1.38}
  ppp_2021: 43.2
  national_line: {value: 5995, year: 2016, unit: local currency per adult equivalent per month}
  adult_equivalents: 0.85
  exchange_rate: {value: 101.5, year: 2016}
"""

LABOUR_FORCE = (
    HEAD
    + """\
separator: ";"
decimal: ","
missing: ["", "98", "99"]
workers:
  only: {d05_status: ">= 3", d06_isic: [1410, 1430]}
  columns: {id: [hhno, line], gender: b03, minority: b07, age: b04, pay: d20, weight: wgt, stratum: dom, psu: ea,
            household_size: hhsize, firm_size: d11}
  categories: {gender: {1: man, 2: woman}, minority: {1: no, 2: yes}}
  missing: {pay: [999999, 999998], age: [98, 99], household_size: [99]}
  bands: {firm_size: {1: [2, 4], 2: [5, 9], 3: [10, 49], 4: [50, 250]}}
  derive:
    tier:
      - {means: exporter, when: {d09_sells: [3, 4]}}
      - {means: specialist, when: {d09_sells: 5}}
      - {means: subcontractor}
    unpaid:
      - {means: yes, when: {d05_status: [5, 6]}}
      - {means: no}
    post:
      - {means: homework, when: {d12_place: 1}}
      - {means: casual, when: {d14_contract: 3}}
      - {means: casual, when: {d16_piece: 1}}
      - {means: skilled_regular, when: {d08_isco: ">= 7000", d18_years: ">= 5"}}
      - {means: regular}
"""
)


def labour_force_survey(folder: Path, persons: int = 1600) -> tuple[Path, Path]:
    """Persons of sampled households with semicolons and decimal commas; no firm has an id."""
    luck = np.random.default_rng(11)
    rows = [
        "hhno;line;dom;ea;wgt;b03;b04;b07;hhsize;d05_status;d06_isic;d08_isco;d09_sells;d11;d12_place;d14_contract;"
        "d16_piece;d18_years;d20"
    ]
    for at in range(persons):
        status = luck.choice([1, 2, 3, 3, 3, 3, 3, 3, 5, 6])
        pay = 0.0 if status > 3 else float(np.exp(luck.normal(9.4, 0.4)))
        shown = "999999,0" if luck.random() < 0.03 else f"{pay:.1f}".replace(".", ",")
        weight = f"{luck.uniform(40, 80):.2f}".replace(".", ",")
        person = [
            at // 2 + 1,
            at % 2 + 1,
            1 + at % 3,
            1 + at // 30 % 10,
            weight,
            luck.choice([1, 2]),
        ]
        person += [luck.integers(16, 60), luck.choice([1, 1, 2]), luck.integers(2, 9), status]
        firm = [luck.choice([1410, 1410, 1430, 4711]), luck.choice([7531, 7533, 5223])]
        firm += [
            luck.choice([1, 1, 2, 3, 4, 5]),
            luck.choice([1, 1, 2, 3, 4]),
            luck.choice([1, 2, 2, 2]),
        ]
        post = [luck.choice([1, 2, 3]), luck.choice([1, 2, 2]), luck.integers(0, 15), shown]
        cells = [*person, *firm, *post]
        rows.append(";".join(map(str, cells)))
    (folder / "persons.csv").write_text("\n".join(rows) + "\n")
    (folder / "map.yaml").write_text(LABOUR_FORCE)
    return folder / "persons.csv", folder / "map.yaml"


ENTERPRISE = (
    HEAD
    + """\
missing: ["", -9, -7]
firms:
  columns: {id: [region, idno], workers: l1, weight: wmedian, stratum: a6a, formal: b8, owner_gender: b4, revenue: d2,
            inputs: n2e, export_share: d3c}
  categories:
    formal: {"Yes": yes, "No": no}
    owner_gender: {1: woman, 2: man}
  percent: [export_share]
  derive:
    tier:
      - {means: subcontractor, when: {d1a3: "Made to order for other firms"}}
      - {means: specialist, when: {d1a3: 3}}
      - {means: exporter}
"""
)
ENTERPRISE_LABELS = {
    "b8": {1: "Yes", 2: "No", -9: "Don't know"},
    "b4": {1: "Yes", 2: "No"},
    "d1a3": {1: "Final goods", 2: "Made to order for other firms", 3: "Parts and services"},
}


def enterprise_survey(folder: Path, ending: str, firms: int = 240) -> tuple[Path, Path]:
    """Establishments alone, in a file of SPSS or Stata with labels; refusals are -9 and -7."""
    import pandas as pd
    import pyreadstat

    luck = np.random.default_rng(12)
    sales = np.exp(luck.normal(15.0, 1.2, firms))
    kind = luck.choice([1.0, 2.0, 2.0, 3.0], firms)
    heads = np.maximum(np.round(np.exp(luck.normal(2.2, 0.9, firms))), 1.0)
    data = pd.DataFrame(
        {
            "region": np.arange(firms) % 4 + 1.0,
            "idno": np.arange(firms) // 4 + 1.0,
            "a6a": luck.choice([1.0, 2.0, 3.0], firms),
            "wmedian": luck.uniform(2.0, 9.0, firms),
            "l1": np.where(kind == 3.0, np.minimum(heads, 4.0), heads),
            "b8": np.where(luck.random(firms) < 0.05, -9.0, luck.choice([1.0, 2.0], firms)),
            "b4": luck.choice([1.0, 2.0, 2.0], firms),
            "d1a3": kind,
            "d2": np.where(luck.random(firms) < 0.1, -9.0, np.round(sales)),
            "n2e": np.where(
                luck.random(firms) < 0.1, -7.0, np.round(sales * luck.uniform(0.3, 0.7, firms))
            ),
            "d3c": luck.choice([0.0, 0.0, 10.0, 60.0], firms),
        }
    )
    path = folder / f"establishments{ending}"
    if ending == ".sav":
        pyreadstat.write_sav(
            data,
            path,
            variable_value_labels=ENTERPRISE_LABELS,
            missing_ranges={"d2": [-9], "n2e": [-7, -9]},
        )
    else:
        pyreadstat.write_dta(data, path, variable_value_labels=ENTERPRISE_LABELS)
    (folder / "map.yaml").write_text(ENTERPRISE)
    return path, folder / "map.yaml"


MICRO = (
    HEAD.replace("per: month", "per: week")
    + """\
thousands: ","
firms:
  columns: {id: [cluster, hh, biz], weight: wt, stratum: urban, psu: cluster, formal: m06, owner_gender: m02,
            revenue: m20}
  categories: {formal: {1: yes, 2: no}, owner_gender: {1: man, 2: woman}}
  head_count: rows of workers
  alone: left out
  derive:
    tier:
      - {means: subcontractor, when: {m11_main_buyer: [2, 3]}}
      - {means: exporter}
workers:
  columns: {id: [cluster, hh, biz, w], firm: [cluster, hh, biz], gender: r03, age: r04, post: r06, pay: r09}
  categories:
    gender: {1: man, 2: woman}
    post: {1: skilled_regular, 2: regular, 3: casual, 4: unpaid, 5: unpaid, 6: unpaid}
"""
)


def micro_enterprise_module(folder: Path, firms: int = 260) -> tuple[Path, Path, Path]:
    """Household businesses, many of one person, with a roster in which kin, apprentices and partners get 0."""
    luck = np.random.default_rng(13)
    businesses = ["cluster,hh,biz,urban,wt,m02,m06,m11_main_buyer,m20"]
    roster = ["cluster,hh,biz,w,r03,r04,r06,r09"]
    for at in range(firms):
        name = f"{1 + at // 10},{1 + at % 10},1"
        sales = f'"{int(np.exp(luck.normal(10.5, 0.8))):,}"'
        answers = [luck.choice([1, 2]), luck.choice([1, 2, 2]), luck.choice([1, 1, 2, 3])]
        cells = [1 + at // 10 % 2, f"{luck.uniform(15, 30):.1f}", *answers]
        businesses.append(",".join([name, *map(str, cells), sales]))
        for w in range(int(luck.choice([0, 1, 2, 4]))):
            post = luck.choice([1, 2, 2, 3, 3, 4, 5, 6])
            pay = 0 if post > 3 else int(np.exp(luck.normal(7.6, 0.3)))
            shown = f'"{pay:,}"'
            roster.append(
                f"{name},{w + 1},{luck.choice([1, 2])},{luck.integers(16, 60)},{post},{shown}"
            )
    (folder / "roster.csv").write_text("\n".join(roster) + "\n")
    (folder / "businesses.csv").write_text("\n".join(businesses) + "\n")
    (folder / "map.yaml").write_text(MICRO)
    return folder / "roster.csv", folder / "businesses.csv", folder / "map.yaml"
