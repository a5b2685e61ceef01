"""What is told of a group never tells what one of them answered: every outcome of small groups is tried, and many large ones.

The rule runs in the browser (elements/team/group.js); what follows from a picture is worked out here, apart from it.
"""

from __future__ import annotations

import random
from collections import defaultdict
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

LEAST, PART = 5, 3

WORLDS = """([bands, least, looks, absent, worlds]) => worlds.map((world) => {
  const history = Leerpad.group.history();
  const people = world.flatMap((counts, crowd) => [
    ...counts.flatMap((count, band) => Array.from({ length: count }, (_, place) => [crowd, `${crowd}-${band}-${place}`, band])),
    ...Array.from({ length: absent[crowd] }, (_, place) => [crowd, `${crowd}-none-${place}`, null]),
  ]);
  return looks.map((look) => {
    const seen = people.filter(([crowd]) => look.includes(crowd));
    const names = seen.map(([, name]) => name);
    const lack = Leerpad.group.lacks(history, names, least);
    if (lack) return JSON.stringify(lack);
    Leerpad.group.show(history, names);
    const values = new Map(seen.filter(([, , band]) => band !== null).map(([, name, band]) => [name, band]));
    const told = bands > 1 ? Leerpad.group.spread(history, "x", values, bands, least) : Leerpad.group.isPoor(history, "x", values, least);
    return JSON.stringify(told);
  });
})"""
"""What the page tells, look after look, where these crowds answered so. One band: a question, right or not."""

World = tuple[tuple[int, ...], ...]
"""How many of each crowd are in each band."""


def counts(people: int, bands: int) -> Iterator[tuple[int, ...]]:
    """Every way in which so many people can be spread over the bands."""
    if bands == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in counts(people - first, bands - 1):
            yield (first, *rest)


@cache
def alike(crowd: tuple[int, ...]) -> int | None:
    """The band where all of them are, if they are in one."""
    found = [band for band, count in enumerate(crowd) if count]
    return found[0] if len(found) == 1 else None


@cache
def without(crowd: tuple[int, ...], band: int) -> tuple[int, ...]:
    return tuple(count - (place == band) for place, count in enumerate(crowd))


def told_of_one(page: Page, bands: int, sizes: list[int], looks: list[list[int]], absent: list[int]) -> list[Any]:
    """Outcomes from which follows what everybody in a crowd answered: for an outsider, and for one of the crowd."""
    spread = max(bands, 2)
    worlds: list[World] = list(product(*(list(counts(size, spread)) for size in sizes)))
    told = page.evaluate(WORLDS, [bands, LEAST, looks, absent, worlds])
    alternatives: dict[tuple[str, ...], list[World]] = defaultdict(list)
    for world, seen in zip(worlds, told, strict=True):
        alternatives[tuple(seen)].append(world)
    found: list[Any] = []
    for seen, possible in alternatives.items():
        for crowd in range(len(sizes)):
            everybody = {alike(world[crowd]) for world in possible}
            if len(everybody) == 1 and everybody != {None}:
                found.append((seen, crowd))
            for band in range(spread):
                others = {alike(without(world[crowd], band)) for world in possible if world[crowd][band]}
                if sizes[crowd] > 1 and len(others) == 1 and others != {None}:
                    found.append((seen, crowd, band))
    return found


ALL, ONE_MORE = [[0]], [[0], [0, 1]]
LOOKS: list[tuple[int, list[int], list[list[int]], list[int]]] = [
    *((bands, [size], ALL, [0]) for bands, size in ((1, 5), (1, 6), (2, 5), (2, 8), (3, 5), (3, 8), (3, 11), (4, 8))),
    (3, [5], ALL, [3]),
    *((3, sizes, ONE_MORE, [0, 0]) for sizes in ([5, 5], [6, 7], [8, 1])),
    (3, [6, 5], ONE_MORE, [2, 0]),
    (3, [6, 3], ONE_MORE, [0, 4]),
    (2, [8, 8, 8], [[0], [0, 1], [0, 1, 2]], [0, 0, 0]),
    (2, [6, 8, 7], [[0], [1], [0, 1, 2]], [0, 0, 0]),
    (2, [7, 6, 8], [[0, 1], [0], [0, 1, 2], [2]], [0, 0, 0]),
    (3, [5, 5, 5], [[0], [0, 1], [0, 1, 2]], [0, 0, 0]),
    (1, [5, 5, 5, 5], [[0], [1], [2], [0, 1, 2, 3]], [0] * 4),
    (1, [8, 8, 5], [[0], [1], [0, 1, 2]], [0] * 3),
    (1, [6, 5, 7], [[0], [0, 1], [1, 2], [0, 1, 2]], [0] * 3),
]


@pytest.mark.parametrize(("bands", "sizes", "looks", "absent"), LOOKS)
def test_no_answer_follows_from_what_is_told(
    still_page: Page, bands: int, sizes: list[int], looks: list[list[int]], absent: list[int]
) -> None:
    assert told_of_one(still_page, bands, sizes, looks, absent) == []


MANY = """([least, groups]) => groups.map(({ bands, values, looks }) => {
  const history = Leerpad.group.history();
  return looks.map((look) => {
    const names = look.map(String);
    const lack = Leerpad.group.lacks(history, names, least);
    if (lack) return { lack };
    Leerpad.group.show(history, names);
    const known = new Map(look.filter((one) => values[one] !== null).map((one) => [String(one), values[one]]));
    return { lack, told: Leerpad.group.spread(history, "x", known, bands, least) };
  });
})"""


def a_group(chance: random.Random) -> dict[str, Any]:
    """Up to forty people, and looks at them: at all, at one more or less, at some."""
    size, bands = chance.randint(0, 40), chance.randint(1, 5)
    often = [chance.random() ** 3 for _ in range(bands)]
    values = [None if chance.random() < 0.1 else chance.choices(range(bands), often)[0] for _ in range(size)]
    looks: list[list[int]] = []
    for _ in range(8):
        base = set(chance.choice(looks)) if looks and chance.random() < 0.7 else set()
        some = set(chance.sample(range(size), chance.choice([min(size, 1), size // 2, size])))
        looks.append(sorted(base ^ some if chance.random() < 0.3 else base | some))
    return {"bands": bands, "values": values, "looks": looks}


def test_each_difference_of_pictures_is_of_many_in_parts_of_three(still_page: Page) -> None:
    chance = random.Random(22)
    groups = [a_group(chance) for _ in range(400)]
    shown = differing = 0
    for group, results in zip(groups, still_page.evaluate(MANY, [8, groups]), strict=True):
        seen: list[tuple[set[int], list[int] | None]] = []
        for look, result in zip(group["looks"], results, strict=True):
            if result["lack"]:
                continue
            assert len(look) >= 8
            told = result["told"]
            seen.append((set(look), told and [part["from"] for part in told]))
            if told:
                shown += 1
                assert [part["percent"] % 10 for part in told] == [0] * len(told)
                assert all(10 <= part["percent"] <= 90 for part in told)
                assert least_part(group, set(look), seen[-1][1] or []) >= PART
        for (one, parts), (other, other_parts) in combinations(seen, 2):
            for rest in (one - other, other - one, one & other):
                assert not rest or len(rest) >= 8
            common = [start for start in parts or [] if start in (other_parts or [])]
            for rest in (one - other, other - one):
                known = {name for name in rest if group["values"][name] is not None}
                if len(common) > 1 and known:
                    differing += 1
                    assert len(known) >= 8
                    assert least_part(group, known, common) >= PART
    assert shown > 100
    assert differing > 10


def least_part(group: dict[str, Any], names: set[int], starts: list[int]) -> int:
    """How many are in the smallest of these parts."""
    ends = [*starts[1:], group["bands"]]
    values = [group["values"][name] for name in names if group["values"][name] is not None]
    return min(sum(start <= value < end for value in values) for start, end in zip(starts, ends, strict=True))


def test_all_alike_or_nearly_so_tells_nothing(still_page: Page) -> None:
    worlds = [[[8, 0, 0]], [[0, 8, 0]], [[7, 1, 0]], [[2, 6, 0]], [[1, 5, 2]], [[5, 3, 0]], [[3, 3, 3]], [[3, 2, 3]]]
    told = still_page.evaluate(WORLDS, [3, 8, [[0]], [0], worlds])
    assert [one[0] for one in told[:5]] == ["null"] * 5
    assert told[5][0] == '[{"from":0,"to":0,"percent":60},{"from":1,"to":2,"percent":40}]'
    assert told[6][0].count("percent") == 3
    assert told[7][0] == '[{"from":0,"to":0,"percent":40},{"from":1,"to":2,"percent":60}]'
