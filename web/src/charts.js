// A chart: a figure with its title, its menus, a drawing, and the numbers as a table.
import * as echarts from "echarts/core";
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent,
  TooltipComponent, VisualMapComponent,
} from "echarts/components";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";
import { element } from "./dom.js";
import { shortened } from "./format.js";
import { colours, onThemeChange, setPrinting } from "./theme.js";

echarts.use([
  BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart, AriaComponent, DataZoomComponent, GridComponent,
  LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, CanvasRenderer,
  SVGRenderer,
]);

export const graphic = echarts.graphic;

const all = [];
const paper_px = 680;
const narrow_px = 560;

// What every chart has in common. `option` of a chart overrides it key by key.
function base(width) {
  const c = colours();
  return {
    animation: false,
    textStyle: { fontFamily: "system-ui, sans-serif", color: c.text },
    aria: { enabled: true },
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    tooltip: { confine: true, backgroundColor: c.back, borderColor: c.line, textStyle: { color: c.text, fontSize: 13 } },
    legend: {
      type: "plain", top: 0, left: 0, itemWidth: 16, itemHeight: 9, itemGap: width < narrow_px ? 8 : 14,
      textStyle: { color: c.text, fontSize: 12 }, inactiveColor: c.grey,
      formatter: (name) => shortened(name, width < narrow_px ? 16 : 28),
    },
  };
}

// How much height a legend of these names takes, about.
export function legendHeight(names, width) {
  const narrow = width < narrow_px;
  let lines = 1;
  let x = 0;
  for (const name of names) {
    const item = 16 + 5 + 7 * Math.min([...name].length, narrow ? 16 : 28) + (narrow ? 8 : 14);
    if (x > 0 && x + item > width) {
      ++lines;
      x = 0;
    }
    x += item;
  }
  return 18 * lines;
}

// An axis in the page's colours.
export function axis(more = {}) {
  const c = colours();
  return {
    ...more,
    nameTextStyle: { color: c.soft, fontSize: 12, ...more.nameTextStyle },
    axisLine: { lineStyle: { color: c.line }, ...more.axisLine },
    axisTick: { lineStyle: { color: c.line }, ...more.axisTick },
    axisLabel: { color: c.soft, fontSize: 12, ...more.axisLabel },
    splitLine: { lineStyle: { color: c.grid }, ...more.splitLine },
  };
}

// What an axis of time says at its marks: never a day without its month.
export const timeLabels = {
  year: "{yyyy}", month: "{MMM}", day: "{d} {MMM}", hour: "{HH}:{mm}", minute: "{HH}:{mm}", second: "{HH}:{mm}:{ss}", millisecond: "{HH}:{mm}:{ss}",
};

export class Figure {
  // {id, title, note, menus, height, canvas, option(width), numbers()}: `option` gives ECharts' option,
  // `numbers` an element with the same numbers.
  constructor(wanted) {
    this.wanted = wanted;
    this.plot = element("div", { class: "plot", id: wanted.id });
    this.numbers = element("details", {}, element("summary", {}, "Numbers"), element("div"));
    this.node = element("figure", {},
      element("h3", {}, wanted.title),
      wanted.note ? element("p", { class: "note" }, wanted.note) : null,
      wanted.menus?.length ? element("div", { class: "menus" }, ...wanted.menus) : null,
      this.plot, this.numbers);
    all.push(this);
  }

  // To be called once the figure is in the page.
  draw() {
    const height = this.wanted.height;
    this.plot.style.height = `${typeof height === "function" ? height(this.plot.clientWidth) : height}px`;
    this.chart ??= this.start();
    const width = this.chart.getWidth();
    const option = this.wanted.option(width);
    const common = base(width);
    for (const key of ["grid", "tooltip", "legend"]) {
      if (option[key] !== null && !Array.isArray(option[key])) option[key] = { ...common[key], ...option[key] };
    }
    this.chart.setOption({ ...common, ...option }, { notMerge: true });
    this.plot.setAttribute("aria-label", this.wanted.title);
    this.numbers.lastElementChild.replaceChildren(this.wanted.numbers());
    this.wanted.drawn?.(this.chart);
  }

  start() {
    const chart = echarts.init(this.plot, null, { renderer: this.wanted.canvas ? "canvas" : "svg" });
    chart.on("finished", () => { this.plot.dataset.finished = "yes"; });
    this.wanted.started?.(chart);
    return chart;
  }

  redraw() {
    if (!this.chart) return;
    delete this.plot.dataset.finished;
    this.draw();
  }

  resize(width) {
    this.chart?.resize(width ? { width } : undefined);
    this.redraw();
  }
}

export function drawAll() {
  // One after the other, so that the first can be read while the others are drawn.
  const [first, ...rest] = all;
  first?.draw();
  const next = () => {
    rest.shift()?.draw();
    if (rest.length) setTimeout(next);
  };
  setTimeout(next);
  let last = document.documentElement.clientWidth;
  new ResizeObserver(() => {
    const now = document.documentElement.clientWidth;
    if (now !== last) {
      last = now;
      for (const figure of all) figure.resize();
    }
  }).observe(document.documentElement);
  onThemeChange(() => all.forEach((figure) => figure.redraw()));
  addEventListener("beforeprint", () => {
    while (rest.length) rest.shift().draw();
    setPrinting(true);
    all.forEach((figure) => figure.resize(Math.min(paper_px, figure.plot.clientWidth)));
  });
  addEventListener("afterprint", () => {
    setPrinting(false);
    all.forEach((figure) => figure.resize());
  });
  return all;
}

// A series of whiskers: data [position, low, high] along the value axis, `across` pixels wide.
// `texts`, one a position, are written behind its end.
export function whiskers({ name, data, horizontal, colour, z = 5, across = 5, texts }) {
  return {
    type: "custom", name, silent: true, z, data: data.filter((each) => each[1] !== null && (texts || each[2] > each[1])),
    encode: horizontal ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
    tooltip: { show: false },
    renderItem: (_, api) => {
      const place = (value) => api.coord(horizontal ? [value, api.value(0)] : [api.value(0), value]);
      const low = place(api.value(1));
      const high = place(api.value(2));
      const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 1.5 } });
      const ends = [low, high].map(([x, y]) =>
        horizontal ? line(x, y - across, x, y + across) : line(x - across, y, x + across, y));
      const text = texts && { type: "text", style: { text: texts[api.value(0)], x: high[0] + 8, y: high[1], verticalAlign: "middle", fill: colour, font: "12px system-ui, sans-serif" } };
      const whisker = high[0] === low[0] && horizontal ? [] : [line(...low, ...high), ...ends];
      return { type: "group", children: text ? [...whisker, text] : whisker };
    },
  };
}

// The 95 % band of a curve: data [x, low, high]. It goes with the legend's entry of its name. Where the axis is
// logarithmic nothing of it is below `floor`.
export function band({ name, data, colour, floor = -Infinity }) {
  const points = data.filter((each) => each[1] !== null && each[2] !== null).map(([x, low, high]) => [x, Math.max(low, floor), high]);
  return {
    type: "custom", name, silent: true, z: 1, itemStyle: { color: colour },
    data: points.length > 1 ? points.flatMap(([x, low, high]) => [[x, low], [x, high]]) : [], // for the axes
    tooltip: { show: false },
    renderItem: (params, api) => {
      if (params.dataIndex > 0) return undefined;
      const upper = points.map(([x, , high]) => api.coord([x, high]));
      const lower = points.map(([x, low]) => api.coord([x, low])).reverse();
      return { type: "polygon", shape: { points: [...upper, ...lower] }, style: { fill: colour, opacity: 0.16 } };
    },
  };
}
