// Keeps a page of the preview up to date: loads it anew when it has changed, and lays the problems of the content over
// it. Its words are the server's.
"use strict";

(() => {
  const { page, version } = document.currentScript.dataset;
  const dismissedKey = "waybook-preview-dismissed";
  let events, overlay, problems = "";

  const hide = () => {
    overlay?.remove();
    overlay = undefined;
  };

  const dismiss = () => {
    sessionStorage.setItem(dismissedKey, problems);
    hide();
  };

  const show = (html) => {
    if (html === problems) return;
    hide();
    problems = html;
    if (!html) sessionStorage.removeItem(dismissedKey);
    if (!html || sessionStorage.getItem(dismissedKey) === html) return;
    // In a shadow root, where no style of a theme reaches it.
    overlay = document.body.appendChild(document.createElement("waybook-problems"));
    const root = overlay.attachShadow({ mode: "open" });
    root.innerHTML = html;
    root.querySelector("button").addEventListener("click", dismiss);
  };

  const listen = () => {
    events?.close();
    // A browser keeps few connections to one server, so pages that nobody sees give theirs back.
    if (document.hidden) return;
    events = new EventSource(`/_waybook/events?${encodeURIComponent(page)}`);
    events.onmessage = ({ data }) => {
      const now = JSON.parse(data);
      if (now.version === version) return show(now.problems);
      events.close();
      location.reload();
    };
  };

  document.addEventListener("visibilitychange", listen);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && overlay && !event.defaultPrevented) dismiss();
  });
  listen();
})();
