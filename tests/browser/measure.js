// What a reader would notice on the page as it is shown now. Given the names of checks, gives their faults as texts.
names => {
  const SMALLEST = 11.5, CONTRAST = 4.5, TARGET = 24;
  const name = e => `${e.tagName.toLowerCase()}${e.getAttribute('class') ? '.' + e.getAttribute('class').split(' ').join('.') : ''} “${e.textContent.trim().slice(0, 24)}”`;
  const isShown = e => { const b = e.getBoundingClientRect(); return b.width > 1 && b.height > 1 && e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}); };
  const drawings = () => [...document.querySelectorAll('svg:not(svg svg)')].filter(isShown);
  const textsOf = svg => [...svg.querySelectorAll('text')].filter(t => t.textContent.trim());

  function* sideways() {
    if (document.documentElement.scrollWidth <= innerWidth) return;
    const wide = [...document.body.querySelectorAll('*')].filter(e => isShown(e) && e.getBoundingClientRect().right > innerWidth + .5);
    yield `scrolls sideways: ${document.documentElement.scrollWidth} px in ${innerWidth}; ${wide.slice(-1).map(name)}`;
  }

  function* smallText() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const e = node.parentElement;
      if (!node.data.trim() || e.closest('script, title, desc') || !isShown(e)) continue;
      const scale = e instanceof SVGElement ? e.getScreenCTM().a : 1;
      const size = parseFloat(getComputedStyle(e).fontSize) * scale;
      if (size < SMALLEST) yield `text of ${size.toFixed(1)} px: ${name(e)}`;
    }
  }

  function* cutText() {
    for (const e of document.querySelectorAll('body *')) {
      const style = getComputedStyle(e);
      const cuts = !(e instanceof SVGElement) && ['hidden', 'clip'].includes(style.overflowX) && !e.classList.contains('visually-hidden');
      if (cuts && isShown(e) && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) yield `cut: ${name(e)}`;
    }
  }

  function* drawnText() {
    for (const svg of drawings()) {
      const frame = svg.getBoundingClientRect(), boxes = textsOf(svg).map(t => [t, t.getBoundingClientRect()]);
      for (const [t, b] of boxes) {
        if (b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 1 || b.bottom > frame.bottom + 1) yield `outside its drawing: ${name(t)}`;
      }
      for (const [i, [t, a]] of boxes.entries()) for (const [u, b] of boxes.slice(i + 1)) {
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left), height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // the boxes of lines that stand close overlap a little; letters do not
        if (width > 1 && height > .25 * Math.min(a.height, b.height)) yield `overlapping: ${name(t)} and ${name(u)}`;
      }
    }
  }

  // WCAG 2.5.8: at least 24 px each way, or in a line of text, or so far from every other target that a circle of 24 px touches none
  function* smallTargets() {
    const targets = [...document.querySelectorAll('a[href], button, summary, input, select')].filter(isShown).map(e => [e, e.getBoundingClientRect()]);
    const isSmall = b => b.width < TARGET - .5 || b.height < TARGET - .5;
    const inText = e => getComputedStyle(e).display === 'inline' && [...e.parentElement.childNodes].some(n => n !== e && n.nodeType === Node.TEXT_NODE && n.data.trim());
    for (const [e, b] of targets.filter(([e, b]) => isSmall(b) && !inText(e))) {
      const x = b.left + b.width / 2, y = b.top + b.height / 2;
      const near = targets.filter(([f, c]) => {
        const dx = isSmall(c) ? Math.abs(c.left + c.width / 2 - x) - TARGET / 2 : Math.max(c.left - x, 0, x - c.right);
        const dy = isSmall(c) ? Math.abs(c.top + c.height / 2 - y) - TARGET / 2 : Math.max(c.top - y, 0, y - c.bottom);
        return f !== e && Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) < TARGET / 2 && !f.contains(e) && !e.contains(f);
      });
      if (near.length) yield `target of ${b.width.toFixed(0)} × ${b.height.toFixed(0)} px close to ${name(near[0][0])}: ${name(e)}`;
    }
  }

  const channels = text => (text.match(/[\d.]+/g) || []).map(Number);
  const blend = (top, under, share) => top.slice(0, 3).map((v, i) => v * share + under[i] * (1 - share));
  const luminance = c => c.slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ratio = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
  const opacity = (e, root) => e === root ? 1 : +getComputedStyle(e).opacity * opacity(e.parentElement, root);
  const paperOf = e => { for (; e; e = e.parentElement) { const c = channels(getComputedStyle(e).backgroundColor); if (c.length && (c[3] ?? 1) > 0) return c; } return [255, 255, 255]; };

  // the colours behind a text: paper, and over it whatever was painted before the text below its start, middle and end
  function grounds(t, svg, shapes) {
    const box = t.getBBox(), paper = paperOf(svg.parentElement);
    return [.02, .5, .98].map(share => {
      const at = new DOMPoint(box.x + box.width * share, box.y + box.height / 2).matrixTransform(t.getScreenCTM());
      return shapes.reduce((ground, shape) => {
        const style = getComputedStyle(shape), local = at.matrixTransform(shape.getScreenCTM().inverse());
        if (style.fill === 'none' || !shape.isPointInFill(local)) return ground;
        const fill = style.fill.startsWith('url') ? channels(getComputedStyle(document.querySelector(style.fill.match(/#[^"')]+/)[0]).firstElementChild).stopColor) : channels(style.fill);
        return blend(fill, ground, opacity(shape, svg) * style.fillOpacity);
      }, paper);
    });
  }

  function* paleText() {
    for (const svg of drawings()) {
      const elements = [...svg.querySelectorAll('*')];
      for (const t of textsOf(svg)) {
        const shapes = elements.slice(0, elements.indexOf(t)).filter(e => e instanceof SVGGeometryElement && !e.closest('defs'));
        for (const ground of grounds(t, svg, shapes)) {
          const ink = blend(channels(getComputedStyle(t).fill), ground, opacity(t, svg));
          if (ratio(ink, ground) < CONTRAST) { yield `contrast of ${ratio(ink, ground).toFixed(2)}: ${name(t)}`; break; }
        }
      }
    }
  }

  const checks = {sideways, smallText, cutText, drawnText, smallTargets, paleText};
  return names.flatMap(check => [...checks[check]()]);
}
