// Makes the checklist of a step one to tick, and keeps ticks in this browser until the answers file says the same.
// On the plan it counts the ticks of all steps. All words come from the template `page.ticks`. Without JavaScript the
// checklist says what the answers file says.
"use strict";

(() => {
  const words = document.getElementById("page.ticks");
  if (!words) return;
  /** What the answers file says of all steps; only the plan has it. */
  const plan = document.getElementById("page.progress");
  const prefix = `waybook:${words.dataset.playbook}:${words.dataset.key}:`;

  /**
   * The ticks of this team by `step/item`: the item's version and text and the step's title as they were. What is
   * kept is mirrored in memory, so that ticks can be made and copied where the browser refuses to keep them.
   */
  const ticks = new Map();
  let isKept = true;

  function readTicks() {
    ticks.clear();
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(prefix)) ticks.set(key.slice(prefix.length), parsed(localStorage.getItem(key)));
      }
    } catch {
      isKept = false;
    }
  }

  /** A tick that another program has spoilt is shown as one whose text has changed, not lost. */
  function parsed(text) {
    try {
      return Object(JSON.parse(text));
    } catch {
      return {};
    }
  }

  /** Keeps a tick, or, without one, forgets it. */
  function keep(name, tick) {
    if (tick) ticks.set(name, tick);
    else ticks.delete(name);
    try {
      if (tick) localStorage.setItem(prefix + name, JSON.stringify(tick));
      else localStorage.removeItem(prefix + name);
    } catch {
      isKept = false;
    }
  }

  /** A step's checklist, and what the answers file says of the step. */
  function checklist(element) {
    const { step, title, status, on, done, ticket, note } = element.dataset;
    const items = [...element.querySelectorAll("[data-item]")].map((row) => ({
      row,
      id: row.dataset.item,
      name: `${step}/${row.dataset.item}`,
      version: row.dataset.version,
      isRecorded: row.classList.contains("done"),
    }));
    return { step, title, status, on, done: done ? done.split(" ") : [], ticket, note, items };
  }

  const lists = [...(plan?.content ?? document).querySelectorAll("ul[data-step]")].map(checklist);
  const known = new Map(lists.flatMap((list) => list.items).map((item) => [item.name, item]));

  const isTicked = (item) => !item.isRecorded && ticks.get(item.name)?.version === item.version;
  const isChanged = (item) => !item.isRecorded && ticks.has(item.name) && !isTicked(item);

  /** Forgets the ticks that the answers file has, those of items that are gone included. */
  function forgetRecorded() {
    const recorded = new Set(lists.flatMap((list) => list.done.map((id) => `${list.step}/${id}`)));
    for (const name of [...ticks.keys()]) {
      if (recorded.has(name) || known.get(name)?.isRecorded) keep(name);
    }
  }

  /** The ticks whose items are gone: those of this step, and on the plan those of any. */
  function gone() {
    const isOfPage = (name) => plan || lists.some((list) => name.startsWith(`${list.step}/`));
    return [...ticks.keys()].filter((name) => !known.has(name) && isOfPage(name)).sort();
  }

  /** A step's entry under `progress:`, with the ticks of this browser. */
  function entry(list) {
    const added = list.items.filter(isTicked).map((item) => item.id);
    const isBegun = added.length > 0 && (list.status ?? "open") === "open";
    const done = [...list.done, ...added];
    return [
      `  ${list.step}:`,
      `    status: ${isBegun ? "in_progress" : list.status}`,
      // A date says since when it is so, and a step that begins with these ticks was not begun then.
      list.on && !isBegun && `    on: ${list.on}`,
      done.length > 0 && `    done: [${done.join(", ")}]`,
      list.ticket && `    ticket: ${waybook.quoted(list.ticket)}`,
      list.note && `    note: ${waybook.quoted(list.note)}`,
    ];
  }

  /** The steps with ticks of this browser, and on the plan all that the file has, too. */
  function yaml() {
    const told = lists.filter((list) => list.items.some(isTicked) || (plan && list.status));
    return ["progress:", ...told.flatMap(entry)].filter(Boolean).join("\n") + "\n";
  }

  /** A copy of a part of the template. */
  const part = (name) => words.content.querySelector(`[data-part="${name}"]`).cloneNode(true);

  /** Writes counts into their places, and shows what is for a count above none. */
  function fill(element, counts) {
    for (const place of element.querySelectorAll("[data-count]")) place.textContent = counts[place.dataset.count];
    for (const place of element.querySelectorAll("[data-when]")) place.hidden = !counts[place.dataset.when];
  }

  /** Puts a check box before an item, with the item's text as its label. */
  function makeTickable({ row, name, version }, title) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    const state = row.querySelector(".tick-state");
    const text = row.querySelector(".tick-text");
    box.type = "checkbox";
    state.id = `${name}.state`;
    box.setAttribute("aria-describedby", state.id);
    text.replaceWith(label);
    label.append(box, text);
    row.classList.add("tickable");
    box.addEventListener("change", () => {
      keep(name, box.checked && { version, text: text.textContent.replace(/\s+/g, " ").trim(), title });
      copy = {};
      show();
    });
  }

  function showItem(item) {
    const box = item.row.querySelector("input");
    const state = isTicked(item) ? "here" : isChanged(item) ? "changed" : null;
    box.checked = state === "here";
    box.indeterminate = state === "changed";
    item.row.querySelector(".tick-state").replaceChildren(...(state ? [part(state)] : []));
    item.row.querySelector(".tick-note")?.remove();
    if (state === "changed") {
      const note = part("old");
      note.querySelector("[data-old]").textContent = ticks.get(item.name).text ?? item.id;
      item.row.append(note);
    }
  }

  const summary = part("summary");
  const [copyButton] = summary.querySelectorAll("button");
  const [goneList] = summary.querySelectorAll("[data-when=gone] ul");
  const goneRow = goneList.firstElementChild;
  const text = summary.querySelector("pre");
  summary.tabIndex = -1;
  goneRow.remove();
  words.after(summary);

  /** What became of the last copy, until the ticks change. */
  let copy = {};

  function show() {
    forgetRecorded();
    const all = [...known.values()];
    if (!plan) all.filter((item) => !item.isRecorded).forEach(showItem);
    const counts = { here: all.filter(isTicked).length, changed: all.filter(isChanged).length, gone: gone().length };
    fill(summary, { ...counts, ...copy, nothing: !plan && isKept && !counts.here, unkept: !isKept });
    summary.hidden = Boolean(plan) && isKept && !counts.here && !counts.changed && !counts.gone;
    goneList.replaceChildren(...gone().map(goneItem));
    if (plan) for (const step of document.querySelectorAll(".step[data-step]")) showStep(step);
  }

  /** Beside a step of the plan, how many ticks it has in this browser. */
  function showStep(step) {
    const items = lists.find((list) => list.step === step.dataset.step)?.items ?? [];
    const state = part("of-step");
    fill(state, { here: items.filter(isTicked).length, changed: items.filter(isChanged).length });
    step.querySelector("[data-part=of-step]")?.remove();
    step.querySelector(".step-title").append(state);
  }

  function goneItem(name) {
    const row = goneRow.cloneNode(true);
    const tick = ticks.get(name);
    row.querySelector(".tick-step").textContent = tick.title ?? name;
    row.querySelector("[data-old]").textContent = tick.text ?? name;
    row.querySelector("button").addEventListener("click", () => {
      keep(name);
      copy = {};
      show();
      summary.focus();
    });
    return row;
  }

  async function copyText() {
    text.textContent = yaml();
    copy = { text: true, "of-step": !plan, "of-plan": plan };
    show();
    copy[(await waybook.copied(text)) ? "copied" : "selected"] = true;
    show();
  }

  copyButton.addEventListener("click", copyText);
  readTicks();
  if (!plan) {
    for (const list of lists) {
      for (const item of list.items) {
        if (item.isRecorded) item.row.querySelector(".tick-state").replaceChildren(part("recorded"));
        else makeTickable(item, list.title);
      }
    }
  }
  // Another page of this team has ticked. Ticks that cannot be kept are in memory alone, and stay there.
  addEventListener("storage", (event) => {
    if (!isKept || (event.key !== null && !event.key.startsWith(prefix))) return;
    readTicks();
    show();
  });
  show();
})();
