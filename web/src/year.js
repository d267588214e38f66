// The year: money by month, the hours of the week, and which GPUs are busy when.
import { Figure, axis, band, legendHeight, timeLabels } from "./charts.js";
import { hint, menu, table } from "./dom.js";
import { axisText, dateText, intervalText, share, shortened } from "./format.js";
import { colours, strategyColour, strategyDash } from "./theme.js";

export function moneyFigure(data) {
  const year = data.year;
  const kinds = [{ text: "what has been paid (cash)", value: "cash" }, { text: "what has been used up (accrual)", value: "accrual" }]
    .filter((kind) => year.money.some((each) => each[kind.value].some(Boolean)));
  let kind = kinds[0].value;
  const picker = menu("Money", kinds, (value) => { kind = value; figure.redraw(); });
  const due = () => (kind === "cash" ? year.paybacks.filter((each) => each.month !== null && each.month <= year.months.length) : []);
  // Who has paid back, or, where that is always the same, against whom.
  const onePayer = new Set(year.paybacks.map((each) => each.payer)).size === 1;
  const shortPayback = (one) => (onePayer ? `vs ${shortened(one.other, 11)}` : shortened(one.payer, 14));
  const option = (width) => ({
    legend: { data: data.strategies },
    grid: { top: legendHeight(data.strategies, width) + 34, right: 44 },
    tooltip: { trigger: "axis", formatter: (params) => hint(`By the end of ${params[0].name}`, params.filter((each) => each.seriesType === "line").map((each) => [each.seriesName, intervalText("usd", each.data.interval), each.color])) },
    xAxis: axis({ type: "category", boundaryGap: false, data: year.months, axisLabel: { hideOverlap: true, margin: 14 } }),
    yAxis: axis({ type: "value", min: 0, axisLabel: { formatter: (value) => axisText("usd", value) } }),
    series: year.money.flatMap((each, s) => [
      band({ name: each.strategy, colour: strategyColour(s), data: each[kind].map((interval, i) => (interval ? [i, interval[1], interval[2]] : [i, null, null])) }),
      { type: "line", name: each.strategy, symbol: "circle", symbolSize: 5, itemStyle: { color: strategyColour(s) }, lineStyle: { color: strategyColour(s), width: 2, type: strategyDash(s) },
        data: each[kind].map((interval) => ({ value: interval ? interval[0] : null, interval })),
        ...(s === 0 ? { markLine: { silent: true, symbol: "none", lineStyle: { color: colours().text, type: "dashed" }, label: { color: colours().text, position: "end", rotate: 0, distance: 4, fontSize: 11, formatter: (item) => item.name },
          data: due().map((one) => ({ xAxis: one.month - 1, name: width < 560 ? shortPayback(one) : `${shortened(one.payer, 16)} paid back vs ${shortened(one.other, 16)}` })) } } : {}) },
    ]),
  });
  const numbers = () => table("Cumulative cost by month", ["Month", ...data.strategies], year.months.map((month, i) => [month,
    ...year.money.map((each) => ({ text: intervalText("usd", each[kind][i]), value: each[kind][i]?.[0] }))]));
  const figure = new Figure({ id: "money", title: "What has been spent by month", menus: [picker.node], height: 360, option, numbers,
    note: year.paybacks.length ? year.paybacks.map((each) => each.text).join(" ") : "Means with 95 % bands." });
  return figure;
}

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function strategyMenu(list, changed) {
  return menu("Strategy", list.map((each, value) => ({ text: shortened(each.strategy, 40), value })), changed);
}

export function weekFigure(data) {
  const week = data.year.week;
  let chosen = 0;
  const picker = strategyMenu(week, (value) => { chosen = value; figure.redraw(); });
  const option = (width) => ({
    legend: { show: false },
    grid: { top: 34, right: 12 },
    tooltip: { trigger: "item", formatter: (item) => hint(`${days[item.value[1]]} ${String(item.value[0]).padStart(2, "0")}:00–${String(item.value[0] + 1).padStart(2, "0")}:00 UTC`, [["of the GPUs there compute", share(item.value[2])]]) },
    visualMap: { type: "continuous", min: 0, max: 1, orient: "horizontal", left: 0, top: 0, itemHeight: width < 560 ? 110 : 180, itemWidth: 12, precision: 2, text: ["100 %", "0 %"], textStyle: { color: colours().soft }, inRange: { color: colours().heat } },
    xAxis: axis({ type: "category", data: [...Array(24).keys()].map((hour) => String(hour).padStart(2, "0")), axisLabel: { interval: width < 560 ? 5 : 2 }, splitLine: { show: false } }),
    yAxis: axis({ type: "category", inverse: true, data: days, splitLine: { show: false } }),
    series: [{ type: "heatmap", itemStyle: { borderColor: colours().back, borderWidth: 1 }, data: week[chosen].share.map((value, hour) => [hour % 24, Math.floor(hour / 24), value]).filter((each) => each[2] !== null) }],
  });
  const numbers = () => table("Share of the GPUs there that compute, by hour of the week (UTC)", ["Day", ...[...Array(24).keys()].map(String)], days.map((day, i) => [day,
    ...week[chosen].share.slice(i * 24, i * 24 + 24).map((value) => ({ text: value === null ? "–" : share(value), value }))]));
  const figure = new Figure({ id: "week", title: "When the GPUs compute", menus: [picker.node], height: 290, option, numbers,
    note: "By hour of the week (UTC): the share of the GPUs there that do work that counts. One replication." });
  return figure;
}

export function busyFigure(data) {
  const busy = data.year.busy;
  const start = data.assumed.start_unix_s;
  let chosen = 0;
  const picker = strategyMenu(busy, (value) => { chosen = value; figure.redraw(); });
  const option = (width) => {
    const now = busy[chosen];
    const time = (bin) => (start + bin * now.bin_s) * 1000;
    return {
      useUTC: true,
      legend: { data: [...now.pools.map((each) => each.pool), "there"] },
      grid: { top: legendHeight([...now.pools.map((each) => each.pool), "there"], width) + 36, bottom: 44, right: 24 },
      tooltip: { trigger: "axis", formatter: (params) => {
        const bin = params[0].dataIndex;
        return hint(dateText(start + bin * now.bin_s), now.pools.map((each, i) => [each.pool, `${each.used[bin]} of ${each.there[bin]} GPUs`, strategyColour(i)]));
      } },
      dataZoom: [{ type: "slider", showDataShadow: false, height: 18, bottom: 6, filterMode: "none", borderColor: colours().line, labelFormatter: "" }, { type: "inside", filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseMove: true }],
      xAxis: axis({ type: "time", splitLine: { show: false }, axisLabel: { hideOverlap: true, formatter: timeLabels } }),
      yAxis: axis({ type: "value", min: 0, name: "GPUs", nameTextStyle: { align: "left" } }),
      series: [
        ...now.pools.map((each, i) => ({ type: "line", name: each.pool, stack: "used", step: "end", symbol: "none", lineStyle: { width: 0 }, areaStyle: { color: strategyColour(i), opacity: 0.75 }, itemStyle: { color: strategyColour(i) }, data: each.used.map((value, bin) => [time(bin), value]) })),
        { type: "line", name: "there", step: "end", symbol: "none", lineStyle: { color: colours().soft, width: 1 }, itemStyle: { color: colours().soft },
          data: now.pools.length ? now.pools[0].there.map((_, bin) => [time(bin), now.pools.reduce((sum, each) => sum + each.there[bin], 0)]) : [] },
      ],
    };
  };
  const numbers = () => {
    const now = busy[chosen];
    const bins = now.pools[0]?.used.length ?? 0;
    const step = Math.max(1, Math.ceil(bins / 60));
    const rows = [...Array(Math.ceil(bins / step)).keys()].map((i) => i * step);
    return table(`Mean GPUs in use of those there${step > 1 ? `, every ${step}th stretch` : ""}`, ["From", ...now.pools.map((each) => each.pool)],
      rows.map((bin) => [dateText(start + bin * now.bin_s), ...now.pools.map((each) => ({ text: `${each.used[bin]} of ${each.there[bin]}`, value: each.used[bin] }))]));
  };
  const figure = new Figure({ id: "busy", title: "GPUs in use over time", menus: [picker.node], height: 320, option, numbers,
    note: "By pool, stacked; the line is all GPUs that are there and paid for. One replication. Drag the bar below to look closer." });
  return figure;
}
