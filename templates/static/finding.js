// Finds what a reader types in the list of everything the site has. Knows no page: search.js shows what is found here.
'use strict';

const searchList = [];

// Traditional characters that readers may type, with the simplified ones that the list has.
const SIMPLIFIED = new Map();

// Called by each part of the list: rows of [sort, title, about, address, words, numbers, day, weight], and traditional characters, each before its simplified one.
function addToSearchList(rows, variants = '') {
  for (const [traditional, simplified] of variants.match(/../gu) || []) SIMPLIFIED.set(traditional, simplified);
  for (const [sort, title, about, address, words, numbers, day, weight] of rows) {
    const texts = { title: plain(title), about: plain(about), words: plain(words), address };
    const all = `${texts.title}\n${texts.about}\n${texts.words}\n${address}`;
    searchList.push({ sort, title, about, address, numbers, day, weight, texts, all, place: searchList.length });
  }
}

// Small letters, half-width signs, no hyphens, and no marks between groups of digits: ３１，０３１ and 31 031 are 31031.
function plain(text) {
  const small = text.normalize('NFKC').toLowerCase();
  return small.replace(/(\d)[, ](?=\d{3}(?!\d))/g, '$1').replace(/(?<=[a-z])-(?=[a-z])/g, ' ');
}

// Numbers in Chinese characters as digits, where they are no part of a word: 三分之一 is 1/3, 百分之五 5%, 三点一亿 3.1亿, 八万五 85000.
const NUMERALS = '零一二三四五六七八九';
const POWERS = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
const PARTS = { 百: '%', 千: '‰' };
const SPELLED = /^(?:([一二三四五六七八九十百千]+)分之)?((?:[一二三四五六七八九两]?[十百千万亿]零?)*[一二三四五六七八九两]?(?:点[零一二三四五六七八九]+)?)(万亿|[万亿]?)$/;
const LARGE = /^([^万亿]+)(万亿|[万亿])$/;

// Tenths as percent, where 成 begins no other word: 三成 is 30%, 八成五 85%.
const TENTHS = /([一二三四五六七八九1-9])成([一二三四五六七八九半])?(?![立员本为功人年分果就长熟绩倍效])/g;

function inDigits(text) {
  return text.replace(TENTHS, (whole, tens, ones) => `${valueOf(tens)}${ones === '半' ? 5 : valueOf(ones || '零')}%`).replace(/(?:[零一二三四五六七八九十百千万亿两点]|分之){2,}/g, (run) => {
    const [, whole, spelled, behind] = run.match(SPELLED) || [];
    if (!spelled || /^[百千万亿]/.test(spelled)) return run;
    const [, number, scale] = spelled.match(LARGE) || [spelled, spelled, behind];
    return valueOf(number) + (whole ? PARTS[whole] || `/${valueOf(whole)}` : '') + scale;
  });
}

// What a number in Chinese characters is; a last digit without its power is of the next lower one.
function valueOf(spelled) {
  let [sum, section, digit, power] = [0, 0, 0, 1];
  const [whole, decimals] = spelled.replaceAll('两', '二').split('点');
  for (const one of whole) {
    const place = POWERS[one];
    if (!place) { digit = Math.max(NUMERALS.indexOf(one), Number(one) || 0); power = digit ? power : 1; continue; }
    if (place < 4) section += (digit || 1) * 10 ** place;
    else { sum = (sum + section + digit) * 10 ** place; section = 0; }
    [digit, power] = [0, place];
  }
  const value = sum + section + digit * 10 ** (power - 1);
  return decimals ? `${value}.${[...decimals].map((one) => NUMERALS.indexOf(one)).join('')}` : String(value);
}

const SCALES = { '%': 0, '‰': 0, 千: 3, thousand: 3, k: 3, 万: 4, million: 6, m: 6, 亿: 8, billion: 9, bn: 9, 万亿: 12, trillion: 12 };
const NUMBER = /(?<![\d./])(\d+(?:\.\d+)?)(?![\d/])\s*(万亿|[千万亿%‰]|(?:thousand|million|billion|trillion|bn|[km])(?![a-z]))?/g;
// 2030年目标 is 2030 and 目标; 2024年末 stays as it is printed.
const YEARS = /(?<!\d)(\d{4})年(?=\p{Script=Han})(?![末初底中均])/gu;
const EMPTY_WORDS = /^(?:a|an|and|are|at|by|can|do|does|for|from|how|i|in|is|it|many|much|my|of|on|the|this|to|what|what['’]s|where|percent)$/;
const ASKING_WORDS = /(?:[花用]了|[有是])?(?:多少|几)[张个家名位人所项种元次]?|怎么办|怎么|怎样|如何|哪[个些里种]|什么|的/;

// What is asked for: numbers, and words.
function asked(query) {
  const numbers = [];
  const typed = [...plain(query)].map((one) => SIMPLIFIED.get(one) || one).join('');
  const rest = inDigits(typed).replace(YEARS, '$1 ').replace(NUMBER, (whole, digits, scale) => {
    numbers.push({ digits, scale: scale || '', value: shifted(digits, SCALES[scale] || 0) });
    return ' ';
  });
  const words = rest.match(/\p{Script=Han}+|[^\s\p{Script=Han}\p{P}]+(?:['’.\-/][^\s\p{Script=Han}\p{P}]+)*/gu) || [];
  const full = words.flatMap((word) => (/\p{Script=Han}/u.test(word) ? word.split(ASKING_WORDS) : [word])).filter(Boolean);
  const telling = mended(full.filter((word) => !EMPTY_WORDS.test(word)));
  return { numbers, words: telling.length || numbers.length ? telling : full, phrase: telling.length > 1 ? telling.join(' ') : '', called: typed.trim().replaceAll('’', "'") };
}

// The words asked for; one that nothing has gives way to the nearest that something has, an English one with one slip or, where it is long, two, a Chinese one
// with one wrong character.
function mended(words) {
  return words.map((word) => (searchList.some((row) => wordScore(row, word)) ? word : nearest(word)) || word);
}

function nearest(word) {
  if (isChinese(word)) {
    if (word.length < 3) return '';
    const slips = [...word].map((_, at) => `${word.slice(0, at)}\\p{Script=Han}${word.slice(at + 1)}`);
    return commonest(searchList.flatMap((row) => row.texts.title.match(new RegExp(slips.join('|'), 'gu')) || []));
  }
  if (!/^[a-z]{4,}$/.test(word)) return '';
  const known = searchList.flatMap((row) => `${row.texts.title} ${row.texts.words}`.match(/[a-z]{4,}/g) || []);
  for (const most of word.length > 7 ? [1, 2] : [1]) {
    const near = new Set([...new Set(known)].filter((one) => slipsBetween(one, word) <= most));
    if (near.size) return commonest(known.filter((one) => near.has(one)));
  }
  return '';
}

function commonest(found) {
  const counts = new Map();
  for (const one of found) counts.set(one, (counts.get(one) || 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
}

// How many letters are to be put in, left out, changed or swapped to make one word the other; 3 where their lengths say as much.
function slipsBetween(one, other) {
  if (Math.abs(one.length - other.length) > 2) return 3;
  const rows = [[...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + !isSame);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[one.length][other.length];
}

// A decimal number moved by powers of ten, without zeros that say nothing: 799.3 by 4 is 7993000.
function shifted(digits, places) {
  const [whole, decimals = ''] = digits.split('.');
  const moved = whole + decimals.padEnd(places, '0').slice(0, places);
  const left = decimals.slice(places).replace(/0+$/, '');
  return (moved.replace(/^0+(?=\d)/, '') || '0') + (left && `.${left}`);
}

// Everything found, the best first, the more recent first of what fits as well; where few have all the words, behind them what lacks one of three or more.
const FEW = 5;
function findInSite(query) {
  const wanted = asked(query);
  const needed = wanted.words.length + wanted.numbers.length;
  if (!needed) return [];
  const judged = searchList.map((row) => judge(row, wanted)).filter((one) => one.matched);
  const most = judged.reduce((best, one) => Math.max(best, one.matched), 0);
  if (most * 2 < needed) return [];
  const whole = judged.filter((one) => one.matched === most);
  const least = whole.length < FEW && !wanted.numbers.length && (most - 1) * 2 > needed ? most - 1 : most;
  const order = (one) => Math.round(one.score / 8);
  return judged
    .filter((one) => one.matched >= least)
    .sort((a, b) => b.matched - a.matched || order(b) - order(a) || b.row.day.localeCompare(a.row.day) || b.score - a.score || a.row.place - b.row.place)
    .map((one) => one.row);
}

// How many of the wanted things a row has, and how well they fit.
function judge(row, { words, numbers, phrase, called }) {
  const scores = [...words.map((word) => wordScore(row, word)), ...numbers.map((number) => numberScore(row, number))];
  const matched = scores.filter(Boolean);
  const fit = matched.reduce((sum, one) => sum + one, 0) / (matched.length || 1);
  const whole = !phrase ? 0 : row.texts.title.includes(phrase) ? 20 : row.all.includes(phrase) ? 12 : 0;
  const isCalled = called.includes(' ') && !row.address.includes('#') && begins(row.texts.words, called);  // the words of a section are all of its text
  return { row, matched: matched.length, score: fit + whole + 40 * isCalled + row.weight };
}

function wordScore(row, word) {
  const { title, about, words, address } = row.texts;
  const forms = formsOf(word);
  const has = (text) => forms.find((form) => begins(text, form)) || (isChinese(word) && text.includes(word) ? word : '');
  const found = has(title);
  if (found) {
    const isWord = isChinese(word) || !/[a-z]/.test(title[title.indexOf(found) + found.length] || '');
    const place = title === word ? 40 : (isWord ? 8 : 0) + (title.startsWith(found) ? 6 : 0);
    return 46 + place + (18 * found.length) / title.length;
  }
  if (isShort(title, word)) return isShort(title.slice(0, word.length * 2), word) || initialsOf(title) === word ? 48 : 36;
  if (has(words)) return words.startsWith(has(words)) ? 40 : 32;
  if (has(about)) return 28;
  if (isChinese(word)) return isCovered(row.all, word) ? 26 : word.length > 2 && isShort(row.all, word) ? 12 : 0;
  if (word.length > 2 && forms.some((form) => row.all.includes(form))) return 14;
  return word.length > 2 && address.includes(word) ? 8 : 0;
}

const isChinese = (word) => /\p{Script=Han}/u.test(word);

// An English word in the singular too: doctors, families, centre and center.
function formsOf(word) {
  const forms = [word];
  if (/[^s]s$/.test(word) && word.length > 3) forms.push(word.slice(0, -1));
  if (/ies$/.test(word) && word.length > 4) forms.push(`${word.slice(0, -3)}y`);
  if (/(cent|met)er/.test(word)) forms.push(word.replace(/(cent|met)er/, '$1re'));
  if (word.startsWith('aging')) forms.push(`age${word.slice(2)}`);
  return forms;
}

// Whether a word of a text begins with ``form``.
function begins(text, form) {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(text[at - 1])) return true;
  }
  return false;
}

// Whether a title can be called so for short: 医保 for 医疗保障, GP for general practitioners.
function isShort(title, word) {
  if (isChinese(word)) {
    return word.length > 1 && word.length < 5 && new RegExp([...word].join('.?'), 'u').test(title);
  }
  if (!/^[a-z]{2,5}$/.test(word)) return false;
  return initialsOf(title).includes(word.replace(/s$/, ''));
}

const initialsOf = (title) => (title.match(/[a-z]+/g) || []).filter((one) => !EMPTY_WORDS.test(one)).map((one) => one[0]).join('');

// Whether a longer Chinese text is made of pieces, each of which a row has: 重庆安宁疗护床位.
function isCovered(text, word) {
  let at = 0;
  while (at < word.length) {
    let end = word.length;
    while (end - at > 1 && !text.includes(word.slice(at, end))) end -= 1;
    if (end - at < 2) return false;
    at = end;
  }
  return true;
}

function numberScore(row, { digits, scale, value }) {
  const token = new RegExp(`(?<![\\d.])${digits.replace('.', '\\.')}(?![\\d]|\\.\\d)`);
  const written = scale ? new RegExp(`${token.source}\\s*${scale}`) : token;
  const isValue = row.numbers.includes(value);
  const isWritten = row.numbers.length && (written.test(row.texts.about) || written.test(row.texts.words));
  if (isValue && isWritten) return 96;
  if (isValue) return 88;
  if (written.test(row.texts.title)) return 60;
  if (isWritten || written.test(row.all)) return 52;
  if (row.numbers.some((number) => isRounded(Number(number), digits, scale, Number(value)))) return 44;
  return digits.length > 1 && !scale && row.numbers.length && new RegExp(`(?<![\\d.])${digits.replace('.', '\\.')}`).test(row.all) ? 24 : 0;
}

// Whether what was typed is the number rounded to as many digits: 3.1亿 for 310,310,000.
function isRounded(number, digits, scale, value) {
  if (!scale && !digits.includes('.')) return false;
  const decimals = (digits.split('.')[1] || '').length;
  const unit = 10 ** ((SCALES[scale] || 0) - decimals);
  return Math.abs(number - value) < unit / 2;
}

// A text in pieces of [text, whether it was asked for].
function marked(text, query) {
  const { words, numbers } = asked(query);
  const wanted = [...words.flatMap(formsOf), ...numbers.map((number) => number.digits)].filter((one) => text.length && one);
  if (!wanted.length) return [[text, false]];
  const escaped = wanted.sort((a, b) => b.length - a.length).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.split(new RegExp(`(${escaped.join('|')})`, 'giu')).map((piece, at) => [piece, at % 2 === 1]).filter(([piece]) => piece);
}
