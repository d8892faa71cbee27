// Tables of teams: rows are filtered by words and choices, and put in order by a column.
"use strict";

(() => {
  const form = document.querySelector(".filter");
  if (!form) return;
  const rows = [...document.querySelectorAll("tr[data-state]")].map((row) => [row, row.textContent.toLowerCase()]);
  const status = form.querySelector("[role=status]");

  function filter() {
    const words = form.elements.words.value.toLowerCase().split(" ");
    const choices = [...form.querySelectorAll("select")].filter((select) => select.value);
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word))
        || !choices.every(({ name, value }) => row.dataset[name].split(" ").includes(value));
      if (!row.hidden) shown += 1;
    }
    status.textContent = status.dataset.text.replace("##", rows.length).replace("#", shown);
  }

  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;

  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  for (const table of document.querySelectorAll("table:has([data-state])")) {
    const heads = [...table.tHead.rows[0].cells];
    const [body] = table.tBodies;
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const order = head.ariaSort === "ascending" ? "descending" : "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", order);
        const sorted = [...body.rows].map((row) => [row.cells[column].textContent.trim(), row])
          .sort(([a], [b]) => order === "ascending" ? compare(a, b) : compare(b, a));
        body.append(...sorted.map(([, row]) => row));
      });
    });
    table.classList.add("sorts");
  }
})();
