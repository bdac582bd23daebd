// What a keyboard or a screen reader would stumble over.
() => {
    const found = [];
    const named = (e) => (e.getAttribute("aria-label") || e.title || e.textContent || e.closest("label")?.textContent || "").trim();
    for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
        if (!named(e)) found.push("no name: " + e.outerHTML.slice(0, 80));
    }
    for (const e of document.querySelectorAll("th:not([scope])")) found.push("no scope: " + e.outerHTML.slice(0, 80));
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    for (const id of ids.filter((one, n) => ids.indexOf(one) !== n)) found.push("twice: " + id);
    for (const a of document.querySelectorAll("a[href^='#']")) {
        if (!document.getElementById(decodeURIComponent(a.hash.slice(1)))) found.push("leads nowhere: " + a.hash);
    }
    if (document.querySelectorAll("h1").length !== 1) found.push("h1");
    if (document.querySelectorAll("main").length !== 1) found.push("main");
    if (!document.documentElement.lang) found.push("lang");
    const skip = document.querySelector(".skip");
    if (!document.getElementById(skip.hash.slice(1))) found.push("skip");
    return found;
}
