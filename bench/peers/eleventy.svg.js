// A page for each dataset with its chart as inline SVG, and nothing else.
import { bars } from "./charts.js";
import { readSite } from "./site.js";

export default function (config) {
  config.addGlobalData("site", async () => {
    const site = readSite(process.env.SITE);
    for (const dataset of site.datasets) dataset.svg = await bars(dataset);
    return site;
  });
  return { dir: { input: "svg", includes: "../layouts" } };
}
