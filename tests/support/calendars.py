"""Events for calendar files, as many and as odd as wanted, and what two libraries read in such a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import vobject

ZONES = ("Europe/Amsterdam", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "America/St_Johns", "UTC")
PIECES = (
    "één coördinator geïnformeerd; café, straks",
    "👩🏽\u200d🔧🇳🇱🙂",
    "regel één\r\nregel twee\nregel drie\rvier",
    r"C:\map\nieuw; a,b:c",
    "BEGIN:VEVENT",
    "“als” … ‘dan’ – €14\u2028verder",
    "x" * 90,
    "é" * 60,
    "日本語のとても長い行" * 6,
    "tab\there\x07\x00",
    " ",
    "",
)


@dataclass(frozen=True)
class Entry:
    """One event as a library reads it. `start` is a day, or a moment with its distance from UTC."""

    uid: str
    start: date | datetime
    minutes: int
    title: str
    about: str


def random_events(seed: int) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Events and the facts of their file."""
    chance = Random(seed)

    def text() -> str:
        return " ".join(chance.choices(PIECES, k=chance.randrange(5)))

    def event(number: int) -> dict[str, Any]:
        day = date(2026, 1, 1) + timedelta(days=chance.randrange(3 * 365))
        time = f"{chance.randrange(6, 23):02}:{chance.randrange(60):02}" if chance.random() < 0.5 else ""
        return {
            "id": f"plan-{number}",
            "day": day.isoformat(),
            "time": time,
            "minutes": 15,
            "title": text(),
            "about": text(),
        }

    events = [event(number) for number in range(chance.randrange(1, 6))]
    at = 1_790_000_000_000 + chance.randrange(10**10)
    return events, {"owner": "x1", "course": "proefpad", "at": at, "zone": ZONES[seed % len(ZONES)]}


def expected(event: dict[str, Any], facts: dict[str, Any]) -> Entry:
    """What must come out of an event."""
    start: date | datetime = date.fromisoformat(event["day"])
    if event["time"]:
        start = datetime.fromisoformat(f"{event['day']}T{event['time']}").replace(tzinfo=ZoneInfo(facts["zone"]))
    uid = f"{event['id']}-{facts['owner']}@{facts['course']}.leerpad"
    length = event["minutes"] if event["time"] else 24 * 60
    return Entry(uid, start, length, _plain(event["title"]), _plain(event["about"]))


def _plain(text: str) -> str:
    lines = re.sub(r"\r\n?|\u2028", "\n", text)
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", lines)


def read_by_icalendar(text: str) -> list[Entry]:
    """By `icalendar`, which knows time zones by their names."""
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert [part.errors for part in calendar.walk() if part.errors] == []

    def entry(event: icalendar.Event) -> Entry:
        length = event["DURATION"].dt if "DURATION" in event else event["DTEND"].dt - event["DTSTART"].dt
        minutes = int(length.total_seconds()) // 60
        return Entry(str(event["UID"]), event["DTSTART"].dt, minutes, str(event["SUMMARY"]), str(event["DESCRIPTION"]))

    return [entry(event) for event in calendar.events]


def read_by_vobject(text: str) -> list[Entry]:
    """By `vobject`, which takes a time zone as the file itself explains it."""
    for zone in ZONES[:-1]:
        vobject.icalendar.registerTzid(zone, None)  # it would keep to what an earlier file explained
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)

    def entry(event: Any) -> Entry:
        start = event.dtstart.value
        length = event.duration.value if hasattr(event, "duration") else event.dtend.value - start
        minutes = int(length.total_seconds()) // 60
        return Entry(event.uid.value, start, minutes, event.summary.value, event.description.value)

    return [entry(event) for event in calendar.vevent_list]


def distance(start: date | datetime) -> tuple[object, timedelta | None]:
    """A start by its clock, and how far that is from UTC."""
    if isinstance(start, datetime):
        return start.replace(tzinfo=None), start.utcoffset()
    return start, None
