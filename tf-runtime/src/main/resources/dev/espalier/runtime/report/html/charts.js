'use strict';
// Charts: made once, then given new points; their colours follow the page's.

const charts = new Map();

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The colour of a task or class by its index; from the eleventh on lines are dashed as well. */
const colourOf = index => '--c' + (index % 10);

const dashOf = index => (index % 20 < 10 ? [] : [6, 3]);

/** Lines from which on a chart takes the whole width, and its names stand beside it. */
const MANY_LINES = 8;

/** The card of a chart of so many lines. */
const cardOf = (parent, id, lines) => part(parent, id, () => element('div', { class: lines > MANY_LINES ? 'card wide' : 'card' }));

/**
 * Shows lines in a chart.
 *
 * lines: [{label, points: [{x, y}], colour: name of a variable, dash, width, dots}]
 */
function lineChart(parent, id, title, axes, lines) {
  const shown = lines.filter(line => line.points.some(point => known(point.y)));
  let chart = charts.get(id);
  if (!chart) {
    const canvas = element('canvas', { id: 'chart-' + id, role: 'img', 'aria-label': title });
    parent.append(element('figure', {}, title ? element('h4', {}, title) : null,
      element('div', { class: axes.many ? 'chart many' : axes.tall ? 'chart tall' : 'chart' }, canvas)));
    chart = new Chart(canvas, configuration(axes));
    charts.set(id, chart);
  }
  // A run goes on, and losses that fall far have another axis than at first.
  chart.options.scales.x.max = axes.xMax;
  chart.options.scales.y.type = axes.logarithmic ? 'logarithmic' : 'linear';
  chart.options.scales.y.title.text = axes.y;
  chart.data.datasets = shown.map((line, index) => ({
    ...(chart.data.datasets[index] || {}),
    label: line.label,
    data: line.points,
    colourName: line.colour,
    borderDash: line.dash || [],
    borderWidth: line.width || 1.8,
    pointRadius: line.dots || line.points.length === 1 ? 3 : 0,
    pointHitRadius: 6,
    order: line.order || 0,
    spanGaps: true,
    clip: 6,
  }));
  paint(chart);
  chart.update('none');
}

function configuration(axes) {
  return {
    type: 'line',
    data: { datasets: [] },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      interaction: { mode: 'nearest', intersect: false },
      plugins: {
        // Many names stand in a column beside the chart, if there is the room.
        legend: { position: axes.many && innerWidth >= 700 ? 'right' : 'bottom', labels: { boxWidth: 18, boxHeight: 1.5, padding: 8 } },
        tooltip: { callbacks: { title: items => axes.x + ' ' + figure(items[0].parsed.x) } },
      },
      scales: {
        x: { type: 'linear', title: { display: true, text: axes.x }, min: axes.xMin, max: axes.xMax, ticks: { maxRotation: 0, precision: axes.whole ? 0 : undefined } },
        y: { type: axes.logarithmic ? 'logarithmic' : 'linear', title: { display: true, text: axes.y }, min: axes.yMin, max: axes.yMax },
      },
    },
    // What was drawn can be asked of the element, too.
    plugins: [{
      id: 'drawn',
      afterDraw: drawn => {
        const points = drawn.data.datasets.reduce((sum, line) => sum + line.data.filter(point => known(point.y)).length, 0);
        drawn.canvas.dataset.points = points;
        drawn.canvas.dataset.lines = drawn.data.datasets.length;
      },
    }],
  };
}

function paint(chart) {
  const quiet = colour('--quiet');
  const line = colour('--line');
  chart.options.color = quiet;
  for (const axis of Object.values(chart.options.scales)) {
    axis.grid = { ...(axis.grid || {}), color: line, lineWidth: .6 };
    axis.ticks = { ...(axis.ticks || {}), color: quiet };
    axis.title = { ...(axis.title || {}), color: quiet };
  }
  for (const data of chart.data.datasets) {
    const own = colour(data.colourName);
    data.borderColor = own;
    data.backgroundColor = own;
  }
}

function repaint() {
  for (const chart of charts.values()) {
    paint(chart);
    chart.update('none');
  }
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
// Paper is light and has another width.
matchMedia('print').addEventListener('change', () => {
  repaint();
  for (const chart of charts.values()) chart.resize();
});
