// Elements. Text is always set as text: what a scenario's names say is never read as markup.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "onclick" || key === "onchange") made[key] = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const short_text = 16; // not to be broken
const long_text = 40; // to have some width

let nextId = 1;

// A labelled menu. `choices`: [{value, text}].
export function menu(label, choices, onchange) {
  const id = `menu-${nextId++}`;
  const select = element("select", { id, onchange: () => onchange(choices[select.selectedIndex].value) });
  for (const choice of choices) select.append(element("option", {}, choice.text));
  return { node: element("span", { class: "menu" }, element("label", { for: id }, label), select), select };
}

// The menu of an axis: from zero, or logarithmic.
export function scaleMenu(label, onchange) {
  return menu(label, [{ text: "from zero", value: false }, { text: "logarithmic", value: true }], onchange).node;
}

export function button(text, onclick, label) {
  return element("button", { type: "button", onclick, "aria-label": label }, text);
}

// A cell is a text, or {text, value}: the value is the number that the text stands for.
function cell(content, tag, attributes = {}) {
  if (content instanceof Node) return element(tag, attributes, content);
  if (typeof content === "string") return element(tag, { ...attributes, class: tag !== "td" ? null : content.length < short_text ? "short" : content.length > long_text ? "long" : null }, content);
  return element(tag, { ...attributes, "data-value": content.value ?? undefined, class: "number" }, content.text);
}

export function table(caption, head, rows) {
  const body = rows.map((row) =>
    element("tr", { class: row.mark ? "best" : null },
      ...(row.cells ?? row).map((each, i) => cell(each, i === 0 ? "th" : "td", i === 0 ? { scope: "row" } : {}))),
  );
  return element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption },
    element("table", {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...head.map((each) => element("th", { scope: "col" }, each)))),
      element("tbody", {}, ...body)));
}

// What a tooltip holds: a heading and lines of [name, value, colour].
export function hint(heading, lines, note) {
  return element("div", { class: "hint" },
    element("strong", {}, heading),
    ...lines.map(([name, value, colour]) =>
      element("div", {}, swatch(colour), element("span", {}, name), element("b", {}, value ?? ""))),
    note ? element("p", {}, note) : null);
}

function swatch(colour) {
  if (!colour) return null;
  const made = element("i", {});
  made.style.background = colour;
  return made;
}
