import type { Dataset } from "./dataset.ts";

/**
 * The dataset without the respondents who withheld wider dissemination (`network`), taken out before anything is counted,
 * so that no export can give them away in a number. The counts that the source prints go with them, as they count everyone.
 * The same dataset where no one withheld.
 */
export function publicPart(dataset: Dataset): Dataset {
  const withheld = new Set(
    dataset.respondents.filter(({ dissemination }) => dissemination === "network").map(({ code }) => code),
  );
  if (withheld.size === 0) return dataset;
  const isPublic = (row: { readonly respondent: string }): boolean => !withheld.has(row.respondent);
  const taken = new Set([
    ...withheld,
    ...dataset.questions.flatMap(({ id }) => [...withheld].map((code) => `${dataset.info.name}/${id}/${code}`)),
    ...dataset["stated-counts"].map(({ id }) => id),
  ]);
  return {
    ...dataset,
    respondents: dataset.respondents.filter(({ code }) => !withheld.has(code)),
    responses: dataset.responses.filter(isPublic),
    observations: dataset.observations.filter(isPublic),
    examples: dataset.examples.filter(isPublic),
    "stated-counts": [],
    caveats: dataset.caveats.filter(({ about }) => !taken.has(about)),
  };
}
