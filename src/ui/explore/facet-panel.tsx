import type { ReactNode } from "react";
import { countFacets, type Facet } from "../../core/query/facets.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { FacetGroup } from "./facet-group.tsx";
import classes from "./facet-panel.module.css";

/** Every facet with its live counts: the variables by question, then what classifies states and answers. */
export function FacetPanel(): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const { filter, reading } = workspace.view;
  const facets = countFacets(dataset, filter, reading);
  const general = facets.filter((facet) => facet.question === null);
  const questions = [...dataset.questions].sort((a, b) => a.order - b.order);
  return (
    <aside className={classes.panel} aria-label="Facets">
      {questions.map((question) => (
        <FacetSection
          key={question.id}
          title={`${question.id} ${question.label}`}
          facets={facets.filter((facet) => facet.question === question.id)}
        />
      ))}
      <FacetSection title="States and answers" facets={general} />
    </aside>
  );
}

function FacetSection({ title, facets }: { readonly title: string; readonly facets: readonly Facet[] }): ReactNode {
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      {facets.map((facet) => (
        <FacetGroup key={facet.key} facet={facet} />
      ))}
    </section>
  );
}
