"""Learners who review: scripts that run the pure schedule day after day, in a page of the site."""

from __future__ import annotations

NINETY_DAYS = """({ hour, ahead, skill }) => {
  const { reviews, progress } = Leerpad;
  const [DAY, HOUR] = [86_400_000, 3_600_000];
  const start = new Date(2026, 2, 1).getTime();  // summer time begins within these days
  const quizzes = { a: 7, b: 3, "test-a": 12, c: 4, "test-c": 9 };
  const questions = (quiz) => Array.from({ length: quizzes[quiz] }, (_, number) => `${quiz}-${number}`);
  const source = (quiz, lesson) => ({ quiz, questions: questions(quiz), ...(lesson ? { lesson } : {}) });
  const data = { days: [1, 7, 21, 60], levels: [
    { id: "one", sources: [source("a", "lesson-a"), source("b", "lesson-b"), source("test-a")] },
    { id: "two", sources: [source("c", "lesson-c"), source("test-c")] },
  ] };
  const learned = { a: 0, b: 1, "test-a": 2, c: 9, "test-c": 10 };
  const noon = (day) => new Date(2026, 2, 1 + day, 12).getTime();
  const outcome = { points: 1, max: 1, passed: true, questions: {} };
  const passed = (day) => ({ started: 1, seed: 1, questions: [], retry: false, answers: {}, finished: noon(day), outcome });

  const devices = [0, 1].map((number) => ({ clock: number * ahead, document: progress.empty("proefpad") }));
  const asked = {};
  const faults = [];
  const sizes = {};
  for (let day = 0; day < 90; day += 1) {
    const device = devices[day % 2];
    // A copy of the other device is put back: it is read as a stranger's file.
    const copy = progress.parse(JSON.parse(progress.write(devices[(day + 1) % 2].document)), "proefpad");
    if (copy.damage) faults.push(`day ${day}: the copy is ${copy.damage}`);
    device.document = progress.merge(device.document, copy.progress);
    const { document } = device;
    const now = new Date(2026, 2, 1 + day, hour, 30).getTime() + device.clock;
    const pen = { put: (map, key, said) => (map[key] = { ...map[key], ...said, at: Math.max(now, (map[key]?.at ?? 0) + 1) }) };
    const today = reviews.dayOf(now);
    const first = reviews.dayOf(start);
    for (let sitting = 0; sitting < 50; sitting += 1) {
      const picked = reviews.pick(reviews.entries(document, data, today), today);
      if (picked.length === 0) break;
      sizes[picked.length] = (sizes[picked.length] ?? 0) + 1;
      const ids = picked.map(({ id }) => id);
      if (new Set(ids).size !== ids.length || ids.length > 5) faults.push(`day ${day}: ${ids}`);
      for (const { id } of picked) {
        const days = (asked[id] ??= []);
        if (days.includes(today - first)) faults.push(`${id} twice on day ${day}`);
        if (days.includes(today - first - 1)) faults.push(`${id} two days running, on day ${day}`);
        days.push(today - first);
        const right = ((Leerpad.order.hash(`${id}/${day}`) % 100) / 100) < skill;
        reviews.record(document, pen, data, id, right, today);
      }
    }
    for (const [quiz, when] of Object.entries(learned)) {
      if (when !== day) continue;
      const lesson = `lesson-${quiz}`;
      if (quiz.startsWith("test")) document.quizzes[quiz] = { poging: passed(day) };
      else document.lessons[lesson] = { done: true, at: noon(day) };
    }
  }
  for (const [quiz, when] of Object.entries(learned)) {
    for (const id of questions(quiz)) {
      data.days.forEach((promised, stage) => {
        const late = (asked[id]?.[stage] ?? 999) - when - promised;
        if (Math.abs(late) > 1) faults.push(`${id} comes ${late} days after day ${promised}`);
      });
    }
  }
  const all = Object.values(asked).flat().length;
  const [, end] = devices;
  const left = reviews.entries(end.document, data, reviews.dayOf(noon(90))).filter(({ due }) => due !== null).length;
  return { faults, sizes, all, left };
}"""
"""Ninety days on two devices, turn by turn, joined by a copy each day; the second has its clock `ahead`.

At `hour` o'clock all that is due is answered, a share of `skill` rightly. Gives the broken promises, how many sittings had
how many questions, how often a question was asked, and how many are still to come.
"""
