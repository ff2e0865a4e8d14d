// The bars of a dataset as SVG by Vega, and as pictures by resvg: a PNG of the chart and the card that it is shared with.
import { renderAsync } from "@resvg/resvg-js";
import * as vega from "vega";

const WIDTH = 472;
const CARD = { width: 1200, height: 630 };
const ROW = 58;

// The SVG of a dataset's chart, as wide as ours.
export function bars(dataset) {
  return svg(dataset, WIDTH - 32);
}

// The PNG of a chart, in two pixels for one as ours is.
export function picture(drawn) {
  return png(drawn, { mode: "width", value: 2 * WIDTH });
}

// The card of a dataset: its title, its source and its chart.
export async function card(dataset) {
  const drawn = await svg(dataset, 400);
  const scale = (CARD.height - 60) / Number(drawn.match(/height="(\d+)"/)[1]);
  const text = (y, size, words, weight = "normal") =>
    `<text x="40" y="${y}" font-size="${size}" font-weight="${weight}">${words}</text>`;
  return png(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">` +
      `<rect width="100%" height="100%" fill="white"/><g font-family="sans-serif" fill="#1a1a1f">` +
      text(90, 40, dataset.title, "bold") +
      text(150, 26, dataset.chart) +
      text(560, 20, dataset.source) +
      `</g><g transform="translate(660,30) scale(${scale})">${drawn}</g></svg>`,
    { mode: "original" },
  );
}

async function png(drawn, fitTo) {
  const image = await renderAsync(drawn, {
    fitTo,
    background: "white",
    font: { fontFiles: [process.env.FONT], loadSystemFonts: false, sansSerifFamily: process.env.FAMILY },
  });
  return image.asPng();
}

async function svg(dataset, width) {
  const view = new vega.View(vega.parse(spec(dataset, width)), { renderer: "none" });
  const drawn = await view.toSVG();
  view.finalize();
  return drawn;
}

function spec(dataset, width) {
  const height = ROW * dataset.figures.length;
  const row = { scale: "area", field: "area" };
  const text = { fill: { value: "#1a1a1f" }, font: { value: "sans-serif" }, baseline: { value: "middle" } };
  return {
    width,
    height,
    padding: 16,
    title: {
      text: dataset.chart,
      subtitle: dataset.period,
      anchor: "start",
      font: "sans-serif",
      fontSize: 22,
      subtitleFont: "sans-serif",
      subtitleFontSize: 15,
    },
    data: [{ name: "figures", values: dataset.figures }],
    scales: [
      { name: "area", type: "band", domain: { data: "figures", field: "area" }, range: "height" },
      {
        name: "value",
        type: "linear",
        domain: { data: "figures", field: "value" },
        zero: true,
        range: [0, width * 0.75],
      },
    ],
    marks: [
      {
        type: "rect",
        from: { data: "figures" },
        encode: {
          enter: {
            x: { scale: "value", value: 0 },
            x2: { scale: "value", field: "value" },
            y: { ...row, offset: 26 },
            height: { value: 22 },
            fill: { value: "#a6421a" },
          },
        },
      },
      {
        type: "text",
        from: { data: "figures" },
        encode: {
          enter: { ...text, x: { value: 0 }, y: { ...row, offset: 13 }, text: { field: "area" }, fontSize: { value: 15 } },
        },
      },
      {
        type: "text",
        from: { data: "figures" },
        encode: {
          enter: {
            ...text,
            x: { scale: "value", field: "value", offset: 10 },
            y: { ...row, offset: 37 },
            text: { field: "shown" },
            fontSize: { value: 15 },
            fontWeight: { value: "bold" },
          },
        },
      },
      {
        type: "text",
        encode: {
          enter: { ...text, x: { value: 0 }, y: { value: height + 14 }, text: { value: dataset.source }, fontSize: { value: 13 } },
        },
      },
    ],
  };
}
