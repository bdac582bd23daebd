// Visible words whose contrast with what is behind them is too low, with that contrast.
() => {
    const probe = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const rgb = (colour, under) => {
        probe.globalCompositeOperation = "source-over";
        probe.fillStyle = under; probe.fillRect(0, 0, 1, 1);
        probe.fillStyle = colour; probe.fillRect(0, 0, 1, 1);
        return [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const light = (c) => {
        const [r, g, b] = c.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (e) => {
        for (; e; e = e.parentElement) {
            const colour = getComputedStyle(e).backgroundColor;
            if (!/^rgba\(.*, 0\)$/.test(colour)) return colour;
        }
        return "white";
    };
    const low = [];
    for (const e of document.body.querySelectorAll("*")) {
        const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
        if (!own || !e.checkVisibility() || e.closest(":disabled, script, template, datalist")) continue;
        const under = behind(e);
        const [a, b] = [light(rgb(getComputedStyle(e).color, under)), light(rgb(under, "white"))].sort((x, y) => y - x);
        const contrast = (a + 0.05) / (b + 0.05);
        if (contrast < 4.5) low.push([e.tagName, e.className, e.textContent.trim().slice(0, 20), contrast.toFixed(2)].join(" "));
    }
    return [...new Set(low)];
}
