/* Draws the charts of a page from the data it holds. The tables beside them have the same values, should this not run. */
(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const times = data.samples.map(sample => sample.at);
  const end = times[times.length - 1] || 1;
  const DASHES = [[], [7, 3], [2, 3], [10, 3, 2, 3], [4, 2], [1, 2], [6, 2, 1, 2, 1, 2]];
  const GUTTER = 68;
  const ROW = 14;
  const BAR = 6;
  const charts = [];
  let active = null;

  const tone = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const trim = number => number.toLocaleString('en', { maximumFractionDigits: 1, useGrouping: false });
  const bytes = value => {
    const size = Math.abs(value);
    if (size < 1024) return trim(value) + ' B';
    if (size < 1048576) return trim(value / 1024) + ' KiB';
    return size < 1073741824 ? trim(value / 1048576) + ' MiB' : trim(value / 1073741824) + ' GiB';
  };
  /* Ticks share a unit, and have as many decimals as tell them apart. */
  const ticks = (chart, splits) => {
    if (!chart.bytes) return splits.map(String);
    const most = Math.max(...splits.map(Math.abs));
    const power = Math.min(3, Math.floor(Math.log2(Math.max(1, most)) / 10));
    const unit = 1024 ** power;
    const step = splits.length > 1 ? (splits[1] - splits[0]) / unit : 1;
    const decimals = Math.min(3, Math.max(0, Math.ceil(-Math.log10(step))));
    return splits.map(split => (split / unit).toFixed(decimals) + [' B', ' KiB', ' MiB', ' GiB'][power]);
  };
  const written = (chart, value) => value === null || value === undefined ? '–' : chart.bytes ? bytes(value) : String(value);

  /* The first suspect is red and solid; a total comes last and is grey. */
  function look(chart, index) {
    const line = chart.lines[index];
    const colour = line.suspect && index === 0 ? 0 : index === 0 ? 1 : index >= 6 ? 6 : index + (chart.lines[0].suspect ? 0 : 1);
    if (line.total) return { colour: 'c6', dash: [2, 3], width: 1.4 };
    return { colour: 'c' + Math.min(colour, 6), dash: DASHES[Math.min(index, 6)], width: index === 0 ? 2.2 : 1.6 };
  }

  /* Names of bands go into as few rows as they need, so that none covers another. */
  function rows(width) {
    const context = document.createElement('canvas').getContext('2d');
    context.font = '11px system-ui, sans-serif';
    const free = [];
    const placed = data.bands.map(band => {
      const size = context.measureText(band.name).width + 8;
      const left = Math.max(0, Math.min(band.from / end * width, width - size));
      let row = free.findIndex(until => until <= left);
      if (row < 0) row = free.push(0) - 1;
      free[row] = left + size;
      return { band, row, left, size };
    });
    return { placed, count: Math.max(1, free.length) };
  }

  const WITH_FAULT = ['armed', 'longer', 'same keys', 'patient'];

  function bandTone(band, index) {
    return WITH_FAULT.includes(band.name) ? 'band-armed'
      : index % 2 ? 'band-a' : 'band-b';
  }

  function drawBands(plot, labels) {
    const { ctx, bbox } = plot;
    const ratio = uPlot.pxRatio;
    const top = bbox.top - (labels.count * ROW + BAR + 3) * ratio;
    ctx.save();
    data.bands.forEach((band, index) => {
      const from = plot.valToPos(band.from, 'x', true);
      const to = plot.valToPos(Math.min(band.to, end), 'x', true);
      ctx.fillStyle = tone(bandTone(band, index));
      ctx.fillRect(from, bbox.top, to - from, bbox.height);
    });
    ctx.font = 11 * ratio + 'px system-ui, sans-serif';
    ctx.textBaseline = 'top';
    ctx.textAlign = 'left';
    labels.placed.forEach(({ band, row }) => {
      ctx.fillStyle = tone('line');
      ctx.fillRect(plot.valToPos(band.from, 'x', true), top + row * ROW * ratio, ratio, bbox.top - top - row * ROW * ratio);
    });
    labels.placed.forEach(({ band, row, left, size }) => {
      ctx.fillStyle = tone('card');
      ctx.fillRect(bbox.left + (left + 2) * ratio, top + row * ROW * ratio, (size - 4) * ratio, (ROW - 2) * ratio);
      ctx.fillStyle = tone(bandTone(band, 0) === 'band-armed' ? 'fault' : 'soft');
      ctx.fillText(band.name, bbox.left + (left + 3) * ratio, top + row * ROW * ratio);
    });
    if (data.armed) drawFault(plot, ratio);
    ctx.restore();
  }

  function drawFault(plot, ratio) {
    const { ctx, bbox } = plot;
    const from = plot.valToPos(data.armed.from, 'x', true);
    const to = plot.valToPos(Math.min(data.armed.to, end), 'x', true);
    const top = bbox.top - (BAR + 1) * ratio;
    const height = BAR * ratio;
    ctx.save();
    ctx.strokeStyle = tone('fault');
    ctx.lineWidth = ratio;
    ctx.strokeRect(from, top, to - from, height);
    ctx.beginPath();
    ctx.rect(from, top, to - from, height);
    ctx.clip();
    ctx.beginPath();
    for (let x = from - height; x < to; x += 4 * ratio) {
      ctx.moveTo(x, top + height);
      ctx.lineTo(x + height, top);
    }
    ctx.lineWidth = 1.4 * ratio;
    ctx.stroke();
    ctx.restore();
    ctx.save();
    ctx.strokeStyle = tone('fault');
    ctx.setLineDash([2 * ratio, 3 * ratio]);
    ctx.lineWidth = ratio;
    [from, to].forEach(x => {
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
    });
    ctx.restore();
  }

  function drawAllowed(plot, chart) {
    if (!chart.allowed) return;
    const { ctx, bbox } = plot;
    const ratio = uPlot.pxRatio;
    const base = plot.valToPos(chart.allowed.baseline, 'y', true);
    const top = Math.max(bbox.top, plot.valToPos(chart.allowed.top, 'y', true));
    ctx.save();
    if (base - top > 1) {
      ctx.globalAlpha = .6;
      ctx.fillStyle = tone('allowed');
      ctx.fillRect(bbox.left, top, bbox.width, base - top);
      ctx.globalAlpha = 1;
    }
    ctx.strokeStyle = tone('base');
    ctx.lineWidth = 1.3 * ratio;
    ctx.setLineDash([6 * ratio, 4 * ratio]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, base);
    ctx.lineTo(bbox.left + bbox.width, base);
    ctx.stroke();
    ctx.restore();
  }

  function range(chart) {
    const values = chart.lines.flatMap(line => line.values).filter(value => value !== null);
    if (chart.allowed) values.push(chart.allowed.baseline, chart.allowed.top);
    const low = Math.min(...values);
    const high = Math.max(...values);
    const room = (high - low) * .08 || Math.max(1, Math.abs(high) * .2);
    return [low >= 0 && low < high * .4 || low >= 0 && high === low ? 0 : low < 0 ? low - room : Math.max(0, low - room), high + room];
  }

  function options(chart, host, labels, tip) {
    const [low, high] = range(chart);
    const incrs = chart.bytes ? Array.from({ length: 50 }, (_, i) => 2 ** i) : [1, 2, 5].flatMap(n => Array.from({ length: 13 }, (_, i) => n * 10 ** i)).sort((a, b) => a - b);
    const axis = { stroke: () => tone('soft'), font: '11px system-ui, sans-serif', ticks: { show: false } };
    return {
      width: host.clientWidth,
      height: (host.closest('.wide') ? 284 : 214) + labels.count * ROW,
      padding: [labels.count * ROW + BAR + 5, 10, 0, 0],
      legend: { show: false },
      cursor: { drag: { x: false, y: false, setScale: false }, sync: { key: 'run', setSeries: false }, points: { size: 8 }, y: false },
      scales: { x: { time: false, range: () => [0, end * 1.005] }, y: { range: () => [low, high] } },
      axes: [
        { ...axis, grid: { show: false }, size: 26, values: (_, splits) => splits.map(split => trim(split) + ' s') },
        { ...axis, grid: { stroke: () => tone('line'), width: 1 }, size: GUTTER, incrs, space: 34, values: (_, splits) => ticks(chart, splits) }
      ],
      series: [{}].concat(chart.lines.map((line, index) => {
        const { colour, dash, width } = look(chart, index);
        return { label: line.name, stroke: () => tone(colour), width, dash, spanGaps: true, points: { show: true, size: index === 0 ? 6 : 4, fill: () => tone(colour) } };
      })),
      hooks: {
        drawClear: [plot => drawBands(plot, labels)],
        drawAxes: [plot => drawAllowed(plot, chart)],
        setCursor: [plot => showTip(plot, chart, host, tip)]
      }
    };
  }

  function showTip(plot, chart, host, tip) {
    const index = plot.cursor.idx;
    if (active !== host || index === null || index === undefined || plot.cursor.left < 0) {
      tip.hidden = true;
      return;
    }
    const sample = data.samples[index];
    tip.replaceChildren(element('b', '', sample.label));
    tip.append(trim(sample.at) + ' s' + (sample.operations ? ', ' + sample.operations + ' operations' : ', no operations'));
    const table = element('table');
    table.setAttribute('role', 'presentation');
    chart.lines.forEach(line => {
      const row = table.insertRow();
      row.insertCell().append(element('bdi', '', line.name));
      row.insertCell().textContent = written(chart, line.values[index]);
    });
    tip.append(table);
    tip.hidden = false;
    const x = plot.valToPos(sample.at, 'x') + GUTTER;
    const width = tip.offsetWidth;
    tip.style.left = Math.max(0, x + 14 + width > host.clientWidth ? x - width - 14 : x + 14) + 'px';
    tip.style.top = '34px';
  }

  function spoken(chart, index) {
    const sample = data.samples[index];
    return sample.label + ', ' + trim(sample.at) + ' seconds: '
      + chart.lines.map(line => line.name + ' ' + written(chart, line.values[index])).join(', ');
  }

  /* A slider over the samples: screen readers hand the arrow keys on to it, and read what it says. */
  function byKeys(view) {
    const { host, chart } = view;
    let index = times.length - 1;
    const say = () => {
      host.setAttribute('aria-valuenow', String(index + 1));
      host.setAttribute('aria-valuetext', spoken(chart, index));
    };
    const move = () => {
      say();
      active = host;
      view.plot.setCursor({ left: view.plot.valToPos(times[index], 'x'), top: 20 });
    };
    host.tabIndex = 0;
    host.setAttribute('role', 'slider');
    host.setAttribute('aria-label', chart.title + ', sample');
    host.setAttribute('aria-describedby', 's' + host.dataset.chart);
    host.setAttribute('aria-valuemin', '1');
    host.setAttribute('aria-valuemax', String(times.length));
    say();
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5, Home: -Infinity, End: Infinity };
    host.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        leave();
      } else if (event.key in steps) {
        event.preventDefault();
        index = Math.max(0, Math.min(times.length - 1, index + steps[event.key]));
        move();
      }
    });
    const leave = () => {
      active = null;
      view.plot.setCursor({ left: -10, top: -10 });
    };
    host.addEventListener('blur', leave);
    host.addEventListener('mouseenter', () => { active = host; });
    host.addEventListener('mouseleave', leave);
  }

  function legend(view) {
    const list = element('ul', 'legend');
    view.chart.lines.forEach((line, index) => {
      const { colour, dash } = look(view.chart, index);
      list.append(key('var(--' + colour + ')', dash, line.name));
    });
    if (view.chart.allowed) list.append(key('var(--base)', [6, 4], view.chart.allowed.label));
    view.host.before(list);
  }

  function key(colour, dash, name) {
    const space = 'http://www.w3.org/2000/svg';
    const item = element('li');
    const drawing = document.createElementNS(space, 'svg');
    drawing.setAttribute('viewBox', '0 0 26 8');
    drawing.setAttribute('aria-hidden', 'true');
    const stroke = document.createElementNS(space, 'line');
    Object.entries({ x1: 0, x2: 26, y1: 4, y2: 4, 'stroke-width': 2.4, 'stroke-dasharray': dash.join(' ') || 'none' })
      .forEach(([name, value]) => stroke.setAttribute(name, String(value)));
    stroke.style.stroke = colour;
    drawing.append(stroke);
    item.append(drawing, element('bdi', '', name));
    return item;
  }

  function draw(view) {
    if (view.plot) view.plot.destroy();
    const labels = rows(view.host.clientWidth - GUTTER - 10);
    const values = [times].concat(view.chart.lines.map(line => line.values));
    view.width = view.host.clientWidth;
    view.plot = new uPlot(options(view.chart, view.host, labels, view.tip), values, view.host);
  }

  document.querySelectorAll('.plot').forEach(host => {
    const view = { host, chart: data.charts[Number(host.dataset.chart)], tip: element('div', 'tip'), plot: null, width: 0 };
    view.tip.hidden = true;
    view.tip.setAttribute('aria-hidden', 'true');
    charts.push(view);
    legend(view);
    draw(view);
    host.append(view.tip);
    byKeys(view);
  });

  let waiting = 0;
  new ResizeObserver(() => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => charts.filter(view => view.host.clientWidth !== view.width).forEach(draw));
  }).observe(document.body);

  const redraw = () => charts.forEach(draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

  /* On paper the suspects and what is not clean are unfolded, and everything is light. */
  const folded = [];
  const onPaper = is => {
    document.documentElement.classList.toggle('paper', is);
    if (is) {
      document.querySelectorAll('.trace:not([open]), .origin:not([open]), .finding:not(.clean) .steps:not([open])').forEach(each => {
        each.open = true;
        folded.push(each);
      });
    } else {
      folded.splice(0).forEach(each => { each.open = false; });
    }
    redraw();
  };
  matchMedia('print').addEventListener('change', event => onPaper(event.matches));
})();
