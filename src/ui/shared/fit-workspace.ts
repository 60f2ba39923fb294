import type { Dataset } from "../../core/dataset/dataset.ts";
import type { Filter } from "../../core/query/filter.ts";
import { parseFilter, printTerm } from "../../core/query/filter-text.ts";
import { vocabularyOf } from "../../core/query/vocabulary.ts";
import { fitAnalysis } from "./analysis-address.ts";
import { withKnownStates } from "./comparison-set.ts";
import type { Workspace } from "./workspace.ts";

/** The workspace as far as a dataset knows what it names: an edit may take a variable away that the filter asks for, and bring it again. The same workspace where all is known. */
export function fitWorkspace(workspace: Workspace, dataset: Dataset): Workspace {
  const { view, detail } = workspace;
  const filter = fitFilter(view.filter, dataset);
  const comparison = withKnownStates(view.comparison, new Set(dataset.respondents.map(({ code }) => code)));
  const analysis = fitAnalysis(view.analysis, dataset);
  const isDetailThere = detail === null || hasResponse(dataset, detail.question, detail.respondent);
  const isViewSame = filter === view.filter && comparison === view.comparison && analysis === view.analysis;
  if (isViewSame && isDetailThere) return workspace;
  return { ...workspace, view: { ...view, filter, comparison, analysis }, detail: isDetailThere ? detail : null };
}

function fitFilter(filter: Filter, dataset: Dataset): Filter {
  const vocabulary = vocabularyOf(dataset);
  const terms = filter.terms.filter((term) => parseFilter(printTerm(term), vocabulary).filter !== undefined);
  return terms.length === filter.terms.length ? filter : { terms };
}

function hasResponse({ responses }: Dataset, question: string, respondent: string): boolean {
  return responses.some((row) => row.question === question && row.respondent === respondent);
}
