// How long jobs queue: the share of jobs that waited no longer than so long.
import { Figure, axis, legendHeight } from "./charts.js";
import { hint, menu, table } from "./dom.js";
import { duration, share, shortened, withSeparators } from "./format.js";
import { colours, strategyColour, strategyDash } from "./theme.js";

// A logarithmic axis that begins at a minute: what waited less is drawn there.
const least_s = 60;
const place = (seconds) => Math.log10(Math.max(seconds, least_s));
const ticks = [60, 600, 3600, 4 * 3600, 86400, 4 * 86400, 14 * 86400, 60 * 86400, 365 * 86400];

export function queueFigure(data) {
  let stream = null;
  const streams = [...new Set(data.queue.map((each) => each.stream))];
  const now = () => data.queue.filter((each) => each.stream === stream);
  const picker = menu("Stream", streams.map((value) => ({ text: value === null ? "all jobs" : shortened(value, 40), value })), (value) => {
    stream = value;
    figure.redraw();
  });
  const index = (each) => data.strategies.indexOf(each.strategy);

  const option = (width) => {
    const list = now();
    const end = Math.max(...list.map((each) => each.curve.at(-1)[0]), 3600);
    const shown = ticks.filter((tick) => tick <= end * 1.3).map(place);
    return {
      legend: { data: list.map((each) => each.strategy) },
      grid: { top: legendHeight(list.map((each) => each.strategy), width) + 16, right: 24, bottom: 34 },
      tooltip: { trigger: "item", formatter: (item) => hint(item.seriesName, [
        [`${share(item.data.share)} of jobs`, `waited ${duration(item.data.s)} or less`, item.color]]) },
      xAxis: axis({ type: "value", min: place(0), max: place(end), name: "queue time", nameLocation: "middle", nameGap: 28,
        axisTick: { customValues: shown }, splitLine: { show: false },
        axisLabel: { customValues: shown, hideOverlap: true, formatter: (value) => (value <= place(0) ? "≤ 1 min" : duration(10 ** value).replace(".0 ", " ")) } }),
      yAxis: axis({ type: "value", min: 0, max: 1, axisLabel: { formatter: (value) => `${Math.round(value * 100)} %` } }),
      series: list.flatMap((each) => {
        const curve = each.curve.map(([s, upTo]) => ({ value: [place(s), upTo], s, share: upTo }));
        const low = curve.filter((point) => point.s <= least_s).at(-1);
        const foot = { value: [low ? place(0) : curve[0].value[0], 0], s: low ? 0 : curve[0].s, share: 0 };
        const begin = low ? [foot, { ...low, value: [place(0), low.share] }] : [foot];
        const rest = curve.filter((point) => point.s > least_s);
        const end_point = { value: [place(end), 1], s: curve.at(-1).s, share: 1 };
        const colour = strategyColour(index(each));
        return [
          { type: "line", name: each.strategy, step: "end", symbol: "circle", symbolSize: 4, showSymbol: false, data: [...begin, ...rest, end_point],
            lineStyle: { color: colour, width: 2, type: strategyDash(index(each)) }, itemStyle: { color: colour }, triggerLineEvent: true },
          { type: "scatter", name: each.strategy, symbolSize: 9, z: 5, itemStyle: { color: colours().back, borderColor: colour, borderWidth: 2 },
            data: [["p50", 0.5], ["p95", 0.95]].map(([key, level]) => ({ value: [place(each[`${key}_s`]), level], s: each[`${key}_s`], share: level })) },
        ];
      }),
    };
  };
  const numbers = () => table("Queue time", ["Strategy", "stream", "jobs", "median", "95th percentile", "longest"],
    data.queue.map((each) => [each.strategy, each.stream ?? "all", { text: withSeparators(each.jobs, 0), value: each.jobs },
      { text: duration(each.p50_s), value: each.p50_s }, { text: duration(each.p95_s), value: each.p95_s },
      { text: duration(each.curve.at(-1)[0]), value: each.curve.at(-1)[0] }]));
  const figure = new Figure({ id: "queue", title: "How long jobs queue", menus: streams.length > 1 ? [picker.node] : [], height: 340, option, numbers,
    note: `The share of jobs that waited no longer than so long, over all ${data.replications} replications. Circles: median and 95th percentile. Where curves lie on each other, the last one is seen.` });
  return figure;
}
