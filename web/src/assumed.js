// What all of it rests on.
import { element, table } from "./dom.js";
import { dateText, duration, unbroken, usd } from "./format.js";

const word = (text) => (/^[A-Za-z0-9_./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
const money = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits: 4 });
const priceText = (pool) => (pool.price_unit === "USD/gpu-h" ? `${money.format(pool.price_usd)} a GPU-hour` : `${usd(pool.price_usd)} a rig`);

function poolOrder(strategy) {
  return strategy.pools.map((use) => [
    use.pool,
    use.machines === null ? "" : ` ×${use.machines}`,
    use.after_s ? ` (after ${duration(use.after_s)} in the queue)` : "",
    use.only ? ` (${use.only})` : "",
  ].join("")).join(", then ");
}

export function assumedSection(data) {
  const from = data.assumed;
  const command = ["trainyard", ...from.command.map(word), "--out", "DIR"].join(" ");
  const terms = (...pairs) => element("dl", {}, ...pairs.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
  return [
    terms(
      ["Made by", element("code", {}, command)],
      ["Program", from.program], ["Seed", String(from.seed)], ["Replications", String(data.replications)], ["Plan", element("code", {}, from.plan)],
      ...(from.horizon_s ? [["Jobs arrive", `for ${duration(from.horizon_s)} from ${dateText(from.start_unix_s)}`]] : []),
    ),
    from.pools.length ? table("Machines and prices", ["Pool", "kind", "GPUs", "price", "terms", "source", "as of"],
      from.pools.map((pool) => [pool.name, pool.kind, `${pool.gpus} × ${pool.gpu}`, { text: priceText(pool), value: pool.price_usd }, unbroken(pool.terms), pool.source || "the scenario", pool.as_of || "–"])) : null,
    from.strategies.length ? table("Strategies", ["Strategy", "pools, in order", "queue", "checkpoints", "machines are kept idle"],
      from.strategies.map((each) => [each.name, poolOrder(each), each.queue, each.checkpoint, { text: duration(each.idle_timeout_s), value: each.idle_timeout_s }])) : null,
    from.streams.length ? table("Work", ["Stream", "job", "team", "arrivals", "deadline"],
      from.streams.map((each) => [each.name, each.kind, each.team, each.arrivals, each.deadline_s === null ? "–" : { text: duration(each.deadline_s), value: each.deadline_s }])) : null,
    from.warnings.length ? element("div", {}, element("h3", {}, "Warnings"), element("ul", {}, ...from.warnings.map((each) => element("li", {}, each)))) : null,
    from.text ? element("details", { class: "source" }, element("summary", {}, "The scenario as it was written"), element("pre", { tabindex: "0" }, from.text)) : null,
  ];
}
