/*
 * Dragging with mouse, pen or finger. It only follows the pointer; what a move means is the question type's business.
 * Whatever can be dragged can also be done with buttons or a select.
 */
/// <reference path="../../client/namespace.js" />
(function () {
  "use strict";

  /**
   * From `pointerdown` on one of the handles until the pointer is let go. Escape, or a pointer that is taken away,
   * cancels. Handles need `touch-action: none` in their style, or a finger scrolls the page instead.
   */
  Leerpad.drag = function (host, handles, gesture) {
    host.addEventListener("pointerdown", (down) => {
      const handle = down.target instanceof Element ? down.target.closest(handles) : null;
      if (!(handle instanceof HTMLElement) || down.button !== 0 || handle.closest("fieldset:disabled")) return;
      if (host.querySelector(".lp-dragging")) return; // a second finger
      down.preventDefault(); // or the pointer would select text
      handle.setPointerCapture(down.pointerId);
      const listening = new AbortController();
      const { signal } = listening;
      handle.classList.add("lp-dragging");
      gesture.lift?.(handle, down);

      /** @param {boolean} dropped @param {PointerEvent} [event] */
      const end = (dropped, event) => {
        listening.abort();
        handle.classList.remove("lp-dragging");
        if (dropped && event) gesture.drop(handle, under(event), event);
        else gesture.cancel(handle);
      };
      /** @param {string} name @param {(event: PointerEvent) => void} run */
      const on = (name, run) =>
        handle.addEventListener(name, (event) => event instanceof PointerEvent && event.pointerId === down.pointerId && run(event), {
          signal,
        });
      on("pointermove", (event) => gesture.move(handle, under(event), event));
      on("pointerup", (event) => end(true, event));
      on("pointercancel", () => end(false));
      on("lostpointercapture", () => end(false)); // the handle was moved about in the document, or went away
      document.addEventListener("keydown", (event) => event.key === "Escape" && end(false), { signal });
    });
  };

  /** What the pointer is over; the dragged thing itself may lie on top. @param {PointerEvent} event */
  function under({ clientX, clientY }) {
    return document.elementsFromPoint(clientX, clientY).filter((element) => element.closest(".lp-dragging") === null);
  }
})();
