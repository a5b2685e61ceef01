/*
 * Numbers, texts and answers in letters that no learning system hurts: A-Z a-z 0-9 - _ . , : ; ( ).
 * What is read back is a stranger's text: whoever reads it must be ready for an error.
 */
/// <reference path="../../../client/namespace.js" />
(function () {
  "use strict";
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const MORE = 32; // in a number without a fixed length: another letter follows
  const KEY = /^[0-9a-f]{8}$/; // the name of a choice: see text_key in questions/base.py
  const DEEP = 4;

  /** A whole number in so many letters; 0 for what is below it, and no more than fits. @param {number} value @param {number} width */
  function fixed(value, width) {
    let [text, rest] = ["", Math.min(Math.max(0, value), 64 ** width - 1)];
    for (let place = 0; place < width; place += 1) {
      text = ALPHABET[rest % 64] + text;
      rest = Math.floor(rest / 64);
    }
    return text;
  }

  /** A whole number from 0, in as few letters as it needs. @param {number} value @returns {string} */
  function short(value) {
    const rest = Math.floor(value / MORE);
    return ALPHABET[(value % MORE) + (rest > 0 ? MORE : 0)] + (rest > 0 ? short(rest) : "");
  }

  /** The same for numbers below 0 too. @param {number} value */
  const signed = (value) => short(value < 0 ? -2 * value - 1 : 2 * value);

  /** Any number, up to a mark that none of its letters is. @param {number} value */
  const decimal = (value) => String(value).replace(".", "_").replace("+", "");

  /** A text: letters and digits as they are, so that what people type stays short. @param {string} text */
  function text(text) {
    return `${text.replace(/[^A-Za-z0-9]/g, (sign) => (sign === " " ? "_" : `-${fixed(sign.charCodeAt(0), 3)}`))}.`;
  }

  /** An answer, whatever its type makes of it. @param {LearnerResponse} value @returns {string} */
  function answer(value) {
    if (value === null) return "n";
    if (typeof value === "boolean") return value ? "t" : "f";
    if (typeof value === "number") return `d${decimal(value)}.`;
    if (typeof value === "string") return KEY.test(value) ? `h${fixed(parseInt(value, 16), 6)}` : `s${text(value)}`;
    if (Array.isArray(value)) return `(${value.map(answer).join("")})`;
    return `o${Object.entries(value)
      .map((entry) => entry.map(answer).join(""))
      .join("")})`;
  }

  /** Reads what the functions above wrote, from left to right. Throws where it can't. */
  class Cursor {
    #at = 0;
    #letters;

    /** @param {string} letters */
    constructor(letters) {
      this.#letters = letters;
    }

    get isDone() {
      return this.#at >= this.#letters.length;
    }

    /** @param {number} count */
    take(count) {
      const part = this.#letters.slice(this.#at, this.#at + count);
      if (part.length < count) throw new Error("It ends too early.");
      this.#at += count;
      return part;
    }

    /** What stands before a mark; the mark is passed. @param {string} mark */
    until(mark) {
      const end = this.#letters.indexOf(mark, this.#at);
      if (end < 0) throw new Error(`No ${mark} follows.`);
      const part = this.#letters.slice(this.#at, end);
      this.#at = end + mark.length;
      return part;
    }

    /** @param {number} width */
    fixed(width) {
      return [...this.take(width)].reduce((sum, letter) => sum * 64 + digit(letter), 0);
    }

    short() {
      for (let [sum, weight] = [0, 1]; weight <= Number.MAX_SAFE_INTEGER; weight *= MORE) {
        const value = digit(this.take(1));
        sum += (value % MORE) * weight;
        if (value < MORE) return sum;
      }
      throw new Error("A number without an end.");
    }

    signed() {
      const value = this.short();
      return value % 2 ? -(value + 1) / 2 : value / 2;
    }

    /** @param {string} mark */
    decimal(mark) {
      return Number(this.until(mark).replace("_", "."));
    }

    text() {
      return this.until(".").replace(/-(.{3})|_/g, (/** @type {string} */ _, /** @type {string | undefined} */ code) =>
        code ? String.fromCharCode(new Cursor(code).fixed(3)) : " ",
      );
    }

    /** @param {number} [depth] @returns {LearnerResponse} */
    answer(depth = DEEP) {
      const kind = this.take(1);
      if (kind === "n") return null;
      if (kind === "t" || kind === "f") return kind === "t";
      if (kind === "d") return this.decimal(".");
      if (kind === "s") return this.text();
      if (kind === "h") return this.fixed(6).toString(16).padStart(8, "0");
      if (!"(o".includes(kind) || depth === 0) throw new Error(`Not an answer: ${kind}`);
      /** @type {LearnerResponse[]} */
      const parts = [];
      while (this.#letters[this.#at] !== ")") parts.push(this.answer(depth - 1));
      this.take(1);
      return kind === "("
        ? parts
        : Object.fromEntries(Array.from({ length: parts.length / 2 }, (_, index) => parts.slice(2 * index, 2 * index + 2)));
    }
  }

  /** @param {string} letter */
  function digit(letter) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new Error(`Not a letter: ${letter}`);
    return value;
  }

  Leerpad.letters = { fixed, short, signed, decimal, text, answer, Cursor };
})();
