// Numbers as people read them; the same words and digits as the program prints in a terminal.

const digits = (decimals) =>
  new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
const formats = [0, 1, 2, 3].map(digits);

export function withSeparators(value, decimals) {
  const text = formats[decimals].format(value);
  return /[1-9]/.test(text) ? text.replace("-", "−") : text.replace("-", "");
}

const usdDecimals = (value) => (Math.abs(value) < 100 ? 2 : 0);

export function usd(value) {
  const text = withSeparators(Math.abs(value), value === 0 ? 0 : usdDecimals(value));
  return (value < 0 && /[1-9]/.test(text) ? "−$" : "$") + text;
}

function durationScale(seconds) {
  const size = Math.abs(seconds);
  if (size < 59.5) return { by: 1, decimals: Number.isInteger(size) || size >= 10 ? 0 : 1, unit: "s" };
  if (size < 59.95 * 60) return { by: 60, decimals: 1, unit: "min" };
  if (size < 47.95 * 3600) return { by: 3600, decimals: 1, unit: "h" };
  return { by: 86400, decimals: 1, unit: "d" };
}

export function duration(seconds) {
  const scale = durationScale(seconds);
  return `${withSeparators(seconds / scale.by, scale.decimals)} ${scale.unit}`;
}

export const share = (value) => `${withSeparators(value * 100, 1)} %`;

export function count(value) {
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return withSeparators(value, 0);
  return withSeparators(value, Math.abs(value) < 10 ? 2 : 1);
}

const byKind = { usd, s: duration, share, gpu_h: (value) => `${count(value)} GPU-h`, count };

export function metricText(kind, value) {
  return value === null || value === undefined ? "–" : byKind[kind](value);
}

// [mean, low, high] with half of the interval: "$6,030 ±173".
export function intervalText(kind, interval) {
  if (!interval) return "–";
  const [mean, low, high] = interval;
  const text = metricText(kind, mean);
  if (low === null || high === null || high - low <= 0) return text;
  return `${text} ±${marginText(kind, mean, (high - low) / 2)}`;
}

function marginText(kind, mean, margin) {
  if (kind === "usd") return withSeparators(margin, usdDecimals(mean));
  if (kind === "share") return withSeparators(margin * 100, 1);
  if (kind !== "s") return count(margin);
  const scale = durationScale(mean);
  return withSeparators(margin / scale.by, scale.decimals);
}

// For axes: as short as can be.
export function axisText(kind, value) {
  if (kind === "usd") {
    const size = Math.abs(value);
    if (size >= 1e6) return `$${+(value / 1e6).toPrecision(3)}M`;
    if (size >= 1e4) return `$${+(value / 1e3).toPrecision(4)}k`;
    return "$" + withSeparators(value, size < 10 && value % 1 ? 2 : 0);
  }
  if (kind === "s") return duration(value).replace(/\.0 /, " ");
  if (kind === "share") return `${+(value * 100).toPrecision(3)} %`;
  return withSeparators(value, Math.abs(value) < 10 && value % 1 ? 2 : 0);
}

// Steps of an axis that people count time in; nothing for other kinds.
const steps_s = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 7200, 14400, 21600, 43200, 86400, 172800, 432000, 864000, 2592000];
export function timeSteps(kind, most) {
  const interval = kind === "s" && most > 0 ? steps_s.find((step) => most / step <= 5) : undefined;
  return interval ? { interval, max: Math.ceil((most * 1.02) / interval) * interval } : {};
}

// A logarithmic axis over these values, with marks at 1, 2 and 5 of each power of ten; nothing where one of
// them is not above zero.
export function logSteps(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!(least > 0) || !Number.isFinite(most)) return null;
  const marks = [];
  for (let power = 10 ** Math.floor(Math.log10(least)); marks.length === 0 || marks.at(-1) < most; power *= 10) {
    marks.push(...[1, 2, 5].map((step) => step * power));
  }
  const first = marks.filter((mark) => mark <= least).length - 1;
  const shown = marks.slice(first, marks.findIndex((mark) => mark >= most && mark > marks[first]) + 1);
  return { type: "log", min: shown[0], max: shown.at(-1), customValues: shown };
}

// A number stays with its sign and its unit at the end of a line.
export const unbroken = (text) => text.replace(/−(?=[\d$])/g, "−\u2060").replace(/(\d) (?=(?:%|s|min|h|d|W|kW|USD)(?![\p{L}\d]))/gu, "$1\u00a0");

export function shortened(text, most = 28) {
  const letters = [...text];
  return letters.length <= most ? text : letters.slice(0, most - 1).join("") + "…";
}

const utc = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const dayAndTime = utc({ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
export const dateText = (unixSeconds) => dayAndTime.format(new Date(unixSeconds * 1000)) + " UTC";
