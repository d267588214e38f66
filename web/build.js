// Builds dist/report.html: the whole page with script and style in it and two places to fill in, which the
// program does. The script may run by its hash alone, so the page's policy needs no 'unsafe-inline' for it.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const into = process.argv[2] ?? here("dist");

async function bundled(entry, loader) {
  const made = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: loader === "js" ? "iife" : undefined,
    legalComments: "none",
    target: ["chrome100", "firefox100", "safari15"],
  });
  return made.outputFiles[0].text.trim();
}

const script = await bundled("src/main.js", "js");
const style = await bundled("src/style.css", "css");
if (script.includes("</script") || script.includes("<!--")) {
  throw new Error("the script would end its own element");
}
const hash = createHash("sha256").update(script).digest("base64");
const licences = ["echarts/NOTICE", "zrender/LICENSE", "tslib/LICENSE.txt"].map((file) =>
  readFileSync(here(`node_modules/${file}`), "utf8").trim(),
);
const page = readFileSync(here("src/page.html"), "utf8")
  .replace("{{HASH}}", () => hash)
  .replace("{{STYLE}}", () => style)
  .replace("{{LICENCES}}", () => licences.join("\n\n").replaceAll("--", "- -"))
  .replace("{{SCRIPT}}", () => script);

mkdirSync(into, { recursive: true });
writeFileSync(`${into}/report.html`, page);
writeFileSync(`${into}/NOTICE`, licences.join("\n\n----\n\n") + "\n");
writeFileSync(`${into}/LICENSE-echarts`, readFileSync(here("node_modules/echarts/LICENSE")));
