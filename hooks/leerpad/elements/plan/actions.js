/* The action plan as data: what is on it, in which order, what is due, and each change of it. */
/// copied
/// <reference path="../../client/progress.js" />
/// <reference path="../../client/store.js" />
(function () {
  "use strict";
  const { store } = Leerpad;

  /** @param {PlanAction} action */
  const day = ({ when }) => when || "~"; // after every date

  Leerpad.plan = {
    list: ({ plan }) =>
      Object.entries(plan)
        .filter(([, { removed }]) => !removed)
        .sort(([a, one], [b, other]) => {
          if (one.done !== other.done) return one.done ? 1 : -1;
          if (one.done && one.at !== other.at) return other.at - one.at;
          if (day(one) !== day(other)) return day(one) < day(other) ? -1 : 1;
          return one.since - other.since || (a < b ? -1 : 1);
        }),

    due(progress, today) {
      return this.list(progress).filter(
        ([id, { when, done }]) => !done && when !== "" && when < today && !progress.looks[id]?.[when]?.went,
      );
    },

    looks: ({ looks }, id) =>
      Object.entries(looks[id] ?? {})
        .filter(([, { went }]) => went)
        .sort(([one], [other]) => (one < other ? -1 : 1)),

    set(id, change) {
      store.update(({ plan }, { put, stamp }) => {
        const fresh = { text: "", who: "", when: "", cue: "", lesson: null, done: false, removed: false, since: stamp() };
        put(plan, id, { ...fresh, ...plan[id], ...change });
      });
    },

    look(id, day, change) {
      store.update(({ looks }, { put }) => {
        looks[id] ??= Leerpad.progress.map();
        /** @type {Omit<Look, "at">} */
        const fresh = { went: "", note: "" };
        put(looks[id], day, { ...fresh, ...looks[id][day], ...change });
      });
    },

    remove(id) {
      const old = { ...store.progress.plan[id] };
      const looks = this.looks(store.progress, id);
      this.set(id, { text: "", who: "", when: "", cue: "", removed: true });
      for (const [day] of looks) this.look(id, day, { went: "", note: "" });
      return () => {
        this.set(id, old);
        for (const [day, look] of looks) this.look(id, day, look);
      };
    },
  };
})();
