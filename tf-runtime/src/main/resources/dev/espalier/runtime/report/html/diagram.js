'use strict';
// The model as boxes from left to right: features, layers in columns by their longest way, tasks.

/** A drawing up to this is made to fit; beyond it names could not be read, and one scrolls a small one. */
const WIDEST = 1800;
const SMALL = 0.75;

const BOX = { width: 172, height: 50, column: 218, row: 64 };

function diagram(run) {
  const nodes = nodesOf(run);
  place(nodes);
  const width = Math.max(...nodes.map(node => node.x)) + BOX.width + 12;
  const height = Math.max(...nodes.map(node => node.y)) + BOX.height + 12;
  const fits = width <= WIDEST;
  const scale = fits ? 1 : SMALL;
  const drawing = vector('svg', {
    class: fits ? 'diagram fitting' : 'diagram', viewBox: '0 0 ' + width + ' ' + height, width: scale * width, height: scale * height, role: 'img',
    'aria-label': 'The layers of ' + run.model + ' from features to tasks',
  });
  for (const node of nodes) {
    for (const before of node.before) drawing.append(edge(before, node));
  }
  for (const node of nodes) drawing.append(box(node, run));
  return element('div', { class: 'scroll' }, drawing);
}

function nodesOf(run) {
  const byPath = new Map();
  const layers = run.layers.filter(layer => layer.shape !== '');
  for (const layer of layers) {
    byPath.set(layer.path, {
      path: layer.path,
      name: layer.features.length ? 'features' : layer.path,
      lines: [layer.shape + (layer.parameters ? '  ' + count(layer.parameters) + ' weights' : '')],
      hint: layer.features.length ? layer.features.join(', ') : layer.weights.join(', '),
      tasks: layer.tasks, before: [], after: [], depth: 0,
    });
    if (layer.features.length) byPath.get(layer.path).lines = [layer.shape + '  ' + layer.features.length + (layer.features.length === 1 ? ' feature' : ' features')];
  }
  const join = (before, after) => { before.after.push(after); after.before.push(before); };
  for (const layer of layers) {
    for (const input of layer.inputs) {
      if (byPath.has(input)) join(byPath.get(input), byPath.get(layer.path));
    }
  }
  const nodes = [...byPath.values()];
  run.tasks.forEach((name, task) => {
    const end = { path: 'task ' + name, name, lines: ['task'], hint: 'task ' + name, tasks: [task], before: [], after: [], depth: 0, end: true };
    const own = nodes.filter(node => node.path.startsWith('tasks.' + name + '.'));
    // What reaches the task and hands on to nothing else that does.
    const last = own.length ? own.slice(-1) : nodes.filter(node => node.tasks.includes(task) && !node.after.some(after => after.tasks.includes(task)));
    last.forEach(node => join(node, end));
    byPath.set(end.path, end);
  });
  return [...byPath.values()];
}

function place(nodes) {
  // As often as there are nodes is enough for any network without a circle.
  for (let round = 0, moved = true; moved && round <= nodes.length; round++) {
    moved = false;
    for (const node of nodes) {
      const depth = Math.max(0, ...node.before.map(before => before.depth + 1));
      if (depth !== node.depth) { node.depth = depth; moved = true; }
    }
  }
  const deepest = Math.max(...nodes.map(node => node.depth));
  nodes.filter(node => node.end).forEach(node => { node.depth = deepest; });
  const columns = Array.from({ length: deepest + 1 }, () => []);
  nodes.forEach(node => columns[node.depth].push(node));
  const tallest = Math.max(...columns.map(column => column.length));
  const middle = list => list.reduce((sum, node) => sum + node.place, 0) / list.length;
  columns.forEach(column => {
    // Below what flows in, tasks in their order.
    column.forEach((node, index) => { node.wish = node.before.length ? middle(node.before) : index; });
    column.sort((a, b) => a.wish - b.wish || Math.min(...a.tasks, 99) - Math.min(...b.tasks, 99));
    column.forEach((node, index) => {
      node.place = index + (tallest - column.length) / 2;
      node.x = 6 + node.depth * BOX.column;
      node.y = 6 + node.place * BOX.row;
    });
  });
}

function edge(from, to) {
  const x1 = from.x + BOX.width, y1 = from.y + BOX.height / 2, x2 = to.x, y2 = to.y + BOX.height / 2;
  const bend = Math.max(20, (x2 - x1) / 2);
  return vector('path', { class: 'edge', d: 'M' + x1 + ' ' + y1 + 'C' + (x1 + bend) + ' ' + y1 + ' ' + (x2 - bend) + ' ' + y2 + ' ' + x2 + ' ' + y2 });
}

function box(node, run) {
  const shared = node.tasks.length > 1 || run.tasks.length === 1;
  const group = vector('g', { class: shared ? 'node shared' : 'node', transform: 'translate(' + node.x + ' ' + node.y + ')' });
  const title = vector('title', {});
  title.textContent = node.path + (node.hint ? ': ' + node.hint : '');
  group.append(title, vector('rect', { width: BOX.width, height: BOX.height, rx: node.end ? 25 : 6 }));
  if (!shared && node.tasks.length) {
    group.append(vector('rect', { width: 4, height: BOX.height - 16, x: node.end ? 14 : 0, y: 8, rx: 2, style: 'stroke: none; fill: var(' + colourOf(node.tasks[0]) + ')' }));
  }
  const name = vector('text', { x: node.end ? 26 : 12, y: 21 });
  name.textContent = node.name.length > 25 ? '\u2026' + node.name.slice(-24) : node.name;
  const below = vector('text', { x: node.end ? 26 : 12, y: 38, class: 'quiet' });
  below.textContent = node.lines[0];
  group.append(name, below);
  return group;
}
