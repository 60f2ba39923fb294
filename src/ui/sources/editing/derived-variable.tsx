import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import type { Variable } from "../../../core/dataset/resources.ts";
import { useEditing } from "../../shared/use-editing.tsx";
import { countDerived } from "./derive-draft.ts";
import { DerivedCounts } from "./derived-counts.tsx";
import classes from "./derived-part.module.css";

interface DerivedVariableProps {
  readonly dataset: Dataset;
  readonly variable: Variable;
}

/** A derived variable: what each of its codes follows from, and who has it. */
export function DerivedVariable({ dataset, variable }: DerivedVariableProps): ReactNode {
  const { isOwn, edit } = useEditing();
  const [problem, setProblem] = useState("");
  const remove = async () => {
    setProblem(await edit(`variable/${variable.id}`, [{ kind: "remove-derived-variable", variable: variable.id }]));
  };
  return (
    <article className={classes.variable} aria-label={variable.label}>
      <header>
        <h2>
          {variable.label} <span className={classes.quiet}>{variable.id}</span>
        </h2>
        <span className={classes.quiet}>
          {variable.question} {indexOf(dataset).question(variable.question).label}
        </span>
        {isOwn && (
          <Button size="compact-sm" variant="subtle" color="red" onClick={remove}>
            Remove
          </Button>
        )}
      </header>
      {problem !== "" && (
        <p className={classes.problem} role="alert">
          Not removed: {problem}
        </p>
      )}
      <DerivedCounts
        counts={countDerived(dataset, variable.id)}
        of={dataset.respondents.length}
        ruleOf={(code) => ruleInWords(dataset, variable.id, code)}
      />
    </article>
  );
}

function ruleInWords(dataset: Dataset, variable: string, code: string): string {
  const index = indexOf(dataset);
  const rules = dataset.derivations.filter((rule) => rule.variable === variable && rule.code === code);
  return rules
    .map(
      (rule) => `${index.variable(rule.from_variable).label}: ${index.code(rule.from_variable, rule.from_code).label}`,
    )
    .join("; ");
}
