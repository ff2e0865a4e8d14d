// What ours makes of a dataset: its page and those of its chart and figures, SVG, PNG, card, CSV and JSON.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { bars, card, picture } from "./charts.js";
import { readSite } from "./site.js";

export default function (config) {
  const site = readSite(process.env.SITE);
  config.addGlobalData("site", async () => {
    for (const dataset of site.datasets) dataset.svg = await bars(dataset);
    return site;
  });
  config.on("eleventy.after", ({ directories }) => {
    // As many at a time as there are cores: all at once they would take a GB.
    const waiting = site.datasets.values();
    const share = async () => {
      for (const dataset of waiting) await files(dataset, directories.output);
    };
    return Promise.all(cpus().map(share));
  });
  return { dir: { input: "all", includes: "../layouts" } };
}

async function files(dataset, output) {
  const write = (kind, name, content) => {
    const folder = join(output, kind, dataset.id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  write("charts", "en.svg", dataset.svg);
  write("charts", "en.png", await picture(dataset.svg));
  write("charts", "card-en.png", await card(dataset));
  write("data", `${dataset.id}.csv`, table(dataset));
  write("data", `${dataset.id}.json`, JSON.stringify({ ...dataset, svg: undefined }, null, 1));
}

function table(dataset) {
  const rows = dataset.figures.map((figure) =>
    [figure.id, dataset.id, figure.area, dataset.period, figure.value, `"${dataset.source}"`].join(","),
  );
  return ["id,dataset,area,period,value,source", ...rows, ""].join("\r\n");
}
