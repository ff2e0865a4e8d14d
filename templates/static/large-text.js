// Remembers from page to page that large text was asked for. Without this script the box works for the page it is on.
'use strict';

const box = document.getElementById('large-text');
const KEY = 'large-text';

try {
  box.checked = localStorage.getItem(KEY) === 'yes';
  box.addEventListener('change', () => {
    if (box.checked) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  });
} catch { /* a browser that keeps nothing */ }
