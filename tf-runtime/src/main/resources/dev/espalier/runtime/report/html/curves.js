'use strict';
// What changes from epoch to epoch: losses, metrics, weights, gradients, rate and speed.

const ERRORS = new Set(['mae', 'rmse']);

const byEpoch = (run, value) => run.history.map(epoch => ({ x: endOf(run, epoch), y: value(epoch) }));

/** Where an epoch ended; a limit may have ended the last one early. */
function endOf(run, epoch) {
  const early = run.ended && epoch.epoch === run.epoch && run.step < run.steps;
  return early ? epoch.epoch - 1 + run.step / run.steps : epoch.epoch;
}

/** Beyond this a line that falls lies on the axis for most of the run. */
const WIDE_RANGE = 30;

/** Whether losses are better seen by their ratios. */
function falls(lines) {
  const values = lines.flatMap(line => line.points.map(point => point.y)).filter(known);
  return values.length > 0 && Math.min(...values) > 0 && Math.max(...values) > WIDE_RANGE * Math.min(...values);
}

function epochAxis(run, y, more) {
  return { x: 'epoch', y, xMin: 0, xMax: reach(run), whole: true, ...more };
}

/** Up to where there is something to see, with room for what comes next while a run goes on. */
function reach(run) {
  const at = run.epoch ? run.epoch - 1 + run.step / run.steps : 0;
  if (run.ended) return Math.max(1, Math.ceil(Math.max(at, run.history.length)));
  let end = 1;
  while (end < 1.2 * at) end *= 2;
  return Math.min(end, run.epochs);
}

function lossCurves(run, parent) {
  run.tasks.forEach((task, index) => {
    const card = part(parent, 'loss-' + index, () => element('div', { class: 'card' }, heading(task, index)));
    const batches = run.curve.at.map((at, point) => ({ x: at, y: run.curve.losses[index][point] }));
    const lines = [
      { label: run.curve.stepsOfEach === 1 ? 'batches' : 'batches, by ' + run.curve.stepsOfEach, points: batches, colour: '--faint', width: 1, order: 2 },
      { label: 'training', points: byEpoch(run, epoch => epoch.losses[index]), colour: '--c0', dots: run.history.length < 30 },
      { label: 'validation', points: byEpoch(run, epoch => epoch.validation && epoch.validation[index].loss), colour: '--c1', dots: run.history.length < 30 },
    ];
    const logarithmic = falls(lines);
    lineChart(card, 'loss-' + index, '', epochAxis(run, logarithmic ? 'loss, logarithmic' : 'loss', { logarithmic }), lines);
  });
}

function heading(task, index) {
  return element('h3', {}, element('span', { class: 'swatch', style: 'background: var(' + colourOf(index) + ')' }), task);
}

const hasMetrics = run => run.history.some(epoch => epoch.validation);

function metricCurves(run, parent) {
  run.tasks.forEach((task, index) => {
    const last = run.history.length ? run.history[run.history.length - 1].validation : null;
    const names = last ? Object.keys(last[index].metrics).filter(name => !name.includes('[')) : [];
    if (!names.length) return;
    const card = part(parent, 'metric-' + index, () => element('div', { class: 'card' }, heading(task, index)));
    const lines = chosen => chosen.map((name, line) => ({
      label: name, colour: colourOf(line), dots: run.history.length < 30,
      points: byEpoch(run, epoch => epoch.validation && epoch.validation[index].metrics[name]),
    }));
    const scores = names.filter(name => !ERRORS.has(name));
    const errors = names.filter(name => ERRORS.has(name));
    if (scores.length) lineChart(card, 'metric-' + index, '', epochAxis(run, 'score, 1 is best'), lines(scores));
    if (errors.length) lineChart(card, 'error-' + index, '', epochAxis(run, 'error, in the label\u2019s unit'), lines(errors));
  });
}

function balanceCurves(run, parent) {
  const many = run.tasks.length > MANY_LINES;
  const ofTasks = value => run.tasks.map((task, index) => ({
    label: task, colour: colourOf(index), dash: dashOf(index), dots: !many && run.history.length < 30,
    points: byEpoch(run, epoch => value(epoch)[index]),
  }));
  const card = id => cardOf(parent, id, run.tasks.length);
  lineChart(card('weights'), 'weights', 'Task weights, mean of an epoch', epochAxis(run, 'weight', { many }), ofTasks(epoch => epoch.weights));
  if (run.history.some(epoch => epoch.gradientNorms.some(known))) {
    lineChart(card('norms'), 'norms', 'Length of each task\u2019s gradient', epochAxis(run, 'norm', { logarithmic: true, many }), ofTasks(epoch => epoch.gradientNorms));
    const pairs = run.tasks.flatMap((a, i) => run.tasks.slice(i + 1).map((b, after) => [i, i + 1 + after]));
    if (pairs.length && pairs.length <= 10) {
      lineChart(cardOf(parent, 'cosines', pairs.length), 'cosines', 'Cosine between the gradients of two tasks', epochAxis(run, 'cosine', { yMin: -1, yMax: 1, many: pairs.length > MANY_LINES }),
        pairs.map(([i, j], line) => ({
          label: run.tasks[i] + ' and ' + run.tasks[j], colour: colourOf(line), dots: run.history.length < 30,
          points: byEpoch(run, epoch => epoch.cosines[i][j]),
        })));
    }
    const last = run.history[run.history.length - 1];
    if (run.tasks.length > 2) {
      fill(cardOf(parent, 'cosine-table', run.tasks.length),
        element('h4', {}, 'Cosines in epoch ' + last.epoch),
        heat(run.tasks, run.tasks, last.cosines, value => (known(value) ? value.toFixed(2) : '\u2013'),
          value => (value < 0 ? ['--warm', -value] : ['--heat', value])));
    }
  }
}

function courseCurves(run, parent) {
  const card = id => part(parent, id, () => element('div', { class: 'card' }));
  lineChart(card('rate'), 'rate', 'Learning rate', epochAxis(run, 'rate', { yMin: 0 }),
    [{ label: 'learning rate', points: run.curve.at.map((at, point) => ({ x: at, y: run.curve.rate[point] })), colour: '--c0' }]);
  lineChart(card('speed'), 'speed', 'Speed of training', epochAxis(run, 'examples a second', { yMin: 0 }),
    [{ label: 'examples/s', points: byEpoch(run, epoch => epoch.examplesPerSecond), colour: '--c2', dots: run.history.length < 30 }]);
}
