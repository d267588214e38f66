// What a metric comes to over the varied parameters, and where the cheapest strategy changes.
import { Figure, axis, band, legendHeight } from "./charts.js";
import { hint, menu, scaleMenu, table } from "./dom.js";
import { timeSteps, axisText, intervalText, logSteps, metricText, shortened } from "./format.js";
import { colours, strategyColour, strategyDash } from "./theme.js";
import { pointText } from "./verdict.js";

const unitOf = (each) => (each.unit ? `${each.label}, ${each.unit.replace(/^\//, "per ")}` : each.label);
const short = (value) => String(+value.toPrecision(3));

function metricMenu(data, changed) {
  return menu("Metric", data.metrics.names.map((value) => ({ text: value.label, value })), changed);
}

// Lines along the axis; where there is more than one axis, one combination of the others' values at a time.
export function curveFigure(data) {
  const sweep = data.sweep;
  const along = sweep.axes.find((each) => each.path === sweep.along) ?? sweep.axes.find((each) => each.numbers) ?? sweep.axes[0];
  const lines = sweep.lines ?? [{ points: data.metrics.values.total_cost_usd.map((_, i) => i), changes: [] }];
  let metric = data.metrics.names[0];
  let line = lines[0];
  const others = sweep.axes.filter((each) => each !== along);
  const menus = [metricMenu(data, (value) => { metric = value; figure.redraw(); }).node];
  if (lines.length > 1) {
    menus.push(menu("At", lines.map((value) => ({ value, text: shortened(others.map((each) => `${each.label} ${each.texts[value.points[0]]}`).join(", "), 60) })), (value) => {
      line = value;
      figure.redraw();
    }).node);
  }
  let wantsLog = false;
  menus.push(scaleMenu("Scale", (value) => { wantsLog = value; figure.redraw(); }));
  const sampled = !sweep.lines && sweep.points > 1 && !sweep.grid;
  const x = (point) => (along.numbers ? along.numbers[point] : line.points.indexOf(point));
  const values = (s) => line.points.map((point) => [x(point), data.metrics.values[metric.name][point][s], point]).filter((each) => each[1]);

  // The values that were simulated, where there are few.
  const ticks = () => (along.numbers && along.values <= 12 && !sampled ? { customValues: line.points.map(x) } : {});
  const crossings = () => (metric.name !== "total_cost_usd" ? [] : line.changes.filter((each) => each.crossing));
  const inLeftHalf = (at) => {
    const ends = [line.points[0], line.points.at(-1)].map(x);
    return along.log ? at * at < ends[0] * ends[1] : 2 * at < ends[0] + ends[1];
  };
  const marks = () => ({
    markLine: { silent: true, symbol: "none", lineStyle: { color: colours().text, type: "dashed" },
      label: { color: colours().text, formatter: (item) => item.name, position: "end", rotate: 0, distance: 4 },
      data: crossings().map((each) => ({ xAxis: each.crossing.x, label: { align: inLeftHalf(each.crossing.x) ? "left" : "right" }, name: `${shortened(each.after, 16)} from ${short(each.crossing.x)}${along.unit.startsWith("/") ? ` per ${along.unit.slice(1)}` : along.unit ? ` ${along.unit}` : ""}` })) },
    markArea: { silent: true, itemStyle: { color: colours().soft, opacity: 0.14 },
      data: crossings().filter((each) => each.crossing.low !== null).map((each) => [{ xAxis: each.crossing.low }, { xAxis: each.crossing.high }]) },
  });
  const logarithmic = () => (wantsLog ? logSteps(data.strategies.flatMap((_, s) => values(s).map((each) => each[1][0]))) : null);
  const upright = () => {
    const log = logarithmic();
    const common = { name: metric.label, nameGap: crossings().length ? 28 : 15, nameTextStyle: { align: "left" } };
    const formatter = (value) => axisText(metric.kind, value);
    if (log) {
      return axis({ ...common, type: "log", min: log.min, max: log.max, axisTick: { customValues: log.customValues }, axisLabel: { customValues: log.customValues, formatter } });
    }
    return axis({ ...common, type: "value", min: metric.kind === "share" ? undefined : 0,
      ...timeSteps(metric.kind, Math.max(...data.strategies.flatMap((_, s) => values(s).map((each) => each[1][2] ?? each[1][0])))), axisLabel: { formatter } });
  };
  const option = (width) => ({
    legend: { data: data.strategies },
    grid: { top: legendHeight(data.strategies, width) + (crossings().length ? 52 : 36), right: 24, bottom: 34 },
    tooltip: sampled ? { trigger: "item", formatter: (item) => hint(pointText(data, item.data.point), [[item.seriesName, intervalText(metric.kind, item.data.interval), item.color]]) }
      : { trigger: "axis", formatter: (params) => curveHint(params) },
    xAxis: axis({ type: !along.numbers ? "category" : along.log ? "log" : "value", data: along.numbers ? undefined : line.points.map((point) => along.texts[point]),
      name: unitOf(along), nameLocation: "middle", nameGap: 28, min: along.numbers ? "dataMin" : undefined, max: along.numbers ? "dataMax" : undefined,
      splitLine: { show: false }, axisTick: ticks(), axisLabel: { ...ticks(), hideOverlap: true, formatter: (value) => (typeof value === "number" ? short(value) : shortened(value, 14)) } }),
    yAxis: upright(),
    series: data.strategies.flatMap((name, s) => {
      const list = values(s);
      const item = { itemStyle: { color: strategyColour(s) }, data: list.map(([at, interval, point]) => ({ value: [at, interval[0]], interval, point })) };
      if (sampled) return [{ type: "scatter", name, symbolSize: 7, ...item }];
      return [
        band({ name, colour: strategyColour(s), data: list.map(([at, interval]) => [at, interval[1], interval[2]]), floor: logarithmic()?.min }),
        { type: "line", name, symbol: "circle", symbolSize: 6, ...item, lineStyle: { color: strategyColour(s), width: 2, type: strategyDash(s) }, ...(s === 0 ? marks() : {}) },
      ];
    }),
  });
  const curveHint = (params) => {
    const items = params.filter((each) => each.seriesType === "line");
    const point = items[0]?.data.point;
    return hint(point === undefined ? "" : pointText(data, point), items.map((each) => [each.seriesName, intervalText(metric.kind, each.data.interval), each.color]));
  };
  const numbers = () => table(metric.label, [...sweep.axes.map((each) => each.label), ...data.strategies], data.metrics.values[metric.name].map((row, point) => [
    ...sweep.axes.map((each) => each.texts[point]), ...row.map((interval) => ({ text: intervalText(metric.kind, interval), value: interval?.[0] }))]));
  const figure = new Figure({ id: "sweep", title: `Along ${along.label}`, menus, height: 400, option, numbers,
    note: sampled ? "Each point of the design." : "Means with 95 % bands. Where the cheapest strategy changes, a dashed line, and grey its 95 % interval. A name above can be clicked to leave it out." });
  return figure;
}

// Two parameters: a metric of a strategy, or which is cheapest.
export function mapFigure(data) {
  const sweep = data.sweep;
  const [across, down] = sweep.axes;
  const texts = (each) => [...new Set(each.texts)];
  let metric = data.metrics.names[0];
  let strategy = null;
  // Numbers to three digits, their unit stands with the name.
  const valueText = (each, text) => (each.numbers ? short(each.numbers[each.texts.indexOf(text)]) : text);
  const cellText = (point) => (strategy === null ? textOf(point) : value(point, strategy) ? axisText(metric.kind, value(point, strategy)[0]) : "–");
  const columns = texts(across);
  const rows = texts(down);
  const cell = (point) => [columns.indexOf(across.texts[point]), rows.indexOf(down.texts[point])];
  const all = sweep.cheapest.map((_, point) => point);
  const menus = [
    menu("Show", [{ text: "the cheapest strategy", value: null }, ...data.strategies.map((text, value) => ({ text: shortened(text, 40), value }))], (value) => {
      strategy = value;
      figure.redraw();
    }).node,
    metricMenu(data, (value) => { metric = value; figure.redraw(); }).node,
  ];
  const value = (point, s) => data.metrics.values[metric.name][point][s];
  const textOf = (point) => (strategy === null
    ? (sweep.cheapest[point] === null ? "nobody" : data.strategies[sweep.cheapest[point]])
    : metricText(metric.kind, value(point, strategy)?.[0]));
  const leaders = () => data.strategies.flatMap((_, s) => (sweep.cheapest.includes(s) ? [s] : []));
  const option = (width) => {
    const list = all.map((point) => ({ point, value: [...cell(point), strategy === null ? sweep.cheapest[point] : (value(point, strategy)?.[0] ?? null)] })).filter((each) => each.value[2] !== null);
    const amounts = list.map((each) => each.value[2]);
    return {
      legend: { show: false },
      grid: { top: strategy !== null ? 12 : 18 + legendHeight(leaders().map((s) => data.strategies[s]), width - 40), bottom: 46, right: 24 },
      tooltip: { trigger: "item", formatter: (item) => hint(pointText(data, item.data.point), data.strategies.map((name, s) => [name, intervalText(metric.kind, value(item.data.point, s)), strategyColour(s)]), `cheapest: ${sweep.cheapest[item.data.point] === null ? "nobody" : data.strategies[sweep.cheapest[item.data.point]]}`) },
      visualMap: strategy === null
        ? { type: "piecewise", dimension: 2, orient: "horizontal", left: 0, top: 0, itemGap: 14, hoverLink: false, selectedMode: false, textStyle: { color: colours().text }, pieces: leaders().map((s) => ({ value: s, color: strategyColour(s), label: shortened(data.strategies[s], width < 560 ? 14 : 28) })) }
        : { show: false, type: "continuous", min: Math.min(...amounts), max: Math.max(...amounts), inRange: { color: colours().heat } },
      xAxis: axis({ type: "category", data: columns, name: unitOf(across), nameLocation: "middle", nameGap: 28, axisLabel: { hideOverlap: true, formatter: (text) => shortened(valueText(across, text), 12) } }),
      yAxis: axis({ type: "category", data: rows, axisLabel: { formatter: (text) => shortened(valueText(down, text), 12) } }),
      series: [{ type: "heatmap", data: list, itemStyle: { borderColor: colours().back, borderWidth: 1 },
        label: { show: all.every((point) => cellText(point).length * 7 + 8 < (width - 60) / columns.length), fontSize: 11, color: "#fff", textBorderColor: "#0009", textBorderWidth: 2, formatter: (item) => cellText(item.data.point) } }],
    };
  };
  const numbers = () => table("By both parameters", [down.label, across.label, "shown"], all.map((point) => [down.texts[point], across.texts[point], textOf(point)]));
  const figure = new Figure({ id: "map", title: `${across.label} and ${down.label}`, menus, height: 120 + 34 * rows.length, option, numbers,
    note: `Across: ${unitOf(across)}; up: ${unitOf(down)}.` });
  return figure;
}

export function driversTable(data) {
  const rows = data.sweep.drivers.filter((each) => each.coefficients.length);
  if (!rows.length) return null;
  return table("What drives the total cost: standardized coefficients of a straight line", ["Strategy", "R²", ...rows[0].coefficients.map((each) => each.path)],
    rows.map((each) => [each.strategy, { text: each.r_squared.toFixed(2), value: each.r_squared }, ...each.coefficients.map((one) => ({ text: one.coefficient === null ? "–" : one.coefficient.toFixed(2), value: one.coefficient }))]));
}
