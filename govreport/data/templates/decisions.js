(() => {
  "use strict";
  const panel = document.querySelector(".decisions");
  if (!panel) return;
  const words = panel.dataset;
  const places = [...document.querySelectorAll("[data-flag]")];
  const template = document.getElementById("decide");
  const told = panel.querySelector("output");
  const COLUMNS = ["flag_id", "decision", "reason", "who", "when", "decided_on", "document_id", "code"];
  const names = new Map([...panel.querySelectorAll("option")].map((one) => [one.value.toLowerCase(), one.textContent]));

  // What was decided in this browser, by flag; kept for the pages of one audit only.
  const store = "govreport:" + words.key;
  let known = {};
  let keeps = true;
  const read = () => {
    try {
      known = Object(JSON.parse(localStorage.getItem(store) || "{}"));
    } catch {
      keeps = false;
    }
  };
  const write = () => {
    try {
      localStorage.setItem(store, JSON.stringify(known));
    } catch {
      keeps = false;
    }
  };

  // What the audit was given stands on the page; what was decided since goes before it, a withdrawn one is null.
  const given = (place) => {
    const d = place.dataset;
    if (!d.decision) return null;
    return { decision: d.decision, reason: d.reason, who: d.who, when: d.when, decided_on: d.decidedOn };
  };
  const decisionOn = (place) => {
    const id = place.dataset.flag;
    return Object.hasOwn(known, id) ? known[id] : given(place);
  };
  const isOpen = (one, place) => !one || (one.decided_on && place.dataset.print && one.decided_on !== place.dataset.print);
  const label = (word) => template?.content.querySelector(`option[value="${CSS.escape(word)}"]`)?.textContent || word;

  const show = (place) => {
    const one = decisionOn(place);
    const line = place.querySelector(".told");
    const parts = one ? [label(one.decision), one.reason, one.who, one.when] : [words.undecided];
    if (one && isOpen(one, place)) parts.unshift(words.reopened);
    line.textContent = parts.filter(Boolean).join(" · ");
    place.classList.toggle("is-decided", !isOpen(one, place));
    if (place.tagName === "TR") place.dataset.state = isOpen(one, place) ? "open" : one.decision;
  };

  const count = () => {
    const here = places.filter((place) => !isOpen(decisionOn(place), place)).length;
    const say = (name, values) => {
      const element = panel.querySelector(`[data-${name}]`);
      element.textContent = Object.entries(values).reduce((s, [k, v]) => s.replace(`{${k}}`, v), element.dataset.say);
    };
    say("count", { n: here, total: places.length });
    say("all", { n: rows().length });
    if (!keeps) panel.querySelector("[data-hint]").textContent = words.lost;
  };
  const refresh = () => {
    places.forEach(show);
    count();
    document.dispatchEvent(new Event("decided"));
  };

  const decide = (place, one) => {
    read();
    if (one) known.who = one.who;
    known[place.dataset.flag] = one && {
      ...one, decided_on: place.dataset.print, document_id: place.dataset.document, code: place.dataset.code,
    };
    write();
    refresh();
  };

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  };
  const fill = (place, form) => {
    const one = decisionOn(place) || { decision: "", reason: "", who: known.who || "", when: "" };
    for (const name of ["decision", "reason", "who", "when"]) form.elements[name].value = one[name] || "";
    if (!form.elements.when.value) form.elements.when.value = today();
  };
  const equip = (place) => {
    place.replaceChildren(template.content.cloneNode(true));
    const details = place.querySelector("details");
    const form = place.querySelector("form");
    details.addEventListener("toggle", () => details.open && fill(place, form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const one = Object.fromEntries(["decision", "reason", "who", "when"].map((n) => [n, form.elements[n].value.trim()]));
      if (!one.reason || !one.who) {
        form.elements[one.reason ? "who" : "reason"].value = "";
        form.reportValidity();
        return;
      }
      decide(place, one);
      details.open = false;
      details.querySelector("summary").focus();
    });
    form.elements.withdraw.addEventListener("click", () => {
      decide(place, null);
      details.open = false;
    });
  };

  // Rows of the file: a spreadsheet runs no cell, whatever was typed.
  const guarded = (cell) => (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? "'" + cell : cell);
  const unguarded = (cell) => (/^'[^\p{L}\p{N}]/u.test(cell) ? cell.slice(1) : cell);
  const rows = () => {
    const all = new Map();
    for (const place of places) {
      const one = given(place);
      if (one) all.set(place.dataset.flag, { ...one, document_id: place.dataset.document, code: place.dataset.code });
    }
    for (const [id, one] of Object.entries(known)) {
      if (one && id !== "who") all.set(id, one);
      else all.delete(id);
    }
    return [...all].map(([id, one]) => ({ ...one, flag_id: id }));
  };
  const written = () => {
    const cell = (value) => `"${guarded(String(value || "")).replace(/"/g, '""')}"`;
    const lines = rows().map((row) => COLUMNS.map((name) => cell(row[name])).join(","));
    return "\ufeff" + [COLUMNS.join(","), ...lines, ""].join("\r\n");
  };

  const parsed = (text) => {
    const source = text.replace(/^\ufeff/, "");
    const first = source.split(/\r?\n/, 1)[0];
    const separator = [",", "\t", ";"].reduce((a, b) => (first.split(b).length > first.split(a).length ? b : a));
    const table = [[""]];
    let quoted = false;
    for (let i = 0; i < source.length; i += 1) {
      const c = source[i];
      const row = table[table.length - 1];
      const last = row.length - 1;
      if (quoted) {
        if (c !== '"') row[last] += c;
        else if (source[i + 1] === '"') row[last] += source[(i += 1)];
        else quoted = false;
      } else if (c === '"' && row[last] === "") quoted = true;
      else if (c === separator) row.push("");
      else if (c === "\n") table.push([""]);
      else if (c !== "\r") row[last] += c;
    }
    return table;
  };
  const load = (text) => {
    const [head, ...lines] = parsed(text);
    const column = Object.fromEntries(COLUMNS.map((name) => [name, head.findIndex((cell) => cell.trim() === name)]));
    if (column.flag_id < 0 || column.decision < 0) {
      told.textContent = words.wrong;
      return;
    }
    read();
    let [loaded, bad] = [0, 0];
    for (const line of lines) {
      const one = Object.fromEntries(COLUMNS.map((name) => [name, unguarded((line[column[name]] || "").trim())]));
      const { flag_id: id, ...rest } = one;
      const word = names.get(one.decision.toLowerCase());
      if (!one.decision && !one.reason) continue;
      if (!id || !word || !one.reason) {
        bad += 1;
        continue;
      }
      known[id] = { ...rest, decision: word };
      loaded += 1;
    }
    write();
    refresh();
    told.textContent = words.loaded.replace("{n}", loaded).replace("{bad}", bad);
  };

  panel.querySelector("[data-save]").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([written()], { type: "text/csv" }));
    link.download = "decisions.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
  panel.querySelector("[data-load]").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (file) load(await file.text());
    event.target.value = "";
  });
  addEventListener("storage", (event) => {
    if (event.key !== store) return;
    read();
    refresh();
  });
  addEventListener("pageshow", () => {
    read();
    refresh();
  });
  read();
  for (const place of places) if (place.tagName !== "TR") equip(place);
  panel.hidden = false;
  refresh();
})();
