// Makes the questionnaire a form, keeps in this browser what is entered, and writes the answers file. All words come
// from the page. Without JavaScript the page is one to print.
"use strict";

(() => {
  const at = (name) => document.getElementById(`answer.${name}`);
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const words = (name) => at("words").content.querySelector(`[data-part=${name}]`).cloneNode(true);
  const say = (name) => at("status").replaceChildren(...(name ? [words(name)] : []));
  const list = (name, items) => {
    at(name).hidden = !items.length;
    at(name).querySelector("ul").replaceChildren(...items.map((nodes) => {
      const item = document.createElement("li");
      item.append(...nodes);
      return item;
    }));
  };
  const form = at("form");
  const key = `waybook-answer:${form.dataset.playbook}`;

  // Controls are named by what they are about and what they say: `_.team`, `pages.value`; those of a component
  // have its number before that: `1._.title`.
  const control = (root, name) => root.querySelector(`[name$=".${name}"]`);
  const fields = (root, name) => all(root, name ? `[name$="${name}"]` : "[name]");
  const questions = (root) => all(root, "[data-question]");
  const questionOf = (field) => field.closest("[data-question]");
  const isChoice = ({ type }) => type === "radio" || type === "checkbox";
  const isFilled = (field) => isChoice(field) ? field.checked : field.value.trim();
  const empty = (field) => isChoice(field) ? (field.checked = false) : (field.value = "");
  const text = (root, name) => control(root, name).value.trim();

  for (const question of questions(form)) {
    const more = words("more");
    for (const field of fields(more)) field.name = question.dataset.question + field.name;
    question.append(more);
  }
  for (const paper of all(document, ".paper")) paper.remove();
  for (const place of all(document, "[data-script]")) place.hidden = false;
  at("sheet").disabled = false;
  const pattern = at("components")?.querySelector(".card");
  pattern?.remove();

  /** A new component, at the end. */
  function add(number) {
    const component = pattern.cloneNode(true);
    component.dataset.number = number;
    for (const name of ["id", "name", "aria-describedby"]) {
      for (const element of all(component, `[${name}]`)) element.setAttribute(name, `${number}.${element.getAttribute(name)}`);
    }
    at("components").lastElementChild.before(component);
    return component;
  }
  const components = () => all(form, "[data-number]");

  /** What was kept and has no place in the form any more. */
  let gone = [];

  /** Enters names and texts in place of what there is. */
  function enter(pairs) {
    for (const component of components()) component.remove();
    form.reset();
    all(form, "[aria-invalid]").forEach(hush);
    list("problems", []);
    gone = pairs.filter(([name, text]) => {
      const [number] = /^\d+(?=\.)/.exec(name) ?? [];
      if (number && pattern && !components().some((component) => component.dataset.number === number)) add(number);
      const place = fields(form).find((field) => field.name === name && (!isChoice(field) || field.value === text));
      if (!place) return true;
      if (isChoice(place)) place.checked = true;
      else place.value = text;
      return !isFilled(place);
    });
    show();
  }

  function enterKept() {
    let pairs = [];
    try {
      // What another program has spoilt is as nothing.
      pairs = [].concat(JSON.parse(localStorage.getItem(key))).filter(Array.isArray);
    } catch {}
    enter(pairs);
  }

  /** Shows what belongs to the entries, and keeps them. */
  function show() {
    for (const question of questions(form)) {
      for (const place of all(question, "[data-state]")) place.hidden = place.dataset.state !== text(question, "state");
      question.querySelector("[data-undo]").hidden = !fields(question).some(isFilled);
    }
    for (const component of components()) component.querySelector("[data-title]").textContent = text(component, "title");
    const keys = questions(form).map((question) => said(question)[0]?.[0]);
    at("asked").textContent = keys.length;
    at("answered").textContent = keys.filter((key) => /value|applicable/.test(key)).length;
    list("gone", gone.map((pair) => [pair.join(": ")]));
    at("file").hidden = true;
    let isKept = true;
    try {
      localStorage.setItem(key, JSON.stringify([...fields(form).filter(isFilled).map(({ name, value }) => [name, value]), ...gone]));
    } catch {
      isKept = false;
    }
    for (const place of all(document, "[data-when]")) place.hidden = (place.dataset.when === "kept") !== isKept;
  }

  /** What the entries say of a question, as keys and values of the file; nothing where it is open. */
  function said(question) {
    const quoted = (name) => text(question, name) && waybook.quoted(text(question, name));
    const values = fields(question, ".value").filter(isFilled).map(({ value }) => value.trim());
    const state = text(question, "state");
    if (!state && !values.length) return [];
    const value = { many_of: `[${values.filter((id) => id !== "-").join(", ")}]`, text: quoted("value") }[question.dataset.type];
    return [
      state ? [state, quoted(state)] : ["value", value ?? values[0]],
      ["until", state === "unknown" && text(question, "until")],
      ...["note", "source", "by"].map((name) => [name, quoted(name)]),
      ["on", text(question, "on")],
    ].filter((pair) => pair[1]);
  }

  /** The lines of the answers about the subject or about a component. */
  function answers(root) {
    const lines = questions(root).flatMap((question) => {
      const pairs = said(question).map((pair) => pair.join(": "));
      if (pairs.length === 1 && pairs[0].startsWith("value: ")) pairs[0] = pairs[0].slice("value:".length);
      else if (pairs.length) pairs.unshift("");
      return pairs.length ? `  ${question.dataset.question}:${pairs.join("\n    ")}` : [];
    });
    return lines.length ? ["answers:", ...lines] : [];
  }

  function yaml() {
    const about = (root) => fields(root).filter(({ name, value }) => /(^|\.)_\./.test(name) && value.trim()).map(({ name, value, dataset }) =>
      `${name.split(".").pop()}: ${dataset.kind === "line" ? waybook.quoted(value.trim()) : value.trim()}`);
    const list = components().map((component) => `\n  - ${[...about(component), ...answers(component)].join("\n").replace(/\n/g, "\n    ")}`);
    return [
      `playbook: ${form.dataset.playbook}@${form.dataset.version}`, ...about(at("subject")), ...answers(at("subject")),
      ...(list.length ? [`components:${list.join("")}`] : []), "",
    ].join("\n");
  }

  /** What is wrong with an entry, by the name of its words. */
  function problem(field) {
    const text = field.value.trim();
    const { kind, min, max } = field.dataset;
    if (isChoice(field) || field.closest("[hidden]")) return;
    if (field.name.endsWith(".state")) {
      const question = questionOf(field);
      if (said(question).length) return;
      return all(question, "details [name]").some(isFilled) ? "alone" : "required" in question.dataset && "unsaid";
    }
    if (text !== field.value) field.value = text;
    if (field.validity.valueMissing) return "missing";
    if (field.validity.patternMismatch) return kind;
    if (!field.validity.valid) return "date";
    if (/[\p{Co}\p{Cs}\0]/u.test(text)) return "characters";
    if (text && (+text < min || +text > max)) return "range";
    if (kind === "id" && components().filter((component) => control(component, "id").value === text).length > 1) return "twin";
  }

  function hush(field) {
    document.getElementById(`${field.name}.problem`)?.remove();
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }

  /** Says beside an entry what is wrong with it, if anything is. */
  function tell(field) {
    const what = problem(field);
    hush(field);
    if (!what) return false;
    const note = words(what);
    note.id = `${field.name}.problem`;
    field.closest(".field").append(note);
    field.setAttribute("aria-invalid", true);
    field.setAttribute("aria-describedby", note.id);
    return true;
  }

  /** Whether a file can be made; else lists what is wrong, with links to it. */
  function isRight() {
    const wrong = fields(form).filter(tell);
    list("problems", wrong.map((field) => {
      const link = document.createElement("a");
      const component = field.closest("[data-number]");
      field.id = field.name;
      link.href = `#${field.id}`;
      const names = [component && text(component, "title"), questionOf(field)?.querySelector(".label").textContent, field.labels[0].firstChild.data];
      link.textContent = names.filter(Boolean).join(": ");
      return [link, " ", words(problem(field))];
    }));
    if (wrong.length) at("problems").focus();
    return !wrong.length;
  }

  /** An id made of a title's letters and digits. */
  const idFor = (title) => title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim().replaceAll(" ", "-");

  const acts = {
    add() {
      const component = add(1 + Math.max(0, ...components().map((component) => component.dataset.number)));
      show();
      control(component, "title").focus();
    },
    remove(button) {
      button.closest("[data-number]").remove();
      show();
      at("components").lastElementChild.firstElementChild.focus();
    },
    undo(button) {
      const question = questionOf(button);
      fields(question).forEach(empty);
      fields(question).forEach(hush);
      show();
      control(question, "value").focus();
    },
    drop() {
      gone = [];
      show();
    },
    clear() {
      enter([]);
      say("cleared");
    },
    download() {
      if (!isRight()) return;
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([yaml()]));
      link.download = `${idFor(text(form, "team")) || "answers"}.yaml`;
      link.click();
      say("downloaded");
    },
    async copy() {
      if (!isRight()) return;
      at("file").textContent = yaml();
      at("file").hidden = false;
      say((await waybook.copied(at("file"))) ? "copied" : "selected");
    },
  };

  form.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    if (!button) return;
    const isSure = !("sure" in button.dataset) || "asked" in button.dataset;
    button.toggleAttribute("data-asked", !isSure);
    say(isSure ? null : "again");
    if (isSure) acts[button.dataset.do](button);
  });
  form.addEventListener("focusout", ({ target }) => target.removeAttribute("data-asked"));
  form.addEventListener("input", ({ target }) => {
    const question = questionOf(target);
    const component = target.closest("[data-number]");
    // A question has one answer: a value or a word on it, choices or none of them.
    if (target.name.endsWith(".value")) control(question, "state").value = "";
    if (target.name.endsWith(".state") && target.value) fields(question, ".value").forEach(empty);
    if (target.type === "checkbox") {
      for (const other of fields(question, ".value")) other.checked &&= (other.value === "-") === (target.value === "-");
    }
    if (target.name.endsWith(".title") && text(component, "id") === idFor(component.querySelector("[data-title]").textContent)) {
      control(component, "id").value = idFor(target.value);
    }
    show();
  });
  form.addEventListener("change", ({ target }) => tell(target));
  // Another window has this page open, too.
  addEventListener("storage", (event) => event.key === key && enterKept());
  enterKept();
})();
