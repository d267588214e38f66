// One replication, machine by machine: a Gantt chart that can be looked into to the second.
import { Figure, axis, graphic, legendHeight, timeLabels } from "./charts.js";
import { button, element, hint, menu, table } from "./dom.js";
import { dateText, duration, share, shortened, usd } from "./format.js";
import { colours, named_colour } from "./theme.js";

const page_rows = 60;
const row_px = 20;
const mark_name = "interruption, failure";
const least_px = 1.2; // what is narrower is joined with its neighbours

// "dual-4090[1] (2)" for the second job on a rig: where there is no room, the pool's name gives way.
function rowText(name, most) {
  const [, pool, rest] = name.replace(/ job (\d+) at once$/, " ($1)").match(/^(.*?)(\[\d+\](?: \(\d+\))?)?$/s);
  return shortened(pool, most - (rest?.length ?? 0)) + (rest ?? "");
}

// The machine that a row is of: "dual-4090[1]" of "dual-4090[1] job 2 at once".
const machineOf = (row) => row.name.replace(/ job \d+ at once$/, "");

// The flat list of a row: gap, length, state, job, checkpoints.
function unpacked(row) {
  const phases = [];
  let at = 0;
  for (let i = 0; i < row.phases.length; i += 5) {
    const from = at + row.phases[i];
    at = from + row.phases[i + 1];
    phases.push({ from, until: at, state: row.phases[i + 2], job: row.phases[i + 3], checkpoints: row.phases[i + 4] });
  }
  return phases;
}

// What can be seen of a row between two seconds: phases narrower than `least_s` are joined to one, in the
// state that most of it is.
function visible(phases, from, until, least_s) {
  const shown = [];
  let crowd = null;
  const close = () => {
    if (crowd) {
      const [state] = [...crowd.by].reduce((a, b) => (b[1] > a[1] ? b : a));
      shown.push({ from: crowd.from, until: crowd.until, state, job: 0, joined: crowd.n, phase: crowd.n === 1 ? crowd.only : null });
      crowd = null;
    }
  };
  for (const phase of phases) {
    if (phase.until <= from || phase.from >= until) continue;
    const length = phase.until - phase.from;
    if (length >= least_s) {
      close();
      shown.push({ ...phase, joined: 1, phase });
      continue;
    }
    if (crowd && phase.until - crowd.from > 2 * least_s) close();
    crowd ??= { from: phase.from, until: phase.until, by: new Map(), n: 0 };
    crowd.until = phase.until;
    crowd.by.set(phase.state, (crowd.by.get(phase.state) ?? 0) + length);
    crowd.only = phase;
    ++crowd.n;
  }
  close();
  return shown;
}

class Machines {
  constructor(data) {
    this.data = data;
    this.start = data.assumed.start_unix_s;
    this.all = data.machines;
    this.choose(0);
  }

  choose(which) {
    this.now = this.all[which];
    this.kept = this.now.rows.filter((row) => row.kept);
    this.phases = new Map(this.kept.map((row) => [row, unpacked(row)]));
    this.cache = new Map();
    this.page = 0;
    this.machine = null; // the one that is looked at; null: all
  }

  rows() {
    if (this.machine !== null) return this.kept.filter((row) => machineOf(row) === this.machine);
    return this.kept.slice(this.page * page_rows, (this.page + 1) * page_rows);
  }

  jobHint(phase, where) {
    const job = this.now.jobs[phase.job];
    const state = this.now.states[phase.state];
    const span = `${dateText(this.start + phase.from)}, for ${duration(phase.until - phase.from)}`;
    if (!job) return hint(`${where}: ${state}`, [], span);
    const [stream, gpus, submit, queued, cost, status, interruptions, attempts] = job;
    const attempt = attempts.filter((each) => each[0] <= phase.from).at(-1);
    return hint(`Job ${phase.job} of ${shortened(this.now.streams[stream], 40)}: ${state}`, [
      ["when", span], ["where", where], ["GPUs", String(gpus)], ["submitted", dateText(this.start + submit)],
      ["queued in all", duration(queued)], ["interruptions", String(interruptions)], ["cost", usd(cost)], ["in the end", status],
      ...(phase.checkpoints ? [["checkpoints in this stretch", String(phase.checkpoints)]] : []),
    ], attempt ? `Why there: ${this.now.reasons[attempt[1]]}.` : "");
  }

  // What is drawn of a row where its second 0 is at `zero` and its last at `end`, in pixels: rectangles by
  // state. Asked for by each state in turn, so the last answer for a row is kept.
  bars(row, zero, end, left, right) {
    const key = `${zero} ${end} ${left} ${right}`;
    const known = this.cache.get(row);
    if (known?.key === key) return known.byState;
    const px_per_s = (end - zero) / this.now.end_s;
    const from = (left - zero) / px_per_s;
    const until = (right - zero) / px_per_s;
    const byState = this.now.states.map(() => []);
    for (const each of visible(this.phases.get(row), from, until, least_px / px_per_s)) {
      const x = Math.max(left, zero + each.from * px_per_s);
      byState[each.state].push(x, Math.max(0.8, Math.min(right, zero + each.until * px_per_s) - x));
    }
    this.cache.set(row, { key, byState });
    return byState;
  }

  ms(second) {
    return (this.start + second) * 1000;
  }
}

// Thousands of rectangles, or crosses, as one thing to draw: pairs of place and width.
const Bars = graphic.extendShape({
  shape: { pairs: [], y: 0, height: 0 },
  buildPath: (context, { pairs, y, height }) => {
    for (let i = 0; i < pairs.length; i += 2) context.rect(pairs[i], y, pairs[i + 1], height);
  },
});
const Crosses = graphic.extendShape({
  shape: { places: [], y: 0 },
  buildPath: (context, { places, y }) => {
    for (const x of places) {
      context.moveTo(x - 4, y - 4);
      context.lineTo(x + 4, y + 4);
      context.moveTo(x + 4, y - 4);
      context.lineTo(x - 4, y + 4);
    }
  },
});
graphic.registerShape("bars", Bars);
graphic.registerShape("crosses", Crosses);

export function ganttFigure(data) {
  const machines = new Machines(data);
  const used = () => {
    const seen = new Set();
    for (const phases of machines.phases.values()) for (const phase of phases) seen.add(phase.state);
    return machines.now.states.map((name, i) => ({ name, i })).filter((each) => seen.has(each.i));
  };

  const legendNames = () => [...used().map((each) => each.name), mark_name];

  // Where the pointer is: a row and a second.
  let pointer = [0, 0];
  const tooltip = () => {
    const [ms, r] = figure.chart.convertFromPixel({ gridIndex: 0 }, pointer);
    const row = machines.rows()[Math.round(r)];
    if (!row) return "";
    const second = ms / 1000 - machines.start;
    const s_per_px = (figure.chart.convertFromPixel({ gridIndex: 0 }, [pointer[0] + 1, pointer[1]])[0] - ms) / 1000;
    const mark = row.marks.find((each) => Math.abs(each[0] - second) < 5 * s_per_px);
    if (mark) {
      const [at, what, job] = mark;
      return hint(what, [["when", dateText(machines.start + at)], ["where", row.name], ...(job ? [["job", String(job)]] : [])]);
    }
    const each = visible(machines.phases.get(row), second - s_per_px, second + s_per_px, least_px * s_per_px).at(0);
    if (!each) return "";
    if (!each.phase) return hint(`${each.joined} phases, most of it ${machines.now.states[each.state]}`, [["where", row.name], ["from", dateText(machines.start + each.from)], ["for", duration(each.until - each.from)]], "Look closer to tell them apart.");
    return machines.jobHint(each.phase, row.name);
  };

  // Of a row: where its second 0 and its last are, and its part of the drawing.
  const geometry = (params, api) => {
    const r = api.value(0);
    const [zero, middle] = api.coord([machines.ms(0), r]);
    const end = api.coord([machines.ms(machines.now.end_s), r])[0];
    const height = api.size([0, 1])[1] * 0.72;
    return { row: machines.rows()[r], zero, end, middle, height, left: params.coordSys.x, right: params.coordSys.x + params.coordSys.width };
  };
  const rowSeries = (name, renderItem, more) => ({
    id: name, name, type: "custom", renderItem, encode: { x: [1, 2], y: 0 }, progressive: 0, clip: true,
    data: machines.rows().map((_, r) => [r, machines.ms(0), machines.ms(machines.now.end_s)]), ...more,
  });
  const phaseSeries = ({ name, i }) => rowSeries(name, (params, api) => {
    const at = geometry(params, api);
    const pairs = machines.bars(at.row, at.zero, at.end, at.left, at.right)[i];
    return { type: "bars", silent: true, shape: { pairs, y: at.middle - at.height / 2, height: at.height }, style: { fill: named_colour(name) } };
  }, { silent: true, itemStyle: { color: named_colour(name) } });
  const markSeries = () => rowSeries(mark_name, (params, api) => {
    const at = geometry(params, api);
    const px_per_s = (at.end - at.zero) / machines.now.end_s;
    const places = [];
    for (const [second] of at.row.marks) {
      const x = at.zero + second * px_per_s;
      if (x >= at.left && x <= at.right && !(x - places.at(-1) < 4)) places.push(x);
    }
    return { type: "crosses", silent: true, shape: { places, y: at.middle }, style: { fill: null, stroke: colours().text, lineWidth: 1.4 } };
  }, { silent: true, z: 10, itemStyle: { color: colours().text } });
  // What the pointer finds, all of a row at once.
  const groundSeries = () => rowSeries("ground", (params, api) => {
    const at = geometry(params, api);
    return { type: "rect", shape: { x: at.left, y: at.middle - at.height / 2, width: at.right - at.left, height: at.height }, style: { fill: "transparent" } };
  }, { z: 1 });
  const option = (width) => {
    const rows = machines.rows();
    const states = used();
    return {
      useUTC: true,
      legend: { formatter: null, data: [...states.map((each) => each.name), { name: mark_name, icon: "path://M0,1L1,0L5,4L9,0L10,1L6,5L10,9L9,10L5,6L1,10L0,9L4,5Z" }] },
      grid: { top: legendHeight(legendNames(), width) + 12, bottom: 48, right: 20 },
      tooltip: { trigger: "item", formatter: tooltip },
      dataZoom: [
        { type: "slider", showDataShadow: false, height: 18, bottom: 6, filterMode: "none", borderColor: colours().line, labelFormatter: "", brushSelect: false },
        { type: "inside", filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseMove: true },
      ],
      xAxis: axis({ type: "time", min: machines.ms(0), max: machines.ms(machines.now.end_s), splitLine: { show: false }, axisLabel: { hideOverlap: true, formatter: timeLabels } }),
      yAxis: axis({ type: "category", inverse: true, data: rows.map((row) => row.name), splitLine: { show: false },
        axisLabel: { color: colours().text, interval: 0, formatter: (name) => rowText(name, width < 560 ? 14 : 26) } }),
      series: [groundSeries(), ...states.map(phaseSeries), markSeries()],
    };
  };

  const seen = () => {
    const [zoom] = figure.chart.getOption().dataZoom;
    return [zoom.startValue / 1000 - machines.start, zoom.endValue / 1000 - machines.start];
  };
  const show = (from, until) => {
    const length = Math.min(machines.now.end_s, Math.max(600, until - from));
    const begin = Math.min(Math.max(0, from), machines.now.end_s - length);
    figure.chart.dispatchAction({ type: "dataZoom", dataZoomIndex: 0, startValue: machines.ms(begin), endValue: machines.ms(begin + length) });
  };
  const shown = element("span", { class: "note", role: "status" });
  const tellShown = () => {
    shown.textContent = seen().map((second) => dateText(machines.start + Math.round(second))).join(" to ");
  };
  const by = (change) => () => {
    const [from, until] = seen();
    const middle = (from + until) / 2;
    const half = (until - from) / 2;
    const [move, scale] = change;
    show(middle + move * half - half * scale, middle + move * half + half * scale);
  };

  const pages = element("span", { class: "menus" });
  const showPages = () => {
    const n = Math.ceil(machines.kept.length / page_rows);
    pages.replaceChildren();
    if (machines.now.heat) {
      const names = machines.kept.filter((row) => !row.further).map(machineOf);
      const one = menu("Machine", [{ text: `all ${names.length} that are kept here`, value: null }, ...names.map((value) => ({ text: shortened(value, 40), value }))], (value) => {
        machines.machine = value;
        figure.redraw();
      });
      one.select.selectedIndex = names.indexOf(machines.machine) + 1;
      pages.append(one.node);
    }
    if (n > 1) {
      pages.append(menu("Rows", [...Array(n).keys()].map((value) => ({ value, text: `${value * page_rows + 1}–${Math.min(machines.kept.length, (value + 1) * page_rows)}` })), (value) => {
        machines.page = value;
        machines.machine = null;
        showPages();
        figure.redraw();
      }).node);
    }
  };
  const choose = (which, machine) => {
    machines.choose(which);
    machines.machine = machine;
    showPages();
    figure.redraw();
  };
  const strategy = menu("Strategy", machines.all.map((each, value) => ({ text: shortened(each.strategy, 40), value })), (value) => choose(value, null));
  const steps = element("span", { class: "buttons" },
    button("+", by([0, 0.5]), "Look closer"), button("−", by([0, 2]), "Step back"),
    button("◀", by([-1, 1]), "Earlier"), button("▶", by([1, 1]), "Later"), button("All", () => show(0, machines.now.end_s), "All of the run"));
  showPages();

  const numbers = () => {
    const { now } = machines;
    const totals = now.rows.filter((row) => row.kept).map((row) => {
      const spent = now.states.map(() => 0);
      for (const phase of machines.phases.get(row)) spent[phase.state] += phase.until - phase.from;
      return [row.name, ...used().map((each) => ({ text: duration(spent[each.i]), value: spent[each.i] })), { text: String(row.marks.length), value: row.marks.length }];
    });
    return table("How long each machine was in each state", ["Machine", ...used().map((each) => each.name), "interruptions and failures"], totals);
  };
  const left = machines.all.reduce((sum, each) => sum + each.left_out, 0);
  const figure = new Figure({
    id: "machines", title: "Machine by machine", canvas: true, menus: [strategy.node, pages, steps, shown],
    height: (width) => machines.rows().length * row_px + legendHeight(legendNames(), width) + 92, option, numbers,
    started: (chart) => {
      chart.getZr().on("mousemove", (event) => { pointer = [event.offsetX, event.offsetY]; });
      chart.on("datazoom", tellShown);
    },
    drawn: () => tellShown(),
    note: `Replication ${machines.now.replication}. Point at a phase to see its job and why it was there; drag the bar below, or use the buttons, to look closer.${machines.all.some((each) => each.rows.some((row) => row.further)) ? " A number in brackets at the end, (2): a further job on the machine at the same time." : ""}${left ? ` ${left} rows have too many phases to be kept here: timeline.json has them.` : ""}`,
  });
  // From the map of all machines; whether it is there to be seen.
  figure.look = (which, name) => {
    const kept = machines.all[which].rows.some((row) => row.kept && machineOf(row) === name);
    if (kept) {
      strategy.select.selectedIndex = which;
      choose(which, name);
      figure.node.scrollIntoView({ block: "nearest" });
    }
    return kept;
  };
  return figure;
}

// Many machines: how much of each is used, before one looks at a few.
export function machineHeatFigure(data, look) {
  const list = data.machines.filter((each) => each.heat);
  if (!list.length) return null;
  let now = list[0];
  const start = data.assumed.start_unix_s;
  const picker = menu("Strategy", list.map((value) => ({ text: shortened(value.strategy, 40), value })), (value) => { now = value; figure.redraw(); });
  const names = () => now.rows.filter((row) => !row.further).map((row) => row.name);
  const height = () => Math.min(900, 90 + 6 * names().length);
  const lookAt = (item) => {
    const name = names()[item.value[1]];
    said.textContent = look(data.machines.indexOf(now), name) ? "" : `${name} has too many phases to be kept here: timeline.json has it.`;
  };
  const said = element("p", { class: "note", role: "status" });
  const option = (width) => ({
    legend: { show: false },
    grid: { top: 40, bottom: 8, right: 12 },
    tooltip: { trigger: "item", formatter: (item) => hint(names()[item.value[1]], [["used", share(item.value[2] / 100)]], dateText(start + item.value[0] * now.heat.bin_s)) },
    visualMap: { type: "continuous", min: 0, max: 100, orient: "horizontal", left: 0, top: 0, itemHeight: width < 560 ? 110 : 180, itemWidth: 12, text: ["100 %", "0 %"], textStyle: { color: colours().soft }, inRange: { color: colours().heat } },
    xAxis: axis({ type: "category", data: now.heat.percent[0].map((_, bin) => dateText(start + bin * now.heat.bin_s).slice(5, 11)), axisLabel: { hideOverlap: true } }),
    yAxis: axis({ type: "category", inverse: true, data: names(), axisLabel: { interval: Math.ceil((15 * names().length) / (height() - 90)) - 1, formatter: (name) => rowText(name, width < 560 ? 12 : 22) } }),
    series: [{ type: "heatmap", progressive: 0, data: now.heat.percent.flatMap((row, r) => row.map((value, bin) => [bin, r, value]).filter((each) => each[2] >= 0)) }],
  });
  const numbers = () => table("Percent of a machine's GPUs in use, mean over the run", ["Machine", "used"], now.heat.percent.map((row, r) => {
    const there = row.filter((each) => each >= 0);
    const mean = there.length ? there.reduce((a, b) => a + b, 0) / there.length : null;
    return [names()[r], { text: mean === null ? "–" : share(mean / 100), value: mean }];
  }));
  const figure = new Figure({ id: "heat", title: "All machines", canvas: true, menus: [picker.node], height, option, numbers,
    started: (chart) => chart.on("click", lookAt),
    note: "The share of a machine's GPUs that is in use; blank: no machine there. Click on a machine to see it below, phase by phase, or choose it there." });
  figure.node.append(said);
  return figure;
}
