// Light or dark pages, as the reader chose in this browser; else as the system says. It runs before the page is drawn,
// so that a dark page never flashes light. Without JavaScript pages follow the system, and the switch is not shown.
"use strict";

(() => {
  const key = "waybook-theme";

  /** What was chosen: light, dark, or nothing. */
  function chosen() {
    try {
      const theme = localStorage.getItem(key);
      return theme === "light" || theme === "dark" ? theme : "";
    } catch {
      return "";
    }
  }

  function show(theme) {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    const select = document.querySelector(".theme-switch select");
    if (select) select.value = theme;
  }

  show(chosen());
  document.addEventListener("DOMContentLoaded", () => {
    const label = document.querySelector(".theme-switch");
    if (!label) return;
    label.hidden = false;
    show(chosen());
    label.querySelector("select").addEventListener("change", (event) => {
      try {
        localStorage.setItem(key, event.target.value);
      } catch {
        // No storage: the choice holds for this page.
      }
      show(event.target.value);
    });
  });
  // A page that comes back from the browser's memory, and one that is open beside this one.
  addEventListener("pageshow", (event) => {
    if (event.persisted) show(chosen());
  });
  addEventListener("storage", (event) => {
    if (event.key === key) show(chosen());
  });
})();
