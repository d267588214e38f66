// Cost against waiting: who is beaten in both, and who is not.
import { Figure, axis, legendHeight, whiskers } from "./charts.js";
import { hint, menu, scaleMenu, table } from "./dom.js";
import { timeSteps, axisText, intervalText, logSteps, shortened } from "./format.js";
import { colours, strategyColour } from "./theme.js";
import { pointText } from "./verdict.js";

export function tradeoffFigure(data) {
  let choice = data.tradeoff.choices[0];
  const metricOf = (name) => data.metrics.names.find((each) => each.name === name);
  const known = data.tradeoff.choices.filter((each) => metricOf(each.metric));
  const picker = menu("Against", known.map((each) => ({ text: metricOf(each.metric).label, value: each })), (value) => {
    choice = value;
    figure.redraw();
  });
  let wantsLog = false;
  const scale = scaleMenu("Cost", (value) => { wantsLog = value; figure.redraw(); });
  const has = (list, point, s) => list.some((each) => each[0] === point && each[1] === s);
  const dots = () => {
    const x = data.metrics.values.total_cost_usd;
    const y = data.metrics.values[choice.metric];
    return x.flatMap((row, point) => row.map((cost, s) => ({ point, s, cost, wait: y[point][s],
      front: has(choice.front, point, s), comparable: has(choice.comparable, point, s) }))).filter((each) => each.cost && each.wait);
  };
  const nameOf = (dot) => data.strategies[dot.s] + (data.sweep ? `, ${pointText(data, dot.point)}` : "");
  const remark = (dot) => (!dot.comparable ? "finished less work than others: not compared" : dot.front ? "on the front: nobody beats it in both" : "beaten in both by another");

  const option = (width) => {
    const list = dots();
    const metric = metricOf(choice.metric);
    const line = choice.front.map(([point, s]) => list.find((dot) => dot.point === point && dot.s === s)).filter(Boolean);
    const many = list.length > 12;
    const log = wantsLog ? logSteps(list.map((dot) => dot.cost[0])) : null;
    const costScale = log ? { type: "log", min: log.min, max: log.max, axisTick: { customValues: log.customValues } } : { type: "value", min: 0 };
    const series = data.strategies.map((name, s) => ({
      type: "scatter", name, symbolSize: many ? 8 : 13, z: 6,
      itemStyle: { color: strategyColour(s), opacity: 1 },
      data: list.filter((dot) => dot.s === s).map((dot) => ({ value: [dot.cost[0], dot.wait[0]], dot,
        itemStyle: dot.front ? {} : { color: colours().grey, borderColor: strategyColour(s), borderWidth: 1.5 } })),
      label: { show: !many && width >= 560, position: "right", offset: [0, -12], distance: 4, color: colours().text, textBorderColor: colours().back, textBorderWidth: 3, fontSize: 12, formatter: (item) => shortened(item.seriesName, 24) },
      labelLayout: { hideOverlap: true },
    }));
    const faint = many ? colours().grey : colours().soft;
    const both = [
      whiskers({ colour: faint, across: many ? 2 : 5, horizontal: true, z: 4, data: list.map((dot) => [dot.wait[0], dot.cost[1] === null ? null : Math.max(dot.cost[1], log?.min ?? -Infinity), dot.cost[2]]) }),
      whiskers({ colour: faint, across: many ? 2 : 5, horizontal: false, z: 4, data: list.map((dot) => [dot.cost[0], dot.wait[1] === null ? null : Math.max(0, dot.wait[1]), dot.wait[2]]) }),
    ];
    return {
      legend: { data: data.strategies, show: many || width < 560 },
      grid: { top: (many || width < 560 ? legendHeight(data.strategies, width) : 0) + 40, right: width < 560 ? 20 : 110, bottom: 34 },
      tooltip: { trigger: "item", formatter: (item) => hint(nameOf(item.data.dot), [
        ["total cost", intervalText("usd", item.data.dot.cost)], [metric.label, intervalText(metric.kind, item.data.dot.wait)]], remark(item.data.dot)) },
      xAxis: axis({ ...costScale, name: "total cost", nameLocation: "middle", nameGap: 28, axisLabel: { ...(log ? { customValues: log.customValues } : {}), formatter: (value) => axisText("usd", value), hideOverlap: true } }),
      yAxis: axis({ type: "value", name: metric.label, nameTextStyle: { align: "left" }, min: 0, splitNumber: 4, ...timeSteps(metric.kind, Math.max(...list.map((dot) => dot.wait[2] ?? dot.wait[0]))), axisLabel: { formatter: (value) => axisText(metric.kind, value) } }),
      series: [
        { type: "line", step: "end", silent: true, symbol: "none", z: 3, data: line.map((dot) => [dot.cost[0], dot.wait[0]]), lineStyle: { color: colours().soft, type: "dashed", width: 1.5 } },
        ...both, ...series,
      ],
    };
  };
  const numbers = () => {
    const metric = metricOf(choice.metric);
    return table("Cost against waiting", ["Strategy", "total cost", metric.label, ""], dots().map((dot) => [
      nameOf(dot), { text: intervalText("usd", dot.cost), value: dot.cost[0] },
      { text: intervalText(metric.kind, dot.wait), value: dot.wait[0] }, remark(dot)]));
  };
  const figure = new Figure({ id: "tradeoff", title: "Cost against waiting", menus: [picker.node, scale], height: 380, option, numbers,
    note: "To the left is cheaper, below is sooner. The dashed line joins those that nobody beats in both; grey ones are beaten." });
  return figure;
}
