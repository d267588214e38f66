// One replication, machine by machine: a Gantt chart that can be looked into to the second.
import { Figure, axis } from "./charts.js";
import { button, element, hint, menu, table } from "./dom.js";
import { dateText, duration, share, shortened, usd } from "./format.js";
import { colours, named_colour } from "./theme.js";

const page_rows = 60;
const row_px = 20;

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
    this.page = 0;
    this.window = [0, this.now.end_s];
  }

  rows() {
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

  // Rectangles of the rows and crosses of what was interrupted, for the window and a drawing so wide.
  drawn(width) {
    const [from, until] = this.window;
    const least_s = ((until - from) / Math.max(200, width)) * 1.2;
    const bars = [];
    const crosses = [];
    this.rows().forEach((row, r) => {
      for (const each of visible(this.phases.get(row), from, until, least_s)) {
        bars.push({ value: [r, this.ms(each.from), this.ms(each.until), each.state], each, row });
      }
      let last = -Infinity;
      for (const [at, what, job] of row.marks) {
        if (at < from || at > until || at - last < least_s * 4) continue;
        last = at;
        crosses.push({ value: [this.ms(at), r], at, what, job, row });
      }
    });
    return { bars, crosses };
  }

  ms(second) {
    return (this.start + second) * 1000;
  }
}

const barShape = (params, api) => {
  const from = api.coord([api.value(1), api.value(0)]);
  const until = api.coord([api.value(2), api.value(0)]);
  const area = params.coordSys;
  const left = Math.max(from[0], area.x);
  const right = Math.min(until[0], area.x + area.width);
  if (right <= left) return undefined;
  const height = api.size([0, 1])[1] * 0.72;
  return { type: "rect", shape: { x: left, y: from[1] - height / 2, width: Math.max(0.8, right - left), height }, style: { fill: api.visual("color") } };
};

export function ganttFigure(data) {
  const machines = new Machines(data);
  const used = () => {
    const seen = new Set();
    for (const phases of machines.phases.values()) for (const phase of phases) seen.add(phase.state);
    return machines.now.states.map((name, i) => ({ name, i })).filter((each) => seen.has(each.i));
  };

  const tooltip = (item) => {
    const { each, row, what, at, job } = item.data;
    if (what) return hint(what, [["when", dateText(machines.start + at)], ["where", row.name], ...(job ? [["job", String(job)]] : [])]);
    if (each.joined > 1) return hint(`${each.joined} phases, most of it ${machines.now.states[each.state]}`, [["where", row.name], ["from", dateText(machines.start + each.from)], ["for", duration(each.until - each.from)]], "Look closer to tell them apart.");
    return machines.jobHint(each.phase, row.name);
  };
  const series = (width) => {
    const { bars, crosses } = machines.drawn(width);
    const byState = new Map(used().map((each) => [each.i, []]));
    for (const bar of bars) byState.get(bar.each.state).push(bar);
    return [
      ...used().map(({ name, i }) => ({ id: name, type: "custom", name, renderItem: barShape, encode: { x: [1, 2], y: 0 }, progressive: 0, clip: true, itemStyle: { color: named_colour(name) }, data: byState.get(i) })),
      { id: "marks", type: "scatter", name: "interruption", symbol: "path://M0,0L10,10M10,0L0,10", symbolSize: 8, z: 10, itemStyle: { color: "transparent", borderColor: colours().text, borderWidth: 1.6 }, data: crosses },
    ];
  };
  const option = (width) => {
    const rows = machines.rows();
    const states = used();
    return {
      useUTC: true,
      legend: { data: [...states.map((each) => each.name), "interruption"] },
      grid: { top: width < 560 ? 100 : 56, bottom: 48, right: 20 },
      tooltip: { trigger: "item", formatter: tooltip },
      dataZoom: [
        { type: "slider", showDataShadow: false, height: 18, bottom: 6, filterMode: "none", startValue: machines.ms(machines.window[0]), endValue: machines.ms(machines.window[1]), borderColor: colours().line, labelFormatter: "", brushSelect: false },
        { type: "inside", filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseMove: true },
      ],
      xAxis: axis({ type: "time", min: machines.ms(0), max: machines.ms(machines.now.end_s), splitLine: { show: false }, axisLabel: { hideOverlap: true } }),
      yAxis: axis({ type: "category", inverse: true, data: rows.map((row) => row.name), splitLine: { show: false },
        axisLabel: { color: colours().text, interval: 0, formatter: (name) => shortened(name.replace(/ job (\d+) at once$/, " ($1)"), width < 560 ? 13 : 24) } }),
      series: series(width),
    };
  };

  let due = 0;
  const zoomed = (chart) => {
    const zoom = chart.getOption().dataZoom[0];
    const second = (ms, percent) => (ms === undefined ? (percent / 100) * machines.now.end_s : ms / 1000 - machines.start);
    machines.window = [Math.max(0, second(zoom.startValue, zoom.start)), Math.min(machines.now.end_s, second(zoom.endValue, zoom.end))];
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => chart.setOption({ series: series(chart.getWidth()).map(({ id, data: points }) => ({ id, data: points })) }));
  };
  const show = (from, until) => {
    const length = Math.min(machines.now.end_s, Math.max(600, until - from));
    const begin = Math.min(Math.max(0, from), machines.now.end_s - length);
    figure.chart.dispatchAction({ type: "dataZoom", dataZoomIndex: 0, startValue: machines.ms(begin), endValue: machines.ms(begin + length) });
  };
  const by = (change) => () => {
    const [from, until] = machines.window;
    const middle = (from + until) / 2;
    const half = (until - from) / 2;
    const [move, scale] = change;
    show(middle + move * half - half * scale, middle + move * half + half * scale);
  };

  const pages = element("span");
  const showPages = () => {
    const n = Math.ceil(machines.kept.length / page_rows);
    pages.replaceChildren();
    if (n > 1) {
      pages.append(menu("Rows", [...Array(n).keys()].map((value) => ({ value, text: `${value * page_rows + 1}–${Math.min(machines.kept.length, (value + 1) * page_rows)}` })), (value) => {
        machines.page = value;
        figure.redraw();
      }).node);
    }
  };
  const strategy = menu("Strategy", machines.all.map((each, value) => ({ text: shortened(each.strategy, 40), value })), (value) => {
    machines.choose(value);
    showPages();
    figure.redraw();
  });
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
    return table("How long each machine was in each state", ["Machine", ...used().map((each) => each.name), "interruptions"], totals);
  };
  const left = machines.all.reduce((sum, each) => sum + each.left_out, 0);
  const figure = new Figure({
    id: "machines", title: "Machine by machine", canvas: true, menus: [strategy.node, pages, steps],
    height: (width) => machines.rows().length * row_px + (width < 560 ? 180 : 130), option, numbers,
    started: (chart) => chart.on("datazoom", () => zoomed(chart)),
    note: `Replication ${machines.now.replication}. Point at a phase to see its job and why it was there; drag the bar below, or use the buttons, to look closer.${left ? ` ${left} machines have too many phases to be kept here: timeline.json has them.` : ""}`,
  });
  return figure;
}

// Many machines: how much of each is used, before one looks at a few.
export function machineHeatFigure(data) {
  const list = data.machines.filter((each) => each.heat);
  if (!list.length) return null;
  let now = list[0];
  const start = data.assumed.start_unix_s;
  const picker = menu("Strategy", list.map((value) => ({ text: shortened(value.strategy, 40), value })), (value) => { now = value; figure.redraw(); });
  const names = () => now.rows.filter((row) => !row.further).map((row) => row.name);
  const option = (width) => ({
    legend: { show: false },
    grid: { top: 12, bottom: 8, right: 12 },
    tooltip: { trigger: "item", formatter: (item) => hint(names()[item.value[1]], [["used", share(item.value[2] / 100)]], dateText(start + item.value[0] * now.heat.bin_s)) },
    visualMap: { show: false, type: "continuous", min: 0, max: 100, inRange: { color: colours().heat } },
    xAxis: axis({ type: "category", data: now.heat.percent[0].map((_, bin) => dateText(start + bin * now.heat.bin_s).slice(5, 11)), axisLabel: { hideOverlap: true } }),
    yAxis: axis({ type: "category", inverse: true, data: names(), axisLabel: { formatter: (name) => shortened(name, width < 560 ? 12 : 22) } }),
    series: [{ type: "heatmap", progressive: 0, data: now.heat.percent.flatMap((row, r) => row.map((value, bin) => [bin, r, value]).filter((each) => each[2] >= 0)) }],
  });
  const numbers = () => table("Percent of a machine's GPUs in use, mean over the run", ["Machine", "used"], now.heat.percent.map((row, r) => {
    const there = row.filter((each) => each >= 0);
    const mean = there.length ? there.reduce((a, b) => a + b, 0) / there.length : null;
    return [names()[r], { text: mean === null ? "–" : share(mean / 100), value: mean }];
  }));
  const figure = new Figure({ id: "heat", title: "All machines", canvas: true, menus: [picker.node], height: Math.min(900, 60 + 6 * names().length), option, numbers,
    note: "The darker, the more of a machine's GPUs are in use. Blank: no machine there." });
  return figure;
}
