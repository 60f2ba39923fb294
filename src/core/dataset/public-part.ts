import type { Dataset } from "./dataset.ts";

/**
 * The dataset without the respondents who withheld wider dissemination (`network`), taken out before anything is counted,
 * so that no export can give them away in a number. The same dataset where there are none.
 */
export function publicPart(dataset: Dataset): Dataset {
  const withheld = new Set(
    dataset.respondents
      .filter((respondent) => respondent.dissemination === "network")
      .map((respondent) => respondent.code),
  );
  if (withheld.size === 0) return dataset;
  const isPublic = (row: { readonly respondent: string }): boolean => !withheld.has(row.respondent);
  return {
    ...dataset,
    respondents: dataset.respondents.filter((respondent) => !withheld.has(respondent.code)),
    responses: dataset.responses.filter(isPublic),
    observations: dataset.observations.filter(isPublic),
    examples: dataset.examples.filter(isPublic),
    caveats: dataset.caveats.filter((caveat) => !withheld.has(lastPart(caveat.about))),
  };
}

function lastPart(about: string): string {
  return about.slice(about.lastIndexOf("/") + 1);
}
