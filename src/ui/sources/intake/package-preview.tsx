import { Fragment, type ReactNode } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { counted } from "../../../core/dataset/in-words.ts";
import { withheldRespondents } from "../../../core/dataset/public-part.ts";
import type { Variable } from "../../../core/dataset/resources.ts";
import { countFacet } from "../../../core/query/facets.ts";
import { EMPTY_FILTER } from "../../../core/query/filter.ts";
import { MeaningMark } from "../../shared/meaning-mark.tsx";
import tableClasses from "../source-table.module.css";
import classes from "./package-preview.module.css";

/** What was understood of a package before it is kept: who answered, what was asked, and every code with how many states have it. */
export function PackagePreview({ dataset }: { readonly dataset: Dataset }): ReactNode {
  const { info, respondents, questions, responses } = dataset;
  const withheld = withheldRespondents(dataset).length;
  return (
    <div className={classes.preview}>
      <dl className={classes.facts}>
        <dt>Package</dt>
        <dd>
          {info.name}, version {info.version}
          {info.query.followUpOf !== null && `, follow-up of ${info.query.followUpOf}`}
        </dd>
        <dt>Source</dt>
        <dd>{info.sources.map(({ title }) => title).join("; ") || "not stated"}</dd>
        <dt>{counted(respondents.length, "respondent")}</dt>
        <dd>
          {respondents.map(({ code, name }) => (
            <Fragment key={code}>
              <abbr title={name}>{code}</abbr>{" "}
            </Fragment>
          ))}
          {withheld > 0 && <span className={tableClasses.quiet}>({withheld} for the network only)</span>}
        </dd>
        <dt>{counted(questions.length, "question")}</dt>
        <dd>{counted(responses.length, "response")}</dd>
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, and this table holds nothing else to focus. */}
      <section className={classes.codes} tabIndex={0} aria-label="Codes with counts">
        <table className={tableClasses.table}>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Code</th>
              <th scope="col">Meaning</th>
              <th scope="col" className={tableClasses.number}>
                States
              </th>
            </tr>
          </thead>
          <tbody>
            {dataset.variables.map((variable) => (
              <VariableRows key={variable.id} dataset={dataset} variable={variable} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function VariableRows({ dataset, variable }: { readonly dataset: Dataset; readonly variable: Variable }): ReactNode {
  const index = indexOf(dataset);
  const { values } = countFacet(dataset, EMPTY_FILTER, "states", variable.id);
  return values.map(({ value, label, counts }, i) => (
    <tr key={value}>
      {i === 0 && (
        <th scope="rowgroup" rowSpan={values.length}>
          {variable.question} {variable.kind === "answer" ? index.question(variable.question).label : variable.label}
          <div className={classes.variable}>{variable.id}</div>
        </th>
      )}
      <td>{label}</td>
      <td>
        {variable.kind === "answer" ? (
          <MeaningMark meaning={index.code(variable.id, value).meaning} />
        ) : (
          <span className={tableClasses.quiet}>listed</span>
        )}
      </td>
      <td className={tableClasses.number}>
        {counts === null ? <span className={tableClasses.quiet}>no state given</span> : counts.respondents}
      </td>
    </tr>
  ));
}
