(() => {
  "use strict";
  const panes = [...document.querySelectorAll("[data-side]")];
  const bar = document.querySelector(".tools");
  const together = bar.querySelector("[data-together]");
  const told = bar.querySelector("output");
  const total = document.querySelectorAll("[data-passage]").length;
  const anchor = (side, number) => document.getElementById(side + "p" + number);
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let now = 0;
  let points = [];
  // Where we put a window ourselves: a scroll that ends there is no reader's.
  const put = new Map();

  const top = (pane, element) =>
    element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;

  // Where passages begin and end, in order on both sides: one that changed its place is jumped to, not followed.
  const measure = () => {
    const found = [];
    for (let number = 1; number <= total; number += 1) {
      for (const end of ["", "-end"]) {
        found.push(panes.map((pane) => top(pane, anchor(pane.dataset.side, number + end))));
      }
    }
    found.sort((a, b) => a[1] - b[1]);
    const kept = [[0, 0]];
    for (const point of found) {
      if (point[0] >= kept[kept.length - 1][0]) kept.push(point);
    }
    kept.push(panes.map((pane) => pane.scrollHeight));
    points = kept;
  };

  const across = (from, position) => {
    const to = 1 - from;
    let index = 1;
    while (index < points.length - 1 && points[index][from] < position) index += 1;
    const [before, after] = [points[index - 1], points[index]];
    const length = after[from] - before[from];
    const part = length > 0 ? (position - before[from]) / length : 0;
    return before[to] + part * (after[to] - before[to]);
  };

  const move = (pane, place) => {
    const bounded = Math.max(0, Math.min(Math.round(place), pane.scrollHeight - pane.clientHeight));
    put.set(pane, bounded);
    pane.scrollTop = bounded;
  };

  const follow = (from) => {
    const pane = panes[from];
    if (!together.checked || Math.abs(pane.scrollTop - put.get(pane)) < 2) return;
    put.delete(pane);
    const depth = pane.clientHeight / 4;
    move(panes[1 - from], across(from, pane.scrollTop + depth) - depth);
  };

  const show = (number) => {
    now = Math.max(1, Math.min(number, total));
    // As far down in the window as both texts can have it: what begins a text stands at its top.
    const places = panes.map((pane) => top(pane, anchor(pane.dataset.side, now)));
    const height = Math.min(panes[0].clientHeight / 4, ...places);
    for (const [side, pane] of panes.entries()) move(pane, places[side] - height);
    for (const one of document.querySelectorAll(".here")) one.classList.remove("here");
    for (const pane of panes) anchor(pane.dataset.side, now).classList.add("here");
    told.textContent = told.dataset.say.replace("{n}", now).replace("{total}", total);
  };

  const look = () => bar.scrollIntoView({ block: "start", behavior: still.matches ? "auto" : "smooth" });
  panes.forEach((pane, from) => pane.addEventListener("scroll", () => follow(from), { passive: true }));
  const numbered = (hash) => Number((/^#[LR]?p(\d+)$/.exec(hash) || [])[1] || 0);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const step = event.target.closest("[data-step]");
    if (step) show(now + Number(step.dataset.step));
    else if (link && numbered(link.hash)) {
      event.preventDefault();
      history.replaceState(null, "", "#Rp" + numbered(link.hash));
      show(numbered(link.hash));
      look();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "n") show(now + 1);
    if (event.key === "p") show(now - 1);
  });
  addEventListener("resize", measure);
  addEventListener("hashchange", () => numbered(location.hash) && show(numbered(location.hash)));
  bar.hidden = false;
  measure();
  if (total) show(numbered(location.hash) || 1);
  // A browser goes to the place in the address when all is loaded; the two texts are put side by side after it.
  addEventListener("load", () => setTimeout(() => {
    if (!numbered(location.hash)) return;
    measure();
    show(numbered(location.hash));
    bar.scrollIntoView({ block: "start" });
  }, 0));
})();
