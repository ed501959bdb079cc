'use strict';
// How predictions on the validation set stand to its labels: matrices and curves, task by task.

const MANY_CLASSES = 16;

/** Of names beside each other; where there are more they stand upright. */
const LETTERS = 24;

function outcomeCards(run, parent) {
  run.outcomes.forEach((outcome, index) => {
    if (!isThere(outcome)) return;
    const task = part(parent, 'outcome-' + index, () => element('div', { class: 'task' }, heading(outcome.task, run.tasks.indexOf(outcome.task)), element('div', { class: 'grid' })));
    const grid = task.querySelector('.grid');
    if (outcome.confusion) fill(cardOf(grid, 'confusion-' + index, outcome.confusion.classes.length), ...confusion(outcome.confusion));
    if (outcome.scores.length) scoreCharts(outcome, index, grid);
    if (outcome.values.length) valueChart(outcome, index, grid);
  });
}

const isThere = outcome => outcome.confusion || outcome.scores.length || outcome.values.length;

/** Labels over predictions; a band of one deviation where there is but one line. */
function valueChart(outcome, index, grid) {
  const all = outcome.values.flatMap(values => values.bins);
  const ends = [Math.min(...all.map(bin => bin[0])), Math.max(...all.map(bin => bin[0]))];
  const line = (values, at, label, value, more) => ({ label, points: values.bins.map(bin => ({ x: bin[0], y: value(bin) })), colour: colourOf(at), ...more });
  const lines = outcome.values.map((values, at) => line(values, at, values.label + ', mean of labels', bin => bin[1], { dots: true, dash: dashOf(at) }));
  const band = outcome.values.length > 1 ? [] : [[1, 'one deviation above'], [-1, 'one below']].map(([sign, label]) =>
    line(outcome.values[0], 0, label, bin => bin[1] + sign * bin[2], { width: 1, dash: [2, 3] }));
  lineChart(cardOf(grid, 'value-' + index, outcome.values.length), 'value-' + index, 'Labels by what was predicted',
    { tall: true, many: outcome.values.length > MANY_LINES, x: 'predicted, in the label\u2019s unit', y: 'label' },
    [...lines, ...band, { label: 'exact', points: ends.map(end => ({ x: end, y: end })), colour: '--faint', width: 1, dash: [4, 4], order: 9 }]);
}

function confusion(matrix) {
  const totals = matrix.weights.map(row => row.reduce((sum, value) => sum + value, 0));
  const all = totals.reduce((sum, value) => sum + value, 0);
  const right = matrix.weights.reduce((sum, row, i) => sum + row[i], 0);
  const parts = matrix.weights.map((row, i) => row.map(value => (totals[i] ? value / totals[i] : null)));
  return [
    element('h4', {}, 'Confusion: rows are what is, columns what was predicted'),
    heat(matrix.classes, matrix.classes, parts, (value, i, j) => count(matrix.weights[i][j]),
      (value, i, j) => [i === j ? '--heat' : '--warm', value],
      (value, i, j) => matrix.classes[i] + ' predicted as ' + matrix.classes[j] + ': ' + count(matrix.weights[i][j]) + ', ' + percent(value) + ' of its labels'),
    element('p', { class: 'note' }, percent(all ? right / all : null) + ' of ' + count(all) + ' labels (by weight) are predicted right; shades are parts of a row.'),
  ];
}

/**
 * A table whose cells are shaded.
 *
 * shade: a value and its place to [variable with a colour's numbers, how much of it from 0 to 1]
 */
function heat(rows, columns, values, text, shade, hint) {
  const many = columns.length > MANY_CLASSES;
  const longest = Math.max(...columns.map(name => name.length));
  const long = longest > 7 || longest * columns.length > LETTERS;
  const cell = (value, i, j) => {
    const [name, part] = known(value) ? shade(value, i, j) : ['--heat', 0];
    return element('td', {
      style: 'background: rgba(var(' + name + '), ' + (0.72 * Math.min(1, Math.max(0, part))).toFixed(3) + ')',
      title: hint ? hint(value, i, j) : rows[i] + ' and ' + columns[j] + ': ' + text(value, i, j),
    }, text(value, i, j));
  };
  return element('div', { class: 'scroll' }, element('table', { class: many ? 'heat many' : 'heat' },
    element('thead', { class: many || long ? 'tall' : '' }, element('tr', {}, element('td', {}), ...columns.map(name => element('th', { scope: 'col', title: name }, name)))),
    element('tbody', {}, ...rows.map((name, i) => element('tr', {}, element('th', { scope: 'row', title: name }, name), ...values[i].map((value, j) => cell(value, i, j)))))));
}

function scoreCharts(outcome, index, grid) {
  const card = name => cardOf(grid, name + '-' + index, outcome.scores.length);
  const points = list => list.map(([x, y]) => ({ x, y }));
  const unit = { xMin: 0, xMax: 1, yMin: 0, yMax: 1, tall: true, many: outcome.scores.length > MANY_LINES };
  const line = (score, at, list, more) => ({ label: more, points: points(list), colour: colourOf(at), dash: dashOf(at) });
  const diagonal = { label: 'chance', points: [{ x: 0, y: 0 }, { x: 1, y: 1 }], colour: '--faint', width: 1, dash: [4, 4], order: 9 };
  lineChart(card('roc'), 'roc-' + index, 'ROC, with the area below it',
    { ...unit, x: 'false positive rate', y: 'true positive rate' },
    [...outcome.scores.map((score, at) => line(score, at, score.roc, score.label + ' ' + figure(score.area))), diagonal]);
  lineChart(card('pr'), 'pr-' + index, 'Precision and recall, with the part that is positive',
    { ...unit, x: 'recall', y: 'precision' },
    outcome.scores.map((score, at) => line(score, at, score.precisionRecall,
      score.label + ' ' + percent(score.positives / (score.positives + score.negatives)))));
  lineChart(card('calibration'), 'calibration-' + index, 'Calibration, with its expected error',
    { ...unit, x: 'predicted probability', y: 'part that is so' },
    [...outcome.scores.map((score, at) => ({ ...line(score, at, score.calibration, score.label + ' ' + figure(score.calibrationError)), dots: true })),
      { ...diagonal, label: 'exact' }]);
}
