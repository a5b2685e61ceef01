/*
 * A list that the learner puts in order: with the buttons at each item, the arrow keys on them, or by dragging.
 * The list itself holds the state: `data-right` and `data-start` are orders, `data-touched` says that what stands there
 * is an answer. An item never moves in the document by itself, its neighbours do: so it keeps the focus and the pointer.
 */
/// <reference path="../../client/dom.js" />
/// <reference path="../../client/order.js" />
/// <reference path="../../client/words.js" />
/// <reference path="drag.js" />
(function () {
  "use strict";
  const { el, icon, words } = Leerpad;

  /** @param {Element} form */
  const listOf = (form) => Leerpad.find(form, ".lp-order", HTMLElement);
  /** @param {Element} list */
  const itemsOf = (list) => /** @type {HTMLElement[]} */ ([...list.children]);
  /** @param {Element} list */
  const keysOf = (list) => itemsOf(list).map((item) => String(item.dataset.item));
  /** @param {Element} part */
  const itemAt = (part) => /** @type {HTMLElement} */ (part.closest(".lp-order-item"));
  /** @param {HTMLElement} item */
  const textOf = (item) => String(item.querySelector(".lp-order-text")?.textContent).trim().replace(/\s+/g, " ");

  /** Let an item glide to its place from where it stood, so many pixels below. @param {HTMLElement} item @param {number} distance */
  function glide(item, distance) {
    if (distance === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    item.animate({ transform: [`translateY(${distance}px)`, "none"] }, { duration: 150, easing: "ease-out" });
  }

  /**
   * One place up (-1) or down (1). How far it stood below its new place; null at the end of the list. All is measured before
   * anything moves: afterwards the browser would have to lay out the page for it.
   * @param {HTMLElement} item
   * @param {number} by
   */
  function step(item, by) {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!(other instanceof HTMLElement)) return null;
    const [above, below] = by < 0 ? [other, item] : [item, other];
    const rise = below.offsetTop - above.offsetTop;
    const fall = rise + below.offsetHeight - above.offsetHeight;
    if (by < 0) item.after(other);
    else item.before(other);
    glide(other, by < 0 ? -fall : rise);
    return by < 0 ? rise : -fall;
  }

  /** @param {HTMLElement} list @param {string[]} keys */
  function put(list, keys) {
    if (keys.join() === keysOf(list).join()) return;
    const items = new Map(itemsOf(list).map((item) => [item.dataset.item, item]));
    const focused = document.activeElement;
    list.append(...keys.map((key) => /** @type {HTMLElement} */ (items.get(key))));
    if (focused instanceof HTMLElement && list.contains(focused)) focused.focus({ preventScroll: true });
  }

  /** Not by a counter of the stylesheet: the browser would count through the whole page after each move. @param {Element} list */
  function number(list) {
    for (const [index, item] of itemsOf(list).entries()) item.querySelector(".lp-place")?.setAttribute("data-number", String(index + 1));
  }

  /** What follows from the order: numbers, which buttons can do something, and whether it is still the one it began with. @param {HTMLElement} form */
  function refresh(form) {
    const list = listOf(form);
    const last = list.children.length - 1;
    number(list);
    itemsOf(list).forEach((item, index) => {
      // Not `disabled`: a button that ends its work must not lose the focus.
      item.querySelector("[data-by='-1']")?.setAttribute("aria-disabled", String(index === 0));
      item.querySelector("[data-by='1']")?.setAttribute("aria-disabled", String(index === last));
    });
    const keep = Leerpad.find(form, ".lp-keep", HTMLElement);
    keep.hidden = keysOf(list).join() !== list.dataset.start;
    keep.setAttribute("aria-pressed", String("touched" in list.dataset));
  }

  /** @param {HTMLElement} form @param {boolean} touched */
  function changed(form, touched) {
    listOf(form).toggleAttribute("data-touched", touched);
    refresh(form);
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** @param {HTMLElement} form @param {HTMLElement} item */
  function announce(form, item) {
    const all = itemsOf(listOf(form));
    const said = words.text("order.moved", { text: textOf(item), place: all.indexOf(item) + 1, total: all.length });
    const status = form.querySelector("[role=status]");
    if (status) status.textContent = said;
  }

  /** Move by a button or key. @param {HTMLElement} form @param {HTMLElement} item @param {number} by */
  function move(form, item, by) {
    const distance = step(item, by);
    if (distance !== null) {
      glide(item, distance);
      changed(form, true);
      requestAnimationFrame(() => item.scrollIntoView({ block: "nearest" })); // with the layout of that frame
    }
    announce(form, item);
  }

  /** While an item is dragged it follows the pointer, and its neighbours make room. @param {HTMLElement} form @returns {DragGesture} */
  function dragging(form) {
    const list = listOf(form);
    /** @type {string[]} The order before. */
    let before = [];
    /** How far the pointer is below the top of the item, and where that is in the list. */
    let grip = 0;
    let top = 0;
    /** @param {PointerEvent} event */
    const pointer = ({ clientY }) => clientY - list.getBoundingClientRect().top;

    /** @param {HTMLElement} item */
    function settle(item) {
      item.style.transform = "";
      glide(item, top - item.offsetTop);
    }

    return {
      lift(handle, event) {
        before = keysOf(list);
        top = itemAt(handle).offsetTop;
        grip = pointer(event) - top;
      },
      move(handle, _under, event) {
        const item = itemAt(handle);
        top = Math.max(0, Math.min(pointer(event) - grip, list.offsetHeight - item.offsetHeight));
        while (top < middle(item.previousElementSibling, -Infinity)) step(item, -1);
        while (top + item.offsetHeight > middle(item.nextElementSibling, Infinity)) step(item, 1);
        number(list);
        item.style.transform = `translateY(${top - item.offsetTop}px)`;
      },
      drop(handle) {
        const item = itemAt(handle);
        settle(item);
        if (before.join() === keysOf(list).join()) return;
        changed(form, true);
        announce(form, item);
      },
      cancel(handle) {
        put(list, before);
        settle(itemAt(handle));
        refresh(form);
      },
    };
  }

  /** @param {Element | null} item @param {number} none */
  const middle = (item, none) => (item instanceof HTMLElement ? item.offsetTop + item.offsetHeight / 2 : none);

  /** @param {string} name @param {string} by @param {string} text */
  const button = (name, by, text) =>
    el("button", { type: "button", class: "lp-move", "data-by": by, "aria-label": words.text(`order.${name}`, { text }) }, icon(name));

  Leerpad.sortable = {
    list: listOf,
    items: (form) => itemsOf(listOf(form)),

    connect(form, question) {
      const list = listOf(form);
      list.dataset.right = String(question.items);
      list.dataset.start = keysOf(list).join();
      for (const item of itemsOf(list)) {
        const text = textOf(item);
        item.querySelector(".lp-place")?.append(icon("grip"));
        item.append(el("div", { class: "lp-moves" }, button("up", "-1", text), button("down", "1", text)));
      }
      const keep = () => changed(form, !("touched" in list.dataset));
      list.after(
        el("button", { type: "button", class: "lp-button lp-button-quiet lp-keep", click: keep }, icon("right"), words.text("order.keep")),
        el("p", { class: "lp-hidden", role: "status" }),
      );
      list.addEventListener("click", ({ target }) => {
        const pressed = target instanceof Element && target.closest(".lp-move");
        if (pressed) move(form, itemAt(pressed), Number(pressed.getAttribute("data-by")));
      });
      list.addEventListener("keydown", (event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (by === undefined || !(event.target instanceof Element && event.target.matches(".lp-move"))) return;
        event.preventDefault(); // or the page would scroll
        move(form, itemAt(event.target), by);
      });
      Leerpad.drag(list, ".lp-place", dragging(form));
      refresh(form);
    },

    read(form) {
      const list = listOf(form);
      return "touched" in list.dataset ? keysOf(list) : null;
    },

    show(form, response) {
      const list = listOf(form);
      const keys = Array.isArray(response) ? response.map(String) : [];
      const fits = [...keys].sort().join() === keysOf(list).sort().join();
      put(list, fits ? keys : String(list.dataset.start).split(","));
      list.toggleAttribute("data-touched", fits);
      refresh(form);
      return fits || response === null;
    },

    arrange(form, seed) {
      const list = listOf(form);
      /** @type {string[]} */
      let order;
      // Never the right order, or who leaves it as it stands would have nothing to do.
      for (let name = seed; ; name += "+") {
        order = Leerpad.order.by(name, keysOf(list));
        if (order.join() !== list.dataset.right) break;
      }
      list.dataset.start = order.join();
      Leerpad.sortable.show(form, null);
    },
  };
})();
