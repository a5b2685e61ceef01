/*
 * What may be told of a group, so that nobody's answer follows from it: not from one picture, and not from the difference
 * of two. Pure, but for what it adds to a history.
 *
 * - Nothing of fewer than the least number of people.
 * - Who was shown together stays together: a later picture holds all of them or none. Who is new to a picture are again
 *   at least that many. So each picture is a sum of blocks, and so is every difference of pictures.
 * - Of each block a spread is told in parts of three people or more. Bands beside each other are joined until that is so;
 *   if one part is left, nothing is told: that all say the same would tell what each said. Nor is anything told later of who
 *   were in that block: who came to it would be known by what they changed. A later picture may join bands, never split them.
 * - Shares are rounded to tens, and none is nothing or all.
 * - Of a question is told only whether half or fewer were right, block by block: how many, nobody hears.
 */
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";
  const PART = 3;

  Leerpad.group = {
    history: () => ({ blocks: [], told: {} }),

    lacks({ blocks }, names, least) {
      if (names.length < least) return { why: "few", more: least - names.length };
      const held = new Set(names);
      const isTorn = blocks.some((block) => block.some((name) => held.has(name)) && !block.every((name) => held.has(name)));
      if (isTorn) return { why: "torn", more: 0 };
      const fresh = freshIn(blocks, names).length;
      return fresh > 0 && fresh < least ? { why: "new", more: least - fresh } : null;
    },

    show(history, names) {
      const fresh = freshIn(history.blocks, names);
      if (fresh.length) history.blocks.push(fresh);
    },

    spread(history, thing, values, bands, least) {
      const blocks = (history.told[thing] ??= []);
      const { within, fresh, isTorn } = split(blocks, values);
      if (isTorn) return null;
      const all = Array.from({ length: bands }, (_, band) => band);
      let starts = all.filter((band) => within.every((block) => block.starts.includes(band)));
      if (fresh.length && starts.length > 1) {
        if (fresh.length < least) return null;
        starts = joined(starts, bands, (from, to) => count(fresh, values, from, to));
        blocks.push({ names: fresh, starts, isPoor: false });
      }
      if (starts.length < 2) return null;
      const everybody = [...values.keys()];
      return starts.map((from, place) => {
        const to = (starts[place + 1] ?? bands) - 1;
        return { from, to, percent: rounded(count(everybody, values, from, to) / everybody.length) };
      });
    },

    isPoor(history, thing, values, least) {
      const blocks = (history.told[thing] ??= []);
      const { within, fresh, isTorn } = split(blocks, values);
      if (isTorn) return null;
      if (fresh.length) {
        if (fresh.length < least) return null;
        const block = { names: fresh, starts: [], isPoor: count(fresh, values, 1, 1) * 2 <= fresh.length };
        blocks.push(block);
        within.push(block);
      }
      const people = (/** @type {GroupBlock[]} */ some) => some.reduce((sum, { names }) => sum + names.length, 0);
      return within.length ? people(within.filter((block) => block.isPoor)) * 2 >= people(within) : null;
    },
  };

  /** Those of whom nothing was shown. @param {string[][]} blocks @param {string[]} names */
  function freshIn(blocks, names) {
    const shown = new Set(blocks.flat());
    return names.filter((name) => !shown.has(name));
  }

  /**
   * The blocks of which a thing was told that are in a picture, and who in it are in none. A block can be torn here though
   * the picture as a whole tears none: of some things several were told as one.
   * @param {GroupBlock[]} blocks @param {Map<string, number>} values
   */
  function split(blocks, values) {
    const within = blocks.filter(({ names }) => names.some((name) => values.has(name)));
    const known = blocks.map(({ names }) => names);
    const isTorn = within.some(({ names }) => !names.every((name) => values.has(name)));
    return { within, fresh: freshIn(known, [...values.keys()]), isTorn };
  }

  /** How many have a value in these bands. @param {string[]} names @param {Map<string, number>} values @param {number} from @param {number} to */
  function count(names, values, from, to) {
    return names.filter((name) => Number(values.get(name)) >= from && Number(values.get(name)) <= to).length;
  }

  /**
   * Where the parts begin once those that are too small are joined to the next, and what is left over to the last.
   * @param {number[]} starts @param {number} bands @param {(from: number, to: number) => number} size
   */
  function joined(starts, bands, size) {
    /** @type {number[]} */
    const found = [];
    let open = starts[0];
    for (const next of [...starts.slice(1), bands]) {
      if (size(open, next - 1) < PART) continue;
      found.push(open);
      open = next;
    }
    return found;
  }

  /** @param {number} share */
  const rounded = (share) => Math.min(90, Math.max(10, Math.round(share * 10) * 10));
})();
