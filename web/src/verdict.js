// The answer: a sentence, what each strategy costs and why, and where the money goes.
import { Figure, axis, legendHeight, whiskers } from "./charts.js";
import { element, hint, menu, table } from "./dom.js";
import { axisText, intervalText, shortened, unbroken, usd, withSeparators } from "./format.js";
import { colours, named_colour } from "./theme.js";

const key_metrics = ["total_cost_usd", "idle_waste_usd", "idle_waste_share", "queue_time_mean_s", "queue_time_p95_s", "deadline_misses", "utilization"];

export function keyNumbers(data, point, caption) {
  const metrics = key_metrics.map((name) => data.metrics.names.find((each) => each.name === name)).filter(Boolean);
  const value = (metric, s) => data.metrics.values[metric.name][point][s];
  const best = metrics.map((metric) => bestOf(metric, data.strategies.map((_, s) => value(metric, s))));
  const rows = data.strategies.map((name, s) => [
    name,
    ...metrics.map((metric, m) => {
      const interval = value(metric, s);
      const text = intervalText(metric.kind, interval);
      return { text: best[m].includes(s) ? `${text} *` : text, value: interval?.[0] };
    }),
  ]);
  const made = table(caption, ["Strategy", ...metrics.map((metric) => metric.label)], rows);
  made.append(element("p", { class: "note" }, "Means with 95 % intervals; * best of the column."));
  return made;
}

// Those with the best mean; nobody where all are alike.
function bestOf(metric, intervals) {
  if (!metric.better) return [];
  const means = intervals.map((each) => (each ? (metric.better === "lower" ? each[0] : -each[0]) : Infinity));
  const least = Math.min(...means);
  const winners = means.flatMap((each, i) => (each === least ? [i] : []));
  return winners.length === means.length ? [] : winners;
}

// Horizontal stacked bars; the rest of a chart's height goes to its axis.
const barsHeight = (n) => 34 * n + 100;

export function costFigure(data, costsNow, id, menus = []) {
  const infeasible = (cost) => cost.infeasible || !cost.total;
  const option = (width) => {
    const costs = costsNow();
    const names = [...new Set(costs.flatMap((cost) => cost.categories.map((each) => each.name)))];
    const series = names.map((name) => ({
      type: "bar", stack: "cost", name, barMaxWidth: 26, itemStyle: { color: named_colour(name) },
      data: costs.map((cost) => cost.categories.find((each) => each.name === name)?.usd[0] ?? 0),
    }));
    const totals = whiskers({ name: "total", horizontal: true, colour: colours().text,
      texts: costs.map((cost) => (cost.total ? usd(cost.total[0]) : "")),
      data: costs.map((cost, i) => (cost.total ? [i, cost.total[1] ?? cost.total[0], cost.total[2] ?? cost.total[0]] : [i, null, null])) });
    return {
      legend: { data: names },
      grid: { top: legendHeight(names, width) + 12, right: 76 },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, formatter: (params) => costHint(costs[params[0].dataIndex]) },
      xAxis: axis({ type: "value", splitNumber: width < 560 ? 3 : 5, axisLabel: { formatter: (value) => axisText("usd", value), hideOverlap: true } }),
      yAxis: axis({ type: "category", inverse: true, data: costs.map((cost) => cost.strategy), splitLine: { show: false },
        axisLabel: { color: colours().text, formatter: (name) => shortened(name, width < 560 ? 14 : 26) } }),
      series: [...series, totals],
    };
  };
  const numbers = () => {
    const costs = costsNow();
    const names = [...new Set(costs.flatMap((cost) => cost.categories.map((each) => each.name)))];
    return table("Cost by category, mean with 95 % interval", ["Strategy", "total", ...names], costs.map((cost) => [
      cost.strategy,
      infeasible(cost) ? (cost.infeasible ?? "no run has finished") : { text: intervalText("usd", cost.total), value: cost.total[0] },
      ...names.map((name) => {
        const part = cost.categories.find((each) => each.name === name);
        return part ? { text: intervalText("usd", part.usd), value: part.usd[0] } : "–";
      }),
    ]));
  };
  return new Figure({ id, title: "What each strategy costs", menus, height: barsHeight(data.strategies.length),
    note: "Stacked by category; the whisker is the 95 % interval of the total.", option, numbers });
}

function costHint(cost) {
  if (!cost.total) return hint(cost.strategy, [], cost.infeasible ?? "No run has finished.");
  return hint(cost.strategy, [
    ["total", intervalText("usd", cost.total)],
    ...cost.categories.map((each) => [each.name, intervalText("usd", each.usd), named_colour(each.name)]),
  ], `${cost.finished} of ${cost.replications} replications`);
}

// Steps are rounded to whole dollars where the total has a hundred of them, so that they add up.
const shownText = (cost, shown) => `$${withSeparators(shown, cost.total[0] < 100 ? 2 : 0)}`;

export function wasteFigure(data, costsNow, id) {
  const start = costsNow();
  const cheapest = start.reduce((best, cost, i) =>
    cost.total && (best < 0 || cost.total[0] < start[best].total[0]) ? i : best, -1);
  let chosen = Math.max(0, cheapest);
  const choice = menu("Strategy", data.strategies.map((text, value) => ({ text: shortened(text, 40), value })), (value) => {
    chosen = value;
    figure.redraw();
  });
  choice.select.selectedIndex = chosen;
  const stepsOf = (cost) => {
    let reached = 0;
    const steps = cost.waterfall.map((each) => {
      const from = reached;
      reached += each.shown_usd;
      return { name: each.name, from, to: reached, shown: each.shown_usd, usd: each.usd };
    });
    return [...steps, { name: "total", from: 0, to: reached, shown: reached, usd: cost.total }];
  };
  const option = (width) => {
    const cost = costsNow()[chosen];
    const steps = cost.total ? stepsOf(cost) : [];
    return {
      legend: { show: false },
      grid: { top: 12, right: 76 },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, formatter: (params) => {
        const step = steps[params[0].dataIndex];
        return hint(step.name, [[shortened(cost.strategy), intervalText("usd", step.usd), named_colour(step.name)]]);
      } },
      xAxis: axis({ type: "value", splitNumber: width < 560 ? 3 : 5, axisLabel: { formatter: (value) => axisText("usd", value), hideOverlap: true } }),
      yAxis: axis({ type: "category", inverse: true, data: steps.map((step) => step.name), splitLine: { show: false }, axisLabel: { color: colours().text } }),
      series: [
        { type: "bar", stack: "w", silent: true, itemStyle: { color: "transparent" }, data: steps.map((step) => Math.min(step.from, step.to)) },
        { type: "bar", stack: "w", barMaxWidth: 26, data: steps.map((step) => ({
          value: Math.abs(step.to - step.from), itemStyle: { color: named_colour(step.name) } })),
          label: { show: true, color: colours().text, fontSize: 12, position: "right", distance: 6,
            formatter: (item) => shownText(cost, steps[item.dataIndex].shown) } },
      ],
    };
  };
  const numbers = () => table("Where the money goes", ["Strategy", "of", "shown", "mean with 95 % interval"],
    costsNow().filter((cost) => cost.total).flatMap((cost) => stepsOf(cost).map((step) => [
      cost.strategy, step.name, { text: shownText(cost, step.shown), value: step.shown }, { text: intervalText("usd", step.usd), value: step.usd[0] },
    ])));
  const figure = new Figure({ id, title: "Where the money goes", menus: [choice.node], height: barsHeight(5), option, numbers,
    note: "Useful compute, then what was wasted on top of it, up to the total." });
  return figure;
}

export function verdictSection(data) {
  const verdict = data.verdict;
  if (data.kind === "runs") {
    return [
      element("p", { class: "sentence", id: "sentence" }, unbroken(verdict.sentence)),
      sure(verdict.sure),
      keyNumbers(data, 0, "The strategies at a glance"),
      verdict.findings.length ? element("p", { class: "note" }, `Against ${verdict.baseline}, on the same luck:`) : null,
      verdict.findings.length ? element("ul", { class: "findings" }, ...verdict.findings.map((each) => element("li", {}, unbroken(each)))) : null,
      pair(costFigure(data, () => verdict.costs, "costs"), wasteFigure(data, () => verdict.costs, "waste")),
    ];
  }
  return sweepVerdict(data);
}

// How sure that is, and what makes the difference.
const sure = (sentences) => (sentences.length ? element("p", { class: "sure" }, unbroken(sentences.join(" "))) : null);

const pair = (...figures) => element("div", { class: "pair" }, ...figures.map((each) => each.node));

export function pointText(data, point) {
  return data.sweep.axes.map((each) => `${each.label} ${each.texts[point]}`).join(", ");
}

// One line of points has one answer; of several each has its own, below what they lie along.
function answer(text, otherwise) {
  if (!text.length) return [otherwise];
  return text.length === 2 ? [text[1]] : [`${text[0]}:`];
}

function sweepVerdict(data) {
  let point = 0;
  const costs = () => data.verdict.by_point[point].costs;
  const sentence = element("p", { id: "point-sentence" });
  const glance = element("div");
  const show = () => {
    const at = data.verdict.by_point[point];
    sentence.textContent = unbroken([`At ${pointText(data, point)}: ${at.sentence}`, ...at.sure].join(" "));
    glance.replaceChildren(keyNumbers(data, point, "The strategies at this point"));
  };
  const choice = menu("Point", data.verdict.by_point.map((_, value) => ({ text: shortened(pointText(data, value), 60), value })), (value) => {
    point = value;
    show();
    both.forEach((figure) => figure.redraw());
  });
  const both = [costFigure(data, costs, "costs"), wasteFigure(data, costs, "waste")];
  show();
  const text = data.sweep.text ?? [];
  return [
    element("p", { class: "sentence", id: "sentence" }, ...answer(text, sentence.textContent).map(unbroken)),
    text.length === 2 ? element("p", { class: "note" }, text[0]) : null,
    text.length > 2 ? element("ul", { class: "findings" }, ...text.slice(1).map((each) => element("li", {}, unbroken(each)))) : null,
    element("div", { class: "menus" }, choice.node), sentence, glance, pair(...both),
  ];
}

