'use strict';
// Elements and numbers. Texts of the user enter as text nodes alone, never as markup.

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== undefined && value !== null && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

function vector(tag, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const known = value => value !== null && value !== undefined && Number.isFinite(value);

/** Four digits that count; a dash for what is not known. */
function figure(value) {
  if (!known(value)) return '\u2013';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) return value.toExponential(2);
  if (size >= 1000) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(size >= 100 ? 1 : size >= 10 ? 2 : 4);
}

const count = value => (known(value) ? Math.round(value).toLocaleString('en-US') : '\u2013');

const percent = value => (known(value) ? (100 * value).toFixed(1) + '\u00a0%' : '\u2013');

function duration(seconds) {
  if (!known(seconds)) return '\u2013';
  if (seconds < 1) return Math.round(1000 * seconds) + '\u00a0ms';
  if (seconds < 10) return seconds.toFixed(1) + '\u00a0s';
  const whole = Math.round(seconds);
  if (whole < 60) return whole + '\u00a0s';
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? minutes + '\u00a0min ' + (whole % 60) + '\u00a0s'
    : Math.floor(minutes / 60) + '\u00a0h ' + (minutes % 60) + '\u00a0min';
}

/** A table with texts in its cells; a cell may be an element instead. */
function table(kind, head, rows) {
  return element('div', { class: 'scroll' },
    element('table', { class: kind },
      element('thead', {}, element('tr', {}, ...head.map(text => element('th', { scope: 'col' }, text)))),
      element('tbody', {}, ...rows.map(row =>
        element('tr', {}, ...row.map(cell => (cell instanceof Element && cell.tagName === 'TD' ? cell : element('td', {}, cell))))))));
}
