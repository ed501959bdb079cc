'use strict';
// The page of a run: made of a record, and once more of each newer one while the run is live.

function part(parent, id, make) {
  let found = document.getElementById('part-' + id);
  if (!found) {
    found = make();
    found.id = 'part-' + id;
    parent.append(found);
  }
  return found;
}

function fill(parent, ...children) {
  parent.replaceChildren(...children);
}

// In their order; each is hidden until there is something in it.
const SECTIONS = [
  ['figures', 'Figures', 'After the last epoch; the best validation loss beside it.', 'wide'],
  ['losses', 'Losses', 'Mean loss of a label. Batches and training are measured while weights change and with dropout, validation after each epoch.', 'grid'],
  ['metrics', 'Metrics', 'On the validation set, after each epoch.', 'grid'],
  ['balance', 'Balance', 'What each task\u2019s gradient was multiplied by and, where it is known, how the gradients of shared weights stand to each other.', 'grid'],
  ['course', 'Course', 'Learning rate and speed; a validation is no part of the speed.', 'grid'],
  ['outcomes', 'Outcomes', 'Predictions on the validation set at the end of the run. Curves are of probabilities in 4,096 bins; classes stand each against all others.', 'wide'],
  ['model', 'Model', 'Boxes with a blue frame are shared by tasks. What a box holds is said where you point at it.', 'wide'],
  ['configuration', 'Configuration', 'What the run was told. Equal settings, seed, data and threads give equal weights.', 'wide'],
];

for (const [id, title, note, kind] of SECTIONS) {
  document.getElementById('page').append(element('section', { id, hidden: '' }, element('h2', {}, title), element('p', { class: 'note' }, note), element('div', { class: kind })));
  document.getElementById('contents').append(element('a', { href: '#' + id, hidden: '' }, title));
}

function section(id) {
  document.querySelectorAll('#' + id + ', a[href="#' + id + '"]').forEach(found => found.removeAttribute('hidden'));
  return document.getElementById(id).lastElementChild;
}

function show(run) {
  document.getElementById('model-name').textContent = run.model;
  document.title = run.model + ': a run';
  status(run);
  facts(run);
  lossCurves(run, section('losses'));
  if (run.history.length) {
    fill(section('figures'), figures(run));
    if (hasMetrics(run)) metricCurves(run, section('metrics'));
    balanceCurves(run, section('balance'));
    courseCurves(run, section('course'));
  }
  if (run.outcomes.some(isThere)) outcomeCards(run, section('outcomes'));
  once('model', () => [diagram(run), layers(run)]);
  once('configuration', () => [pairs(run.settings), element('h3', {}, 'Environment'), pairs(run.environment)]);
}

/** What stays as it is from the beginning. */
function once(id, make) {
  const body = section(id);
  if (!body.hasChildNodes()) body.append(...make());
}

function status(run) {
  const line = document.getElementById('status');
  const live = document.body.dataset.live === 'true';
  line.className = run.failed ? 'failed' : live && !run.ended ? 'running' : '';
  line.textContent = 'Began ' + new Date(run.began).toLocaleString() + '. ' + course(run, live);
  fill(document.getElementById('notes'), ...run.notes.map(note => element('li', {}, note)));
}

function course(run, live) {
  const place = run.epoch ? 'in epoch ' + run.epoch + ' of ' + run.epochs + ', after ' + duration(run.seconds) : 'before its first step';
  if (run.failed) return 'Failed ' + place + ': ' + run.why;
  if (run.ended) return run.history.length + ' epochs in ' + duration(run.seconds) + '. It ended because ' + run.why + '.';
  if (!live) return 'Written before the run came to its end, ' + place + '.';
  if (!run.epoch) return 'Waiting for the first step.';
  return 'Epoch ' + run.epoch + ' of ' + run.epochs + ', step ' + count(run.step) + ' of ' + count(run.steps) + ', '
    + duration(run.seconds) + ' so far, about ' + duration(run.secondsLeft) + ' left.';
}

function facts(run) {
  const last = run.history[run.history.length - 1];
  const entries = [
    ['tasks', count(run.tasks.length)],
    ['training rows', count(run.rows)],
    ['parameters', count(run.parameters)],
    ['of them shared', count(run.sharedParameters)],
    ['speed', run.ended && last ? count(last.examplesPerSecond) + ' examples/s' : run.examplesPerSecond ? count(run.examplesPerSecond) + ' examples/s' : '\u2013'],
    ['a step', last ? last.stepMillis.toFixed(2) + '\u00a0ms' : '\u2013'],
    ['a validation', last && last.validation ? duration(last.validationSeconds) : '\u2013'],
    ['seed', run.settings.seed],
  ];
  fill(document.getElementById('facts'), ...entries.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));
}

function figures(run) {
  const last = run.history[run.history.length - 1];
  const names = [...new Set((last.validation || []).flatMap(task => Object.keys(task.metrics).filter(name => !name.includes('['))))];
  const held = last.validation ? ['validation loss', 'best', ...names] : [];
  return table('', ['task', 'labels', 'training loss', ...held], run.tasks.map((task, index) => {
    const validation = last.validation && last.validation[index];
    return [element('td', {}, element('span', { class: 'swatch', style: 'background: var(' + colourOf(index) + ')' }), task),
      count(run.labels[index]), figure(last.losses[index]),
      ...(validation ? [figure(validation.loss), best(run, index), ...names.map(name => (name in validation.metrics ? figure(validation.metrics[name]) : ''))] : [])];
  }));
}

function best(run, index) {
  const losses = run.history.filter(epoch => epoch.validation && known(epoch.validation[index].loss));
  if (!losses.length) return '\u2013';
  const least = losses.reduce((a, b) => (b.validation[index].loss < a.validation[index].loss ? b : a));
  return figure(least.validation[index].loss) + ' in epoch ' + least.epoch;
}

function layers(run) {
  const reached = layer => (layer.tasks.length === run.tasks.length && run.tasks.length > 1 ? 'all' : layer.tasks.map(task => run.tasks[task]).join(', '));
  return element('div', {}, element('h3', {}, 'Layers'),
    table('words', ['layer', 'output', 'weights', 'parameters', 'reached by'], run.layers.map(layer =>
      [element('td', {}, whole(layer.path), layer.features.length ? ': ' + layer.features.join(', ') : null), whole(layer.shape), layer.weights.join(', '),
        element('td', { class: 'number' }, layer.weights.length ? count(layer.parameters) : ''), reached(layer)])));
}

/** A name that is not broken at the end of a line. */
const whole = text => element('span', { class: 'whole' }, text);

function pairs(entries) {
  return table('words', ['setting', 'value'], Object.entries(entries));
}

/** Asks for what is new, once a second; a run that can't be reached is said, and asked for again. */
async function follow() {
  let version = '';
  let last = null;
  for (;;) {
    try {
      const answer = await fetch('record.json?version=' + encodeURIComponent(version), { cache: 'no-store' });
      if (answer.status === 200) {
        version = answer.headers.get('ETag') || '';
        const run = await answer.json();
        if (last && run.began !== last.began) location.reload();
        if (run) show(run);
        last = run;
      }
    } catch (unreachable) {
      if (!last || !last.ended) lost();
    }
    await new Promise(later => setTimeout(later, 1000));
  }
}

function lost() {
  const line = document.getElementById('status');
  line.className = '';
  line.textContent = 'The run can\u2019t be reached: it has ended or failed. What is shown is as it was last.';
}

const first = JSON.parse(document.getElementById('record').textContent);
if (first) show(first);
if (document.body.dataset.live === 'true') follow();
