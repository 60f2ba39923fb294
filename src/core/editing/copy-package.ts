import type { Dataset } from "../dataset/dataset.ts";

/** A package of one's own with the content of another, which it remembers; its log is empty, and its versions begin anew. */
export function copyPackage(dataset: Dataset, id: string, title: string): Dataset {
  const { info, digest } = dataset;
  const { name, version } = info;
  const renamed = (about: string): string =>
    about === name ? id : about.startsWith(`${name}/`) ? `${id}${about.slice(name.length)}` : about;
  return {
    ...dataset,
    info: {
      ...info,
      name: id,
      title,
      version: "1.0.0",
      copyOf: { name, version, digest },
      changedSinceExport: true,
    },
    caveats: dataset.caveats.map((caveat) => ({ ...caveat, about: renamed(caveat.about) })),
    changes: [],
  };
}
