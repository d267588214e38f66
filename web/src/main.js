// The page: its sections, in the order in which people ask.
import { assumedSection } from "./assumed.js";
import { drawAll } from "./charts.js";
import { button, element } from "./dom.js";
import { ganttFigure, machineHeatFigure } from "./machines.js";
import { queueFigure } from "./queue.js";
import { curveFigure, driversTable, mapFigure } from "./sweep.js";
import { toggleTheme } from "./theme.js";
import { tradeoffFigure } from "./tradeoff.js";
import { verdictSection } from "./verdict.js";
import { busyFigure, moneyFigure, weekFigure } from "./year.js";

const data = JSON.parse(document.getElementById("data").textContent);
const node = (figure) => figure?.node ?? null;
const has = (list) => list && list.length > 0;

function machineParts() {
  const rows = ganttFigure(data);
  return [node(machineHeatFigure(data, rows.look)), rows.node];
}

const sections = [
  { id: "verdict", title: "The verdict", parts: verdictSection(data) },
  { id: "sweep-section", title: "What is varied", parts: data.sweep ? [
    node(curveFigure(data)),
    data.sweep.grid && data.sweep.axes.length === 2 ? node(mapFigure(data)) : null,
    data.sweep.drivers ? driversTable(data) : null] : [] },
  { id: "waiting", title: "Cost and waiting", parts: [
    data.metrics.values.total_cost_usd ? node(tradeoffFigure(data)) : null, has(data.queue) ? node(queueFigure(data)) : null] },
  { id: "year", title: "The year", parts: data.year ? [
    has(data.year.months) ? node(moneyFigure(data)) : null,
    has(data.year.week) ? node(weekFigure(data)) : null, has(data.year.busy) ? node(busyFigure(data)) : null] : [] },
  { id: "machines-section", title: "The machines", parts: has(data.machines) ? machineParts() : [] },
  { id: "assumed", title: "What was assumed", parts: assumedSection(data) },
].filter((section) => section.parts.some(Boolean));

document.body.append(
  element("header", {},
    element("div", {}, element("h1", {}, data.scenario), data.question ? element("p", { class: "question" }, data.question) : null),
    button("◐", toggleTheme, "Light or dark")),
  element("nav", { "aria-label": "Sections" }, ...sections.map((each) => element("a", { href: `#${each.id}` }, each.title))),
  element("main", {}, ...sections.map((each) => element("section", { id: each.id, "aria-labelledby": `${each.id}-title` },
    element("h2", { id: `${each.id}-title` }, each.title), ...each.parts.filter(Boolean)))),
  element("footer", {}, `${data.program}, ${data.replications} ${data.replications === 1 ? "replication" : "replications"}, seed ${data.assumed.seed}. Charts: Apache ECharts (Apache License 2.0).`),
);
// For tests, and for who opens the console.
globalThis.trainyard = { data, figures: drawAll() };
