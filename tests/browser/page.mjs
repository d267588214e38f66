// What the tests of a report ask of its page, in headless Chromium.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";

const need = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = need("playwright-core");
const axe = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");

export const launch = (program) =>
  chromium.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

// The report's page, drawn; it must neither complain nor ask for anything but itself.
export async function open(browser, file, { width = 1600, scheme = "light", bypassCSP = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP });
  const page = await context.newPage();
  const complaints = [];
  const address = pathToFileURL(file).href;
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("dialog", (dialog) => (complaints.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) complaints.push(`request: ${request.url()}`);
  });
  const begun = Date.now();
  await page.goto(address);
  await drawn(page);
  const took_ms = Date.now() - begun;
  const data = JSON.parse(readFileSync(`${dirname(file)}/report.json`, "utf8"));
  return { page, data, complaints, took_ms, close: () => context.close() };
}

// Until ECharts says of every chart that it has finished.
export const drawn = (page) =>
  page.waitForFunction(() => {
    const plots = [...document.querySelectorAll(".plot")];
    return globalThis.trainyard && plots.length > 0 && plots.every((plot) => plot.dataset.finished);
  }, undefined, { timeout: 20_000 });

export async function menu(page, figure, label, choice) {
  const select = page.locator(`figure:has(#${figure})`).getByLabel(label, { exact: true });
  await select.selectOption(choice);
  await drawn(page);
}

// How many things a chart has drawn: shapes of an SVG that are filled or stroked, colours of a canvas.
export const marks = (page) =>
  page.evaluate(() => Object.fromEntries([...document.querySelectorAll(".plot")].map((plot) => {
    const layers = [...plot.querySelectorAll("canvas")];
    if (!layers.length) {
      const drawn = [...plot.querySelectorAll("svg path, svg rect, svg circle, svg polygon, svg polyline")];
      const shapes = drawn.filter((each) => {
        const box = each.getBBox();
        const paint = (name) => !["none", "transparent", null].includes(each.getAttribute(name));
        return (paint("fill") || paint("stroke")) && box.width + box.height > 0;
      });
      return [plot.id, shapes.length];
    }
    const colours = new Set();
    for (const layer of layers) {
      const pixels = layer.getContext("2d").getImageData(0, 0, layer.width, layer.height).data;
      for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] === 255) colours.add((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]);
    }
    return [plot.id, colours.size];
  })));

// Every number of the tables, with the text that shows it. Sums over phases and bins, which stand in two of
// the tables, are no numbers of the report's data.
export const numbers = (page) =>
  page.evaluate(() => [...document.querySelectorAll("td[data-value]")]
    .filter((cell) => !cell.closest("figure")?.querySelector("#machines, #heat"))
    .map((cell) => ({ text: cell.textContent, value: Number(cell.dataset.value) })));

const units = { s: 1, min: 60, h: 3600, d: 86400, "%": 0.01 };

// Whether the text is the value, to the digits that it has.
export function says(text, value) {
  const [, sign, amount, unit] = text.match(/^(−?)\$?([\d,]+(?:\.\d+)?)(?:\s(s|min|h|d|%))?/) ?? [];
  if (amount === undefined) return false;
  const by = unit ? units[unit] : 1;
  const step = by * 10 ** -(amount.split(".")[1]?.length ?? 0);
  const said = Number(amount.replaceAll(",", "")) * by * (sign ? -1 : 1);
  return Math.abs(said - value) <= step * 0.5001 + Math.abs(value) * 1e-9;
}

export function allNumbers(json, into = new Set()) {
  if (typeof json === "number") into.add(json);
  else if (json && typeof json === "object") Object.values(json).forEach((each) => allNumbers(each, into));
  return into;
}

export const sidewaysScroll = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// Points at a datum of a chart; the text of the tooltip that comes.
export async function hover(page, figure, series, datum, finder) {
  await page.locator(`#${figure}`).scrollIntoViewIfNeeded();
  const place = await page.evaluate(([id, which, at, how]) => {
    const { chart } = globalThis.trainyard.figures.find((each) => each.wanted.id === id);
    const all = chart.getOption().series;
    const one = all.find((each) => each.name === which && (!how.type || each.type === how.type));
    const value = one.data[at].value ?? one.data[at];
    const xy = Array.isArray(value) ? value : [at, value];
    const [x, y] = chart.convertToPixel({ gridIndex: 0 }, how.flip ? [value / 2, at] : xy.slice(0, 2));
    const box = chart.getDom().getBoundingClientRect();
    return { x: box.x + x, y: box.y + y };
  }, [figure, series, datum, finder ?? {}]);
  return pointAt(page, figure, place);
}

// Points at a second of a row of the machines.
export async function hoverMachine(page, row, second) {
  await page.locator("#machines").scrollIntoViewIfNeeded();
  const place = await page.evaluate(([r, s]) => {
    const { chart } = globalThis.trainyard.figures.find((each) => each.wanted.id === "machines");
    const [x, y] = chart.convertToPixel({ gridIndex: 0 }, [(globalThis.trainyard.data.assumed.start_unix_s + s) * 1000, r]);
    const box = chart.getDom().getBoundingClientRect();
    return { x: box.x + x, y: box.y + y };
  }, [row, second]);
  return pointAt(page, "machines", place);
}

// The phases of a row: [from, until, state, job, checkpoints].
export function phasesOf(row) {
  const phases = [];
  for (let i = 0, at = 0; i < row.phases.length; i += 5) {
    const from = at + row.phases[i];
    at = from + row.phases[i + 1];
    phases.push([from, at, ...row.phases.slice(i + 2, i + 5)]);
  }
  return phases;
}

async function pointAt(page, figure, place) {
  await page.mouse.move(place.x - 2, place.y - 2);
  await page.mouse.move(place.x, place.y);
  const hint = page.locator(`#${figure} .hint`);
  await hint.waitFor({ state: "visible", timeout: 3000 });
  return hint.innerText();
}

export async function seriousFindings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  return violations.filter((each) => ["serious", "critical"].includes(each.impact))
    .map((each) => `${each.id}: ${each.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

export { assert };
