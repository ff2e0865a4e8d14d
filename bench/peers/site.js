// The synthetic site as its YAML files say it, the same ones that ours reads.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSON_SCHEMA, load } from "js-yaml";

export function readSite(folder) {
  // A date stays as it is written.
  const read = (...path) =>
    load(readFileSync(join(folder, ...path), "utf8"), { schema: JSON_SCHEMA });
  const settings = read("site.yaml");
  const areas = read("content", "areas.yaml");
  const units = read("content", "units.yaml");
  const charts = new Map(
    readdirSync(join(folder, "content", "charts"))
      .sort()
      .map((file) => [file.replace(".yaml", ""), read("content", "charts", file)]),
  );
  const datasets = readdirSync(join(folder, "content", "datasets"))
    .sort()
    .map((file) => dataset(file.replace(".yaml", ""), read("content", "datasets", file)));

  function dataset(id, written) {
    const source = read("content", "sources", `${written.defaults.source}.yaml`);
    const [name, indicator] = Object.entries(written.indicators)[0];
    return {
      id,
      title: written.title.en,
      topic: written.topic,
      period: written.defaults.period,
      source: `${source.publication.en}, ${source.title}, ${source.published.date}`,
      url: source.url,
      chart: charts.get(id).title.en,
      figures: indicator.observations.map((observation) => ({
        id: `${id}.${name}@${observation.key}`,
        area: areas[observation.area].title.en,
        value: observation.value,
        shown: `${observation.value.toLocaleString("en")} ${units[indicator.unit].en.other}`,
      })),
    };
  }

  return {
    title: settings.title.en,
    datasets,
    figures: datasets.flatMap((dataset) => dataset.figures.map((figure) => ({ ...figure, dataset }))),
    topics: settings.topics.map((id) => ({
      id,
      datasets: datasets.filter((dataset) => dataset.topic === id),
    })),
  };
}
