// Searches a team's playbook. Its field is hidden without JavaScript; its words stand in the page's data attributes.
"use strict";

(() => {
  const search = document.querySelector(".search[data-index]");
  if (!search) return;
  const field = search.querySelector("input");
  const count = search.querySelector("[role=status]");
  const list = search.querySelector("[role=listbox]");
  /** Turns the key `/` off, which somebody who speaks to the computer presses unawares (WCAG 2.1.4). */
  const shortcut = search.querySelector("[type=checkbox]");
  const shortcutKey = "waybook-search-key";
  const hint = field.title;
  const mostResults = 30;
  /** A word of a text, with the accents that stand as characters of their own. */
  const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

  /** The index, once somebody begins to search: what can be found, and how long it is on average. */
  let index;
  /** The option that Enter opens. */
  let active;
  search.hidden = false;

  field.addEventListener("focus", load, { once: true });
  field.addEventListener("focus", show);
  field.addEventListener("input", show);
  search.addEventListener("focusout", (event) => {
    if (!search.contains(event.relatedTarget)) close();
  });
  list.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) close();
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      if (!list.firstChild) show();
      move(step);
    } else if (event.key === "Enter") {
      (active ?? list.firstChild)?.click();
    } else if (event.key === "Escape") {
      field.value = "";
      close();
      field.blur();
    } else {
      return;
    }
    event.preventDefault();
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === shortcut) field.focus();
  });
  // The click would find the panel gone if the field lost the focus to the label's text.
  shortcut?.parentElement.addEventListener("mousedown", (event) => event.preventDefault());
  shortcut?.addEventListener("change", () => {
    try {
      localStorage.setItem(shortcutKey, shortcut.checked ? "on" : "off");
    } catch {
      // No storage: the choice holds for this page.
    }
    tellShortcut();
  });
  addEventListener("storage", (event) => {
    if (event.key === shortcutKey) recallShortcut();
  });
  addEventListener("pageshow", recallShortcut);
  document.addEventListener("keydown", (event) => {
    if (!shortcut?.checked) return;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  /** Takes up what was chosen in this browser. */
  function recallShortcut() {
    try {
      if (shortcut) shortcut.checked = localStorage.getItem(shortcutKey) !== "off";
    } catch {
      // No storage: what the page says holds.
    }
    tellShortcut();
  }

  /** Names the key where it does something. */
  function tellShortcut() {
    const isOn = Boolean(shortcut?.checked);
    search.querySelector("kbd").hidden = !isOn;
    field.title = isOn ? hint : "";
    if (isOn) field.setAttribute("aria-keyshortcuts", "/");
    else field.removeAttribute("aria-keyshortcuts");
  }

  /** Loads the index as a script: a page that was opened from a folder may read no other files. */
  function load() {
    const script = document.createElement("script");
    script.src = search.dataset.index;
    script.addEventListener("load", () => {
      index = indexOf(globalThis.waybookSearch);
      show();
    });
    script.addEventListener("error", () => {
      count.textContent = search.dataset.failed;
      // Another visit to the field is another try.
      field.addEventListener("focus", load, { once: true });
    });
    document.head.append(script);
  }

  /** Takes pages, each a path and sections of id, heading and text, apart into what can be found. */
  function indexOf(pages) {
    const entries = pages.flatMap(([path, ...sections]) => {
      const page = sections[0]?.[1] ?? path;
      return sections.map(([id, heading, text], number) => {
        const inText = new Map();
        for (const word of wordsOf(text)) inText.set(word, (inText.get(word) ?? 0) + 1);
        let length = 0;
        for (const times of inText.values()) length += times;
        // A page's title counts as such in its first section; the others are found by it, not because of it.
        const inTitle = new Set(wordsOf(page));
        const inHeading = new Set(number === 0 ? [] : wordsOf(heading));
        return { path, id, page, heading: number === 0 ? "" : heading, text, number, inTitle, inHeading, inText, length };
      });
    });
    return { entries, length: entries.reduce((sum, entry) => sum + entry.length, 0) / entries.length };
  }

  /** Its words without case and accents. */
  function wordsOf(text) {
    return folded(text).match(wordPattern) ?? [];
  }

  function folded(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /**
   * What has all the words, the best first.
   *
   * A word of the query stands for the words that begin with it. One in a title counts more than one in a heading, and
   * that more than any number of them in the text; rarer words count more, and short texts more than long ones (BM25).
   */
  function found(words) {
    const { entries, length } = index;
    const scores = new Map(entries.map((entry) => [entry, 0]));
    for (const word of words) {
      const matches = new Map();
      for (const entry of scores.keys()) {
        const title = share(entry.inTitle, word);
        const heading = share(entry.inHeading, word);
        let times = 0;
        for (const [other, often] of entry.inText) {
          if (other.startsWith(word)) times += other === word ? often : often / 2;
        }
        const text = times / (times + 0.3 + 0.9 * (entry.length / length));
        const points = (entry.number === 0 ? 4 : 0.2) * title + 2 * heading + text;
        if (points > 0) matches.set(entry, points);
      }
      const rarity = Math.log(1 + (entries.length - matches.size + 0.5) / (matches.size + 0.5));
      for (const entry of scores.keys()) {
        const points = matches.get(entry);
        if (points) scores.set(entry, scores.get(entry) + points * rarity);
        else scores.delete(entry);
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1]).map(([entry]) => entry);
  }

  /** 1 where a word is among some, 0.75 where one begins with it. */
  function share(words, word) {
    if (words.has(word)) return 1;
    for (const other of words) if (other.startsWith(word)) return 0.75;
    return 0;
  }

  /** Shows what the field's words find. */
  function show() {
    const words = [...new Set(wordsOf(field.value))];
    if (!index || words.length === 0) return close();
    const entries = found(words);
    const { none, one, all, best } = search.dataset;
    const shown = entries.slice(0, mostResults);
    const sentence = [none, one][entries.length] ?? (shown.length < entries.length ? best : all);
    count.textContent = sentence.replace("##", shown.length).replace("#", entries.length);
    list.replaceChildren(...shown.map((entry, number) => option(entry, number, words)));
    list.hidden = shown.length === 0;
    list.scrollTop = 0;
    search.classList.add("open");
    field.setAttribute("aria-expanded", String(shown.length > 0));
    activate(undefined);
  }

  function close() {
    list.replaceChildren();
    list.hidden = true;
    count.textContent = "";
    search.classList.remove("open");
    field.setAttribute("aria-expanded", "false");
    activate(undefined);
  }

  function option(entry, number, words) {
    const link = document.createElement("a");
    link.id = `page.result.${number}`;
    link.href = search.dataset.root + entry.path + fragment(entry);
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    const title = document.createElement("span");
    title.className = "search-title";
    title.append(...marked(entry.page, words));
    if (entry.heading) title.append(" › ", ...marked(entry.heading, words));
    const context = document.createElement("span");
    context.className = "search-context";
    context.append(...marked(excerpt(entry.text, words), words));
    link.append(title, " ", context);
    return link;
  }

  /** Leads to a section: by its id or, where it has none, by its heading's text, which some browsers can find. */
  function fragment({ id, heading }) {
    if (id) return `#${encodeURIComponent(id)}`;
    return heading ? `#:~:text=${encodeURIComponent(heading).replaceAll("-", "%2D")}` : "";
  }

  /** The places of the words that the query's words stand for. */
  function places(text, words) {
    return [...text.matchAll(wordPattern)].flatMap(({ 0: word, index: start }) => {
      const hit = words.find((one) => folded(word).startsWith(one));
      return hit === undefined ? [] : [{ start, end: start + word.length, hit }];
    });
  }

  /** The part of a text, about two lines long, in which the most of the words stand. */
  function excerpt(text, words) {
    const most = 180;
    const hits = places(text, words).slice(0, 200);
    let start = 0;
    let best = 0;
    for (const hit of hits) {
      const near = hits.filter((other) => other.start >= hit.start && other.end < hit.start + most - 40);
      const different = new Set(near.map((other) => other.hit)).size;
      if (different > best) [best, start] = [different, hit.start];
    }
    // A few words before the first one, and no word in parts.
    const from = start > 40 ? text.indexOf(" ", start - 40) + 1 : 0;
    const cut = from + most < text.length ? text.lastIndexOf(" ", from + most) : text.length;
    const to = cut > start ? cut : from + most;
    return (from > 0 ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
  }

  /** A text with its places marked. It is put in as text, so nothing in it can become markup. */
  function marked(text, words) {
    const parts = [];
    let end = 0;
    for (const place of places(text, words)) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(place.start, place.end);
      parts.push(text.slice(end, place.start), mark);
      end = place.end;
    }
    return [...parts, text.slice(end)];
  }

  /** Moves on to the next option or back; from the last to the first. */
  function move(step) {
    const options = [...list.children];
    if (options.length === 0) return;
    const next = active ? options.indexOf(active) + step : step > 0 ? 0 : -1;
    activate(options.at(next % options.length));
    active.scrollIntoView({ block: "nearest" });
  }

  function activate(option) {
    active?.setAttribute("aria-selected", "false");
    active = option;
    option?.setAttribute("aria-selected", "true");
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  }
})();
