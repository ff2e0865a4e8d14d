// Shows what is found while a reader types, in the masthead and on the page of results. The list is loaded when it is first needed.
// Without this script the form leads to the page of results, which holds an index of everything.
'use strict';

{
  const told = document.currentScript.dataset;
  const MOST = { masthead: 8, page: 60 };
  let ready;

  // Loads the finding script and every part of the list, in this order.
  function loaded() {
    ready ??= Promise.all([told.finder, ...told.lists.split(' ')].map((path) => new Promise((done, failed) => {
      const script = Object.assign(document.createElement('script'), { src: told.root + path, async: false, onload: done, onerror: failed });
      document.head.append(script);
    })));
    return ready;
  }

  for (const form of document.querySelectorAll('form.search')) attend(form);

  function attend(form) {
    const field = form.elements.q;
    const isPage = 'results' in form.dataset;
    const panel = isPage ? document.getElementById(form.dataset.results) : form.appendChild(made('div', 'found'));
    const status = form.appendChild(made('div', 'visually-hidden'));
    status.setAttribute('role', 'status');
    const close = () => { if (!isPage) panel.hidden = true; };
    close();

    async function show() {
      const query = field.value;
      await loaded();
      if (query !== field.value) return;
      const rows = query.trim() ? findInSite(query) : [];
      panel.replaceChildren(...contents(rows, query, isPage));
      panel.hidden = !query.trim();
      status.textContent = query.trim() ? count(rows.length) : '';
    }

    field.addEventListener('focus', loaded, { once: true });
    field.addEventListener('input', show);
    form.addEventListener('submit', (event) => {
      event.preventDefault();  // pages opened from a folder may not submit a form
      if (isPage) show(); else location.href = `${form.action}?q=${encodeURIComponent(field.value)}`;
    });
    form.addEventListener('focusout', (event) => { if (!form.contains(event.relatedTarget)) close(); });
    const listen = (event) => {
      const links = [...panel.querySelectorAll('a')];
      const at = links.indexOf(document.activeElement);
      if (event.key === 'Escape') { close(); field.focus(); if (isPage || at < 0) { field.value = ''; show(); } }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || !links.length || panel.hidden) return;
      event.preventDefault();
      (links[at + step] || (step < 0 ? field : links.at(-1))).focus();
    };
    form.addEventListener('keydown', listen);
    if (isPage) {
      panel.addEventListener('keydown', listen);
      field.value = new URLSearchParams(location.search).get('q') || '';
      if (field.value) show();
    }
  }

  function contents(rows, query, isPage) {
    if (!rows.length) return query.trim() ? [made('p', 'none', told.none)] : [];
    const list = made(isPage ? 'ol' : 'ul');
    list.append(...rows.slice(0, isPage ? MOST.page : MOST.masthead).map((row) => item(row, query)));
    const head = isPage ? [made('p', 'meta', count(rows.length))] : [];
    return [...head, list];
  }

  function item(row, query) {
    const entry = made('li');
    const link = Object.assign(made('a'), { href: told.root + row.address });
    link.append(...pieces(row.title, query));
    const about = made('span', 'meta');
    about.append(row.sort, ...(row.about ? [' · ', ...pieces(row.about, query)] : []));
    entry.append(link, ' ', about);
    return entry;
  }

  function pieces(text, query) {
    return marked(text, query).map(([piece, isHit]) => (isHit ? made('mark', '', piece) : piece));
  }

  function count(number) {
    return number === 1 ? told.countOne : told.count.replace('{n}', number);
  }

  function made(tag, className = '', text = '') {
    return Object.assign(document.createElement(tag), { className, textContent: text });
  }
}
