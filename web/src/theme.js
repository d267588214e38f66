// Light and dark. Colours that can be told apart with most colour blindness (after Okabe and Ito).

const light = {
  text: "#1b2430", soft: "#566272", line: "#d5dbe3", back: "#ffffff", grid: "#e8ecf1", grey: "#aab3be",
  strategies: ["#0b66c3", "#c4570a", "#0b8a67", "#9b3f94", "#8a6d00", "#b3263a", "#4b5a6b", "#0a8fa3"],
  heat: ["#eef3f9", "#a9cbee", "#3f88d1", "#0c3d78"],
};
const dark = {
  text: "#e7ecf2", soft: "#a3afbd", line: "#3b4654", back: "#161c24", grid: "#2a3440", grey: "#5f6b79",
  strategies: ["#5aa9f5", "#f29a4b", "#3fc79c", "#d98bd2", "#d9bd3c", "#f0717f", "#b3bfcc", "#4fcbe0"],
  heat: ["#1d2732", "#244e7c", "#3f8bd8", "#bfe0ff"],
};

const named = {
  light: {
    useful: "#0b8a67", "idle waste": "#d99a00", overhead: "#5b8dc9", rework: "#c0392b", repair: "#7a6a9b",
    storage: "#8896a5", egress: "#5d6b7a", total: "#566272",
    compute: "#0b8a67", checkpoint: "#b9a100", restore: "#8a7fd0", load: "#5b8dc9", boot: "#9ccbe8",
    setup: "#d98cc0", linger: "#e3b04b", idle: "#dfe4ea", stranded: "#f3d9a4", down: "#22282f",
    depreciation: "#31517a", energy: "#d99a00", upkeep: "#8896a5", financing: "#7a6a9b", spot: "#0b8a67",
    "on demand": "#c4570a", reserved: "#9b3f94",
  },
  dark: {
    useful: "#3fc79c", "idle waste": "#f0b840", overhead: "#7fb0ea", rework: "#f0717f", repair: "#b3a3d6",
    storage: "#9aa8b7", egress: "#7d8b9a", total: "#a3afbd",
    compute: "#35b48c", checkpoint: "#d6c43a", restore: "#a99ff0", load: "#7fb0ea", boot: "#4d86ab",
    setup: "#e3a3d0", linger: "#c58f2c", idle: "#2f3945", stranded: "#6b5a35", down: "#000000",
    depreciation: "#7fa6d9", energy: "#f0b840", upkeep: "#9aa8b7", financing: "#b3a3d6", spot: "#3fc79c",
    "on demand": "#f29a4b", reserved: "#d98bd2",
  },
};

const system = matchMedia("(prefers-color-scheme: dark)");
let chosen = null; // "light" or "dark"; null: as the system says
let printing = false;
const listeners = [];

export const isDark = () => !printing && (chosen ? chosen === "dark" : system.matches);
export const colours = () => (isDark() ? dark : light);
export const named_colour = (name) => named[isDark() ? "dark" : "light"][name] ?? colours().grey;
export const strategyColour = (index) => colours().strategies[index % colours().strategies.length];
// Past the eighth, colours come again with another line.
export const strategyDash = (index) => (index < 8 ? "solid" : index < 16 ? "dashed" : "dotted");

function changed() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  for (const listener of listeners) listener();
}

export const onThemeChange = (listener) => listeners.push(listener);
export function toggleTheme() {
  chosen = isDark() ? "light" : "dark";
  changed();
}
export function setPrinting(on) {
  printing = on;
  changed();
}
system.addEventListener("change", changed);
document.documentElement.dataset.theme = isDark() ? "dark" : "light";
