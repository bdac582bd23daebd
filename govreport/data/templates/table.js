(() => {
  "use strict";
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language, { numeric: true });

  const valueOf = (row, column, numeric) => {
    const cell = row.cells[column];
    if (!cell) return numeric ? -1 : "";
    const text = (cell.dataset.value || cell.textContent).trim();
    if (!numeric) return text;
    const number = parseFloat(text.replace(/,/g, ""));
    return Number.isNaN(number) ? -1 : number;
  };

  // A browser lays out a few hundred rows at once without stalling; the others wait in a second, hidden body.
  const FIRST = 200;
  const MORE = 1000;
  const tables = new Map();
  const laidOut = (state) => {
    const fitting = state.rows.filter((row) => !row.hidden);
    const shown = new Set(fitting.slice(0, state.most));
    // Rows are moved while the table lacks its bodies: in place, each move costs as much as there are rows.
    for (const body of [state.body, state.waiting]) {
      body.remove();
      body.replaceChildren();
    }
    for (const row of state.rows) (shown.has(row) ? state.body : state.waiting).append(row);
    state.table.append(state.body, state.waiting);
    const left = fitting.length - shown.size;
    state.more.hidden = left === 0;
    state.more.textContent = state.more.dataset.say.replace("{n}", Math.min(left, MORE)).replace("{left}", left);
  };
  for (const table of document.querySelectorAll("table[data-table]")) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const [body] = table.tBodies;
    const waiting = table.tBodies[1] || table.createTBody();
    waiting.hidden = true;
    const more = document.createElement("button");
    more.type = "button";
    more.dataset.say = table.dataset.more;
    more.hidden = true;
    (table.closest(".scroll") || table).after(more);
    const state = { table, rows, body, waiting, more, most: FIRST };
    tables.set(table, state);
    more.addEventListener("click", () => {
      state.most += MORE;
      laidOut(state);
    });
    laidOut(state);
  }

  const sort = (table, head, button) => {
    const column = head.cellIndex;
    const numeric = head.dataset.sort === "number";
    const was = head.getAttribute("aria-sort");
    const up = was ? was === "descending" : !numeric;
    const state = tables.get(table);
    const rows = state.rows.map((row) => [valueOf(row, column, numeric), row]);
    const sign = up ? 1 : -1;
    rows.sort(numeric ? (a, b) => sign * (a[0] - b[0]) : (a, b) => sign * collator.compare(a[0], b[0]));
    state.rows = rows.map(([, row]) => row);
    laidOut(state);
    for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    button.focus();
  };

  for (const table of tables.keys()) {
    for (const head of table.querySelectorAll("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sorter";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(table, head, button));
    }
  }

  for (const form of document.querySelectorAll("form[data-filters]")) {
    const name = form.dataset.filters;
    const state = tables.get(document.querySelector(`table[data-table="${name}"]`));
    const { rows } = state;
    const fields = [...form.querySelectorAll("[data-filter]")];
    const bars = [...document.querySelectorAll(`button[data-for="${name}"]`)];
    const told = form.querySelector("output");
    const text = new Map();

    const words = (row) => {
      if (!text.has(row)) text.set(row, row.dataset.find || row.textContent.toLowerCase());
      return text.get(row);
    };
    const fits = (row, field) => {
      const wanted = field.value.trim().toLowerCase();
      if (!wanted) return true;
      if (field.dataset.filter === "find") return wanted.split(/\s+/).every((word) => words(row).includes(word));
      return (row.dataset[field.dataset.filter] || "").split(" ").includes(field.value);
    };
    const within = (row) => {
      const bar = bars.find((one) => one.getAttribute("aria-pressed") === "true");
      if (!bar) return true;
      if (row.dataset.share === "") return false;
      const [share, low, high] = [row.dataset.share, bar.dataset.low, bar.dataset.high].map(Number);
      return high === 0 ? share === 0 : share > 0 && share >= low && share < high;
    };
    const filter = () => {
      let shown = 0;
      for (const row of rows) {
        row.hidden = !(within(row) && fields.every((field) => fits(row, field)));
        if (!row.hidden) shown += 1;
      }
      laidOut(state);
      told.textContent = told.dataset.say.replace("{n}", shown).replace("{total}", rows.length);
    };

    for (const bar of bars) {
      bar.addEventListener("click", () => {
        const pressed = bar.getAttribute("aria-pressed") === "true";
        for (const one of bars) one.setAttribute("aria-pressed", String(one === bar && !pressed));
        filter();
      });
    }
    form.addEventListener("input", filter);
    document.addEventListener("decided", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => {
      for (const one of bars) one.setAttribute("aria-pressed", "false");
      filter();
    }, 0));
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      if (asked.has(field.dataset.filter)) field.value = asked.get(field.dataset.filter);
    }
    form.hidden = false;
    filter();
  }
})();
