import type { ReactElement } from "react";
import type { ChartCaption } from "../../charts/chart-file.ts";

/** The scale at which a picture is saved as PNG: sharp in print, small enough for a mail. */
const PNG_SCALE = 3;

/** A picture as the bytes of an SVG file. The renderer is fetched when it is needed. */
export async function svgBytes(chart: ReactElement, caption: ChartCaption): Promise<Uint8Array<ArrayBuffer>> {
  return new TextEncoder().encode(await svgText(chart, caption));
}

/** A picture as the bytes of a PNG file, drawn by the browser from the same SVG. */
export async function pngBytes(chart: ReactElement, caption: ChartCaption): Promise<Uint8Array<ArrayBuffer>> {
  const address = URL.createObjectURL(new Blob([await svgText(chart, caption)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await drawn(image);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A picture as SVG with its title and caption. */
export async function svgText(chart: ReactElement, caption: ChartCaption): Promise<string> {
  const { chartFile } = await import("../../charts/chart-file.ts");
  return chartFile(chart, caption);
}

async function drawn(image: HTMLImageElement): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * PNG_SCALE;
  canvas.height = image.naturalHeight * PNG_SCALE;
  const context = canvas.getContext("2d");
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob === null) throw new Error("the browser could not draw the picture: it may be too large");
  return new Uint8Array(await blob.arrayBuffer());
}
