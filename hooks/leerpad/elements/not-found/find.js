/*
 * The page for an address that isn't there is shown at any depth, so its links can't know the way home. This looks for
 * the root of the site: the folder from which the course map loads. The address itself says where to look first.
 */
(function () {
  "use strict";
  const main = document.querySelector("main");
  if (main === null) return;
  const { base = "", probe = "", folders = "" } = main.dataset;
  const host = `${location.protocol}//${location.host}`;
  tryNext([...new Set(candidates())].slice(0, 12));

  /** Where the site was said to be; what stands before the name of a level; then every folder of the address. */
  function* candidates() {
    const parts = location.pathname.split("/");
    const levels = folders.split(" ");
    if (base) yield base;
    for (let end = 1; end < parts.length; end++) if (levels.includes(parts[end] ?? "")) yield folder(parts, end);
    for (let end = parts.length - 1; end > 0; end--) yield folder(parts, end);
  }

  /** @param {string[]} parts @param {number} end */
  function folder(parts, end) {
    return `${parts.slice(0, end).join("/")}/`;
  }

  /** @param {string[]} roots */
  function tryNext([root, ...others]) {
    if (root === undefined) return;
    const script = document.createElement("script");
    script.src = host + root + probe;
    script.onerror = () => tryNext(others);
    // A server may answer anything with some page, so that loading says little.
    script.onload = () => ("LeerpadCourse" in window ? show(host + root) : tryNext(others));
    document.head.append(script);
  }

  /** @param {string} root */
  function show(root) {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-path]"))) {
      link.href = root + link.dataset.path;
    }
    document.querySelector("nav")?.removeAttribute("hidden");
    document.getElementById("by-hand")?.setAttribute("hidden", "");
    suggest(root);
  }

  /** A page that moved to another folder keeps its name. @param {string} root */
  function suggest(root) {
    const name = location.pathname.split("/").pop();
    const pages = window.LeerpadCourse.levels.flatMap((level) => [...level.lessons, level.quiz]);
    const page = name && pages.find(({ url }) => url.endsWith(`/${name}`));
    const place = document.getElementById("maybe");
    const link = place?.querySelector("a");
    if (!page || !place || !link) return;
    link.textContent = page.title;
    link.href = root + page.url;
    place.hidden = false;
  }
})();
