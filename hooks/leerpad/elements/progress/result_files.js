/*
 * What goes into the files that a learner may give: see results/files.py, which reads them. Pure.
 *
 * Nothing that was typed goes in but the name in a statement: an answer goes in only if it names choices.
 */
/// <reference path="../../client/namespace.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../../client/path.js" />
/// <reference path="../scan/means.js" />
(function () {
  "use strict";
  const CHOICE = /^[0-9a-f]{8}$/;
  const LONGEST = 1800; // seconds; who takes longer was doing something else
  const { path } = Leerpad;

  /** @param {"statement" | "answers" | "scan"} kind @param {ResultAbout} about */
  const head = (kind, { title, edition, day }) => ({
    format: "leerpad-result",
    version: 1,
    kind,
    course: { id: Leerpad.course.id, title: title.slice(0, 500), edition: edition.slice(0, 64) },
    made: day,
  });

  /** @param {unknown} value */
  const isChoice = (value) => typeof value === "string" && CHOICE.test(value);

  /** An answer that names choices; null for one that was typed. @param {LearnerResponse} value @returns {LearnerResponse} */
  function chosen(value) {
    if (typeof value === "boolean" || isChoice(value)) return value;
    if (Array.isArray(value)) return value.every(isChoice) ? value : null;
    const isPaired = typeof value === "object" && value !== null && Object.entries(value).every((pair) => pair.every(isChoice));
    return isPaired ? value : null;
  }

  /** Whole seconds between two moments; null if somebody was away, or a clock was set. @param {number} from @param {number} until */
  function seconds(from, until) {
    const spent = Math.round((until - from) / 1000);
    return spent >= 0 && spent <= LONGEST ? spent : null;
  }

  /** The answers of an attempt, in the order in which they were given. @param {Attempt} attempt */
  function answers({ started, questions, answers: given, outcome }) {
    const scored = outcome?.questions ?? {};
    let last = started;
    const spent = new Map();
    for (const [question, { at }] of Object.entries(given).sort(([, one], [, other]) => one.at - other.at)) {
      spent.set(question, seconds(last, at));
      last = at;
    }
    return questions
      .filter((question) => given[question] !== undefined && scored[question]?.max > 0)
      .map((question) => ({
        question,
        revision: given[question].revision,
        value: chosen(given[question].value),
        ...scored[question],
        seconds: spent.get(question) ?? null,
      }));
  }

  /**
   * Tells this scan from that of another who scores the same, and is the same in each file of these answers, so that one
   * who gives it twice counts once. It is made of moments that no file tells, and of nothing else that is in other files.
   * @param {Record<string, ScanAnswer>} answers
   */
  function serial(answers) {
    const said = JSON.stringify(Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1)));
    return Leerpad.order.fingerprint(said);
  }

  /** A mean as a part of the scale. @param {SharedScan} scan @param {number | null} mean */
  const percent = ({ scale }, mean) => (mean === null ? null : Math.round(((mean - 1) / (scale.length - 1)) * 1000) / 10);

  Leerpad.resultFiles = {
    statement(progress, about, name) {
      const levels = Leerpad.course.levels.flatMap(({ id, title, quiz }) => {
        const at = path.firstPass(progress, quiz.id);
        return at === null ? [] : [{ level: id, title, passed: about.dayOf(at) }];
      });
      return { ...head("statement", about), name: name.trim(), levels };
    },

    answers(progress, about) {
      const quizzes = Object.keys(progress.quizzes)
        .sort()
        .map((quiz) => ({
          quiz,
          attempts: path
            .handedIn(progress, quiz)
            .reverse()
            .map(([, attempt]) => ({
              practice: attempt.retry,
              seconds: seconds(attempt.started, Number(attempt.finished)),
              answers: answers(attempt),
            }))
            .filter((attempt) => attempt.answers.length > 0),
        }));
      return { ...head("answers", about), quizzes: quizzes.filter(({ attempts }) => attempts.length > 0) };
    },

    means(progress, scan) {
      const answers = Object.entries(progress.scans[scan.id] ?? {});
      return Leerpad.scanMeans.of(scan, Object.fromEntries(answers.map(([id, { value }]) => [id, value])));
    },

    scan(progress, about, scan) {
      const means = this.means(progress, scan);
      const dimensions = scan.dimensions.map(({ id }, number) => ({ dimension: id, percent: percent(scan, means[number]) }));
      return { ...head("scan", about), scan: scan.id, serial: serial(progress.scans[scan.id] ?? {}), dimensions };
    },
  };
})();
