/* Sits between the package and the LMS; checks every call against the rules of SCORM 1.2 or 2004, stricter than any LMS. */
(function () {
  "use strict";
  const ASCII = /^[\x20-\x7e]*$/;
  const one = (...words) => (v) => words.includes(v) || `one of ${words}`;
  const max = (n) => (v) => v.length <= n || `longer than ${n}: ${v.length}`;
  const is = (re, what) => (v) => re.test(v) || `not ${what}: ${v}`;
  const all = (...rules) => (v, ctx) => rules.map((r) => r(v, ctx)).find((x) => x !== true) ?? true;
  const decimal100 = (v) => (/^\d{1,3}(\.\d{1,7})?$/.test(v) && Number(v) <= 100) || `not a decimal 0-100: ${v}`;
  const span12 = is(/^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/, "HHHH:MM:SS.SS");
  const time12 = is(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/, "HH:MM:SS.SS");
  const id12 = all(is(/^[A-Za-z0-9_-]+$/, "an id of letters, digits, - and _"), max(255));
  const ID = "[a-z0-9]";
  const response12 = {
    "true-false": /^[01tf]$/, choice: new RegExp(`^(${ID}(,${ID})*|\\{${ID}(,${ID})*\\})?$`), "fill-in": /^[\x20-\x7e]*$/,
    matching: new RegExp(`^\\{?(${ID}\\.${ID}(,${ID}\\.${ID})*)?\\}?$`), sequencing: new RegExp(`^(${ID}(,${ID})*)?$`),
    numeric: /^-?\d+(\.\d+)?$|^$/, performance: /^[\x20-\x7e]*$/, likert: new RegExp(`^${ID}?$`),
  };
  const asType12 = (v, ctx) => (response12[ctx.type] ? response12[ctx.type].test(v) || `not a response for ${ctx.type}: ${v}` : `no type yet`);
  const RULES12 = {
    "cmi.core.lesson_status": one("passed", "completed", "failed", "incomplete", "browsed"),
    "cmi.core.score.raw": decimal100, "cmi.core.score.min": decimal100, "cmi.core.score.max": decimal100,
    "cmi.core.session_time": span12, "cmi.core.lesson_location": all(max(255), is(ASCII, "ASCII")),
    "cmi.core.exit": one("time-out", "suspend", "logout", ""), "cmi.suspend_data": all(max(4096), is(ASCII, "ASCII")), "cmi.comments": max(4096),
    "cmi.interactions.n.id": id12, "cmi.interactions.n.time": time12, "cmi.interactions.n.latency": span12, "cmi.interactions.n.weighting": is(/^-?\d+(\.\d+)?$/, "decimal"),
    "cmi.interactions.n.type": one("true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"),
    "cmi.interactions.n.student_response": all(max(255), asType12), "cmi.interactions.n.correct_responses.m.pattern": all(max(255), asType12),
    "cmi.interactions.n.result": (v) => ["correct", "wrong", "unanticipated", "neutral"].includes(v) || /^-?\d+(\.\d+)?$/.test(v) || `not a result: ${v}`,
    "cmi.interactions.n.objectives.m.id": id12,
  };
  const span04 = is(/^P(?!$)(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/, "PnDTnHnMn.nnS");
  const id04 = all(is(/^[A-Za-z0-9_.:\/-]+$/, "an id"), max(4000));
  const sid = "[A-Za-z0-9_]+";
  const response04 = {
    "true-false": /^(true|false)$/, choice: new RegExp(`^(${sid}(\\[,\\]${sid}){0,35})?$`), "fill-in": /^(?=[^]{0,250}$)/, "long-fill-in": /^[^]{0,4000}$/,
    matching: new RegExp(`^(${sid}\\[\\.\\]${sid}(\\[,\\]${sid}\\[\\.\\]${sid}){0,35})?$`), sequencing: new RegExp(`^(${sid}(\\[,\\]${sid}){0,35})?$`),
    numeric: /^-?\d+(\.\d+)?$/, performance: /^[^]{0,4000}$/, likert: new RegExp(`^${sid}$`), other: /^[^]{0,4000}$/,
  };
  const asType04 = (v, ctx) => (response04[ctx.type] ? (ctx.type === "fill-in" ? v.split("[,]").every((p) => p.length <= 250) : response04[ctx.type].test(v)) || `not a response for ${ctx.type}: ${v}` : "no type yet");
  const RULES04 = {
    "cmi.completion_status": one("completed", "incomplete", "not attempted", "unknown"), "cmi.success_status": one("passed", "failed", "unknown"),
    "cmi.score.scaled": (v) => (/^-?\d+(\.\d{1,7})?$/.test(v) && Math.abs(v) <= 1) || "not -1..1", "cmi.score.raw": is(/^-?\d+(\.\d{1,7})?$/, "real"), "cmi.score.min": is(/^-?\d+(\.\d+)?$/, "real"), "cmi.score.max": is(/^-?\d+(\.\d+)?$/, "real"),
    "cmi.progress_measure": (v) => (/^[01](\.\d{1,7})?$/.test(v) && v <= 1) || "not 0..1", "cmi.session_time": span04, "cmi.location": max(1000), "cmi.suspend_data": max(64000),
    "cmi.exit": one("time-out", "suspend", "logout", "normal", ""), "adl.nav.request": is(/^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=[^}]+\}(choice|jump))$/, "navigation"),
    "cmi.interactions.n.id": id04, "cmi.interactions.n.type": one("true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"),
    "cmi.interactions.n.timestamp": is(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{1,2}(Z|[+-]\d{2}:\d{2})$/, "a timestamp with its zone"), "cmi.interactions.n.latency": span04,
    "cmi.interactions.n.learner_response": asType04, "cmi.interactions.n.correct_responses.m.pattern": (v, ctx) => (ctx.type === "numeric" ? /^(-?\d+(\.\d+)?)?\[:\](-?\d+(\.\d+)?)?$/.test(v) || `not a range: ${v}` : ctx.type === "fill-in" ? true : asType04(v, ctx)),
    "cmi.interactions.n.result": (v) => ["correct", "incorrect", "unanticipated", "neutral"].includes(v) || /^-?\d+(\.\d+)?$/.test(v) || "result", "cmi.interactions.n.description": max(250), "cmi.interactions.n.weighting": is(/^-?\d+(\.\d+)?$/, "real"),
    "cmi.interactions.n.objectives.m.id": id04,
  };

  window.record = function (api, version, refuses = null) {
    const old = version === "1.2";
    const P = old ? { i: "LMSInitialize", f: "LMSFinish", g: "LMSGetValue", s: "LMSSetValue", c: "LMSCommit", e: "LMSGetLastError" } : { i: "Initialize", f: "Terminate", g: "GetValue", s: "SetValue", c: "Commit", e: "GetLastError" };
    const rules = old ? RULES12 : RULES04;
    const log = { calls: [], broken: [], sets: 0, commits: 0, state: "new", values: {}, said: [], exits: [] };
    const wrong = (what) => log.broken.push(what);
    const types = {}; let count = 0;
    const wrapped = {};
    for (const name of [...Object.values(P), old ? "LMSGetErrorString" : "GetErrorString", old ? "LMSGetDiagnostic" : "GetDiagnostic"]) {
      wrapped[name] = (...args) => {
        if (args.some((a) => typeof a !== "string")) wrong(`${name}: an argument that is no string: ${JSON.stringify(args)}`);
        if (name === P.i) { if (log.state !== "new") wrong("Initialize twice"); log.state = "open"; if (args[0] !== "") wrong("Initialize needs an empty text"); }
        else if (![P.e].includes(name) && !/Error|Diagnostic/.test(name) && log.state !== "open") wrong(`${name}(${args[0]}) while ${log.state}`);
        if (name === P.s) {
          log.sets += 1;
          const [element, v] = args.map(String);
          const m = /^cmi\.interactions\.(\d+)\./.exec(element);
          const general = element.replace(/^(cmi\.(?:interactions|objectives))\.\d+\./, "$1.n.").replace(/(correct_responses|objectives)\.\d+\./, "$1.m.");
          const ctx = { type: m ? types[m[1]] : undefined };
          if (m) {
            if (Number(m[1]) > count) wrong(`gap: ${element}`);
            if (general.endsWith(".n.id")) count = Math.max(count, Number(m[1]) + 1); else if (Number(m[1]) >= count) wrong(`id not first: ${element}`);
            if (general.endsWith(".type")) types[m[1]] = v;
          }
          const rule = rules[general];
          const said = rule === undefined ? `not an element to set: ${element}` : rule(v, ctx);
          if (said !== true) wrong(`${element} = ${JSON.stringify(String(v).slice(0, 80))}: ${said}`);
          log.values[element] = v;
          log.said.push([element, v]);
        }
        if (name === P.c) {
          log.commits += 1;
          log.exits.push(log.said.some(([element]) => element.endsWith(".exit")));
        }
        const result = name === P.s && refuses !== null && args[0].startsWith(refuses) && !window.__accepts ? "false" : api[name](...args);
        if (typeof result !== "string") log.odd = (log.odd ?? 0) + 1; // Moodle answers _count with a number
        if (name !== P.e && !/Error|Diagnostic/.test(name)) {
          const code = api[P.e]();
          if (String(code) !== "0" && !(name === P.g && ["403"].includes(String(code)))) wrong(`${name}(${args.map((a) => String(a).slice(0, 60))}) -> error ${code} (${result})`);
          log.calls.push([name, ...args.map((a) => String(a).slice(0, 200)), String(result).slice(0, 60)]);
        }
        if (name === P.f) log.state = "closed";
        return result;
      };
    }
    window.__log = log;
    return wrapped;
  };
})();
