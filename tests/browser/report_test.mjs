// report_test.mjs FOLDER CHROMIUM: the reports in FOLDER (gallery/*, sweep, map, fleet, hostile), looked at.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { allNumbers, assert, drawn, hover, hoverMachine, launch, marks, menu, numbers, open, phasesOf, says, seriousFindings, sidewaysScroll } from "./page.mjs";

const [folder, chromium] = process.argv.slice(2);
const browser = await launch(chromium);
const gallery = readdirSync(`${folder}/gallery`, { withFileTypes: true }).filter((each) => each.isDirectory()).map((each) => `gallery/${each.name}`);
assert.ok(gallery.length >= 8, "the gallery's reports are there");

let failed = 0;
async function test(name, body) {
  const begun = Date.now();
  try {
    await body();
    console.log(`ok ${name} (${Date.now() - begun} ms)`);
  } catch (error) {
    ++failed;
    console.log(`FAILED ${name}\n${error.message}\n${error.stack?.split("\n").find((line) => line.includes("report_test")) ?? ""}`);
  }
}

async function looked(report, options, look) {
  const opened = await open(browser, `${folder}/${report}/report.html`, options);
  try {
    await look(opened);
    assert.deepEqual(opened.complaints, [], "console, exceptions, requests");
  } finally {
    await opened.close();
  }
}

// Without what keeps numbers and units together.
const plain = (text) => text.replace(/\u2060/g, "").replace(/\u00a0/g, " ");

// What the sections of a report must have drawn, at least.
function expected(data) {
  const least = { costs: data.strategies.length + 4, waste: 4, tradeoff: data.strategies.length };
  if (data.queue.length) least.queue = 2 * data.strategies.length;
  if (data.year) Object.assign(least, { money: data.strategies.length * 2, week: 168 / 2, busy: 2 });
  if (data.machines.length) least.machines = 4;
  if (data.machines.some((each) => each.heat)) least.heat = 4;
  if (data.sweep) least.sweep = data.strategies.length * 2;
  if (data.sweep?.grid && data.sweep.axes.length === 2) least.map = data.sweep.points;
  return least;
}

for (const report of [...gallery, "sweep", "map", "fleet", "hostile"]) {
  await test(`${report} opens, draws its charts and shows the numbers of its data`, () =>
    looked(report, { scheme: "dark" }, async ({ page, data, took_ms }) => {
      assert.deepEqual(await page.evaluate(() => globalThis.trainyard.data), data, "the page's data is report.json");
      const found = await marks(page);
      for (const [id, least] of Object.entries(expected(data))) assert.ok(found[id] >= least, `${id}: ${found[id]} marks, at least ${least} wanted`);
      const known = allNumbers(data);
      const shown = await numbers(page);
      assert.ok(shown.length > 20, `${shown.length} numbers in tables`);
      for (const { text, value } of shown) {
        assert.ok(known.has(value) || data.verdict.costs === undefined || data.verdict.costs.some((cost) => cost.waterfall.reduce((sum, each) => sum + each.shown_usd, 0) === value), `${text}: ${value} is no number of report.json`);
        assert.ok(says(text, value), `${text} does not say ${value}`);
      }
      assert.ok(statSync(`${folder}/${report}/report.html`).size < 3e6, "3 MB at most");
      assert.ok(took_ms < 5000, `opened in ${took_ms} ms`); // 2 s where the machine has nothing else to do
      const sentence = plain(await page.locator("#sentence").innerText());
      for (const each of data.verdict.sure ?? []) assert.ok(plain(await page.locator(".sure").innerText()).includes(each), each);
      assert.equal(sentence.startsWith(data.verdict.sentence ?? ""), true, sentence);
      assert.equal(await page.locator("h1").innerText(), data.scenario.replace(/\s+/g, " "));
    }));
}

for (const report of ["gallery/startup-year", "gallery/research-lab", "map", "fleet", "hostile"]) {
  await test(`${report} has no sideways scroll at 400 px`, () =>
    looked(report, { width: 400 }, async ({ page }) => {
      assert.equal(await sidewaysScroll(page), 0);
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
      assert.equal(await sidewaysScroll(page), 0, "with all tables open");
    }));
}

for (const [report, scheme] of [["gallery/startup-year", "light"], ["gallery/startup-year", "dark"], ["map", "light"], ["fleet", "light"], ["hostile", "dark"]]) {
  await test(`${report} (${scheme}) is accessible`, () =>
    looked(report, { scheme, bypassCSP: true }, async ({ page }) => {
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
      assert.deepEqual(await seriousFindings(page), []);
      const unlabelled = await page.evaluate(() => [...document.querySelectorAll(".plot")].filter((plot) => !plot.getAttribute("aria-label") || !plot.closest("figure").querySelector("table tbody td")).map((plot) => plot.id));
      assert.deepEqual(unlabelled, [], "charts without a label or a table");
    }));
}

await test("tooltips name what is under the pointer, with its numbers", () =>
  looked("gallery/startup-year", {}, async ({ page, data }) => {
    const dollars = (value) => `$${Math.round(value).toLocaleString("en-US")}`;
    const cloud = data.verdict.costs.findIndex((each) => each.strategy === "cloud-only");
    const cost = await hover(page, "costs", "on demand", cloud, { flip: true });
    assert.match(cost, /^cloud-only/);
    assert.ok(cost.includes(dollars(data.verdict.costs[cloud].total[0])), cost);
    const trade = await hover(page, "tradeoff", "hyperscaler", 0);
    assert.ok(trade.startsWith("hyperscaler") && trade.includes("beaten in both"), trade);
    const month = await hover(page, "money", "own-only", 3, { type: "line" });
    assert.ok(month.includes(data.year.months[3]) && month.includes(dollars(data.year.money[2].cash[3][0])), month);
  }));

await test("a phase of the machines tells its job, its numbers and why it was there", () =>
  looked("gallery/startup-year", {}, async ({ page, data }) => {
    const machines = data.machines[0];
    const compute = machines.states.indexOf("compute");
    const [from, until, , number] = phasesOf(machines.rows[0]).filter((each) => each[2] === compute).reduce((a, b) => (b[1] - b[0] > a[1] - a[0] ? b : a));
    const hint = await hoverMachine(page, 0, (from + until) / 2);
    const [, job, stream] = hint.match(/^Job (\d+) of ([\w-]+): compute/);
    assert.equal(Number(job), number);
    const [streamAt, gpus] = machines.jobs[job];
    assert.equal(stream, machines.streams[streamAt]);
    for (const words of ["GPUs", String(gpus), "queued in all", "interruptions", "cost", "Why there: "]) assert.ok(hint.includes(words), `${words}: ${hint}`);
    const [at, what] = machines.rows[0].marks[0];
    const mark = await hoverMachine(page, 0, at);
    assert.ok(mark.startsWith(what), mark);
  }));

await test("menus choose the strategy, the metric, the stream, the kind of money", () =>
  looked("gallery/startup-year", {}, async ({ page, data }) => {
    const table = (id) => page.locator(`figure:has(#${id}) table tbody`).first().textContent();
    const before = { money: await table("money"), week: await table("week"), tradeoff: await table("tradeoff") };
    await menu(page, "money", "Money", "what has been used up (accrual)");
    await menu(page, "week", "Strategy", "cloud-only");
    await menu(page, "tradeoff", "Against", "queue time (mean)");
    await menu(page, "waste", "Strategy", "hyperscaler");
    await menu(page, "queue", "Stream", "own-model");
    await menu(page, "machines", "Strategy", "spot-first");
    for (const id of Object.keys(before)) assert.notEqual(await table(id), before[id], id);
    const rows = await page.evaluate(() => globalThis.trainyard.figures.find((each) => each.wanted.id === "machines").chart.getOption().yAxis[0].data);
    assert.deepEqual(rows, data.machines.find((each) => each.strategy === "spot-first").rows.map((row) => row.name));
    const drawnBars = await page.evaluate(() => globalThis.trainyard.figures.find((each) => each.wanted.id === "waste").chart.getOption().series[1].data.at(-1).value);
    assert.equal(drawnBars, data.verdict.costs.at(-1).waterfall.reduce((sum, each) => sum + each.shown_usd, 0));
  }));

await test("a sweep's metric and point can be chosen, and its crossing is marked", () =>
  looked("sweep", {}, async ({ page, data }) => {
    const option = () => page.evaluate(() => globalThis.trainyard.figures.find((each) => each.wanted.id === "sweep").chart.getOption());
    const crossing = data.sweep.lines[0].changes[0].crossing.x;
    const marked = (await option()).series.flatMap((each) => each.markLine?.data ?? []).map((each) => each.xAxis);
    assert.deepEqual(marked, [crossing]);
    assert.equal((await option()).xAxis[0].type, "log");
    await menu(page, "sweep", "Metric", "utilization");
    assert.deepEqual((await option()).series.flatMap((each) => each.markLine?.data ?? []), [], "a crossing in cost is none in another metric");
    await page.locator("#verdict").getByLabel("Point", { exact: true }).selectOption({ index: 3 });
    await drawn(page);
    const said = plain(await page.locator("#point-sentence").innerText());
    for (const each of [data.verdict.by_point[3].sentence, ...data.verdict.by_point[3].sure]) assert.ok(said.includes(each), said);
  }));

await test("the machines can be looked into by keyboard", () =>
  looked("gallery/startup-year", {}, async ({ page }) => {
    const length = () => page.evaluate(() => {
      const [zoom] = globalThis.trainyard.figures.find((each) => each.wanted.id === "machines").chart.getOption().dataZoom;
      return zoom.endValue - zoom.startValue;
    });
    const whole = await length();
    await page.getByLabel("Look closer").focus();
    await page.keyboard.press("Enter");
    assert.ok(Math.abs((await length()) / whole - 0.5) < 0.01);
    await page.getByLabel("All of the run").focus();
    await page.keyboard.press("Space");
    assert.ok(Math.abs((await length()) / whole - 1) < 0.01);
  }));

const optionOf = (page, id) => page.evaluate((which) => globalThis.trainyard.figures.find((each) => each.wanted.id === which).chart.getOption(), id);

await test("the page's policy lets one script run, by its hash, and nothing be fetched", async () => {
  const text = readFileSync(`${folder}/hostile/report.html`, "utf8");
  const policy = text.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)[1];
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]+'; /);
  assert.ok(!policy.includes("eval") && !policy.includes("http"), policy);
});

await test("axes can be logarithmic where all of the values are above zero", () =>
  looked("sweep", {}, async ({ page, data }) => {
    await menu(page, "sweep", "Scale", "logarithmic");
    await menu(page, "tradeoff", "Cost", "logarithmic");
    const [along] = (await optionOf(page, "sweep")).yAxis;
    const costs = data.metrics.values.total_cost_usd.flat().map((each) => each[0]);
    assert.equal(along.type, "log");
    assert.ok(along.min <= Math.min(...costs) && along.max >= Math.max(...costs), `${along.min} to ${along.max}`);
    assert.equal((await optionOf(page, "tradeoff")).xAxis[0].type, "log");
    await menu(page, "sweep", "Metric", "deadline misses");
    assert.equal((await optionOf(page, "sweep")).yAxis[0].type, data.metrics.values.deadline_misses.flat().every((each) => each[0] > 0) ? "log" : "value");
  }));

await test("of many machines one can be chosen, by a click on their map or from a menu", () =>
  looked("fleet", {}, async ({ page, data }) => {
    const rows = async () => (await optionOf(page, "machines")).yAxis[0].data;
    const [first] = data.machines;
    const names = first.rows.filter((row) => !row.further).map((row) => row.name);
    assert.ok(names.length > 60 && first.heat.percent.length === names.length, `${names.length} machines`);
    assert.equal((await rows()).length, Math.min(60, first.rows.filter((row) => row.kept).length));
    await page.locator("#heat").scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => {
      const { chart } = globalThis.trainyard.figures.find((each) => each.wanted.id === "heat");
      const [x, y] = chart.convertToPixel({ gridIndex: 0 }, [3, 2]);
      const box = chart.getDom().getBoundingClientRect();
      return { x: box.x + x, y: box.y + y };
    });
    await page.mouse.click(place.x, place.y);
    await drawn(page);
    assert.deepEqual(await rows(), first.rows.filter((row) => row.name === names[2] || row.name.startsWith(`${names[2]} job`)).map((row) => row.name));
    await menu(page, "machines", "Machine", names[0]);
    assert.equal((await rows())[0], names[0]);
  }));

await test("the machines are looked into without stutter", () =>
  looked("fleet", {}, async ({ page }) => {
    const took_ms = await page.evaluate(() => {
      const { chart } = globalThis.trainyard.figures.find((each) => each.wanted.id === "machines");
      const times = [...Array(20).keys()].map((i) => {
        const begun = performance.now();
        chart.dispatchAction({ type: "dataZoom", dataZoomIndex: 0, start: 2 * i, end: 100 - 2 * i });
        chart.getZr().flush();
        return performance.now() - begun;
      });
      return times.sort((a, b) => a - b)[10];
    });
    assert.ok(took_ms < 250, `${took_ms} ms`); // a sixth of it where the machine has nothing else to do
  }));

await test("light and dark can be had against the system's wish", () =>
  looked("gallery/solo-developer", { scheme: "light" }, async ({ page }) => {
    const back = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await back();
    await page.getByLabel("Light or dark").click();
    await drawn(page);
    assert.notEqual(await back(), light);
  }));

await test("names are text, whatever they say", () =>
  looked("hostile", {}, async ({ page, data }) => {
    assert.equal(await page.evaluate(() => document.querySelectorAll("main img, main b:not(.hint b), main i:not(.hint i), svg[onload], main script").length), 0);
    assert.ok((await page.locator("#machines-section").count()) === 1);
    const hint = await hover(page, "costs", "spot", 1, { flip: true });
    assert.ok(hint.startsWith(data.strategies[1]), hint);
    assert.equal(await page.title(), `${data.scenario} – Trainyard`.replace(/\s+/g, " "));
  }));

await test("it prints on white, as wide as paper, without menus", () =>
  looked("gallery/startup-year", { scheme: "dark" }, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await drawn(page);
    const seen = await page.evaluate(() => ({
      back: getComputedStyle(document.body).backgroundColor,
      menus: [...document.querySelectorAll(".menus, nav")].filter((each) => each.offsetHeight > 0).length,
      widest: Math.max(...[...document.querySelectorAll(".plot svg, .plot canvas")].map((each) => each.getBoundingClientRect().width)),
    }));
    assert.deepEqual([seen.back, seen.menus], ["rgb(255, 255, 255)", 0]);
    assert.ok(seen.widest <= 680, `${seen.widest} px`);
    await page.setViewportSize({ width: 760, height: 900 });
    assert.equal(await sidewaysScroll(page), 0, "nothing is cut off on paper");
  }));

await browser.close();
process.exit(failed ? 1 : 0);
