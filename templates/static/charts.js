// Shows what a mark of a chart stands for: its figure, the words it was printed in, and where. Without this script every number is there too.
'use strict';

for (const block of document.querySelectorAll('.chart-figure > .marks')) {
  const told = JSON.parse(block.textContent);
  const tip = block.parentElement.appendChild(document.createElement('div'));
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('role', 'status');
  attend(block.parentElement, block.parentElement.querySelector('svg.chart'), told, tip);
}

// Listens on the figure around the drawing: an svg that listened for keys or focus would become a stop of its own.
function attend(figure, drawing, told, tip) {
  const marks = [...drawing.querySelectorAll('g.figure')].filter((mark) => told[mark.dataset.figure]);
  if (!marks.length) return;
  drawing.setAttribute('role', 'group');  // what can be reached inside is no longer one image
  marks.forEach((mark, index) => {
    const { number, about } = told[mark.dataset.figure];
    mark.setAttribute('tabindex', index ? -1 : 0);  // one stop for a chart; arrows lead on
    mark.setAttribute('role', 'img');
    mark.setAttribute('aria-label', `${number} ${about}`);
  });

  const show = (mark) => {
    fill(tip, told[mark.dataset.figure]);
    place(tip, mark);
  };
  const hide = () => { tip.hidden = true; };

  const listen = (kind, react) => figure.addEventListener(kind, (event) => { if (drawing.contains(event.target)) react(event); });
  listen('focusin', (event) => show(event.target.closest('g.figure')));
  listen('focusout', (event) => { if (!tip.contains(event.relatedTarget)) hide(); });
  listen('click', (event) => { const mark = nearest(marks, event); mark.focus(); show(mark); });
  listen('pointermove', (event) => { if (event.pointerType === 'mouse') show(nearest(marks, event)); });
  drawing.addEventListener('pointerleave', (event) => { if (event.pointerType === 'mouse' && !drawing.contains(document.activeElement)) hide(); });
  listen('keydown', (event) => {
    const last = marks.length - 1;
    const at = marks.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (event.key === 'Escape') hide();
    if (event.key === 'Enter') location.href = told[marks[at].dataset.figure].page;
    if (next === undefined) return;
    event.preventDefault();
    marks[Math.max(0, Math.min(last, next))].focus();
  });
}

// The mark at or next to the pointer; of several the smallest.
function nearest(marks, { clientX, clientY }) {
  const distance = (mark) => {
    const box = mark.getBoundingClientRect();
    const across = Math.max(box.left - clientX, 0, clientX - box.right);
    const down = Math.max(box.top - clientY, 0, clientY - box.bottom);
    return Math.hypot(across, down) + (box.width * box.height) / 1e9;
  };
  return marks.reduce((best, mark) => (distance(mark) < distance(best) ? mark : best));
}

function fill(tip, { number, about, label, printed, source, page }) {
  const link = Object.assign(document.createElement('a'), { href: page, textContent: number });
  const quote = Object.assign(document.createElement('span'), { lang: 'zh-Hans', textContent: printed });
  const lines = [[link], [about], printed ? [label, quote] : [], [source]].filter((line) => line.length);
  tip.replaceChildren(...lines.map((line) => {
    const row = document.createElement('div');
    row.append(...line);
    return row;
  }));
}

// Below the mark, inside the chart's column.
function place(tip, mark) {
  tip.hidden = false;
  const column = tip.parentElement.getBoundingClientRect();
  const box = mark.getBoundingClientRect();
  const left = Math.max(0, Math.min(box.left - column.left, column.width - tip.offsetWidth));
  tip.style.left = `${left}px`;
  tip.style.top = `${box.bottom - column.top + 6}px`;
}
