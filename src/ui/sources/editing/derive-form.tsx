import { Autocomplete, Button, MultiSelect, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useDeferredValue, useMemo, useState } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { isDerived } from "../../../core/dataset/derivations.ts";
import { describeFault } from "../../../core/dataset/fault.ts";
import type { Variable } from "../../../core/dataset/resources.ts";
import { countFacet } from "../../../core/query/facets.ts";
import { EMPTY_FILTER } from "../../../core/query/filter.ts";
import { MeaningMark } from "../../shared/meaning-mark.tsx";
import { useEditing } from "../../shared/use-editing.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import tableClasses from "../source-table.module.css";
import { type DeriveDraft, derivationFault, deriveEdit, EMPTY_DRAFT, previewDerivation } from "./derive-draft.ts";
import { DerivedCounts } from "./derived-counts.tsx";
import classes from "./derived-part.module.css";

/** Makes a derived variable: choose what it is made from, say what each code becomes, see at once who would have which. */
export function DeriveForm(): ReactNode {
  const { dataset } = useWorkspace();
  const { edit } = useEditing();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [problem, setProblem] = useState("");
  const making = useMemo(() => deriveEdit(dataset, draft), [dataset, draft]);
  const names = [...new Set(Object.values(draft.groups).map((name) => name.trim()))].filter((name) => name !== "");

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (making === null) return;
    const found = await edit(`variable/${making.variable}`, [making]);
    setProblem(found);
    if (found === "") setDraft(EMPTY_DRAFT);
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label="New derived variable">
      <h2>New derived variable</h2>
      <div className={classes.fields}>
        <MultiSelect
          label="Made from"
          description="One variable, or several of the same question"
          placeholder={draft.from.length === 0 ? "Choose a variable" : undefined}
          data={choices(dataset, draft.from)}
          value={[...draft.from]}
          searchable
          onChange={(from) => setDraft({ ...draft, from, label: draft.label || labelOf(dataset, from) })}
        />
        <TextInput
          label="Name"
          description="As it will stand in filters and tables"
          value={draft.label}
          maxLength={200}
          onChange={(event) => setDraft({ ...draft, label: event.currentTarget.value })}
        />
      </div>
      {draft.from.map((id) => (
        <Recoding key={id} variable={indexOf(dataset).variable(id)} draft={draft} names={names} onChange={setDraft} />
      ))}
      {making !== null && <Preview dataset={dataset} making={making} />}
      {problem !== "" && (
        <p className={classes.problem} role="alert">
          Not made: {problem}
        </p>
      )}
      <Button type="submit" disabled={making === null} w="fit-content">
        Make the variable
      </Button>
    </form>
  );
}

interface RecodingProps {
  readonly variable: Variable;
  readonly draft: DeriveDraft;
  /** The new codes that are named already. */
  readonly names: readonly string[];
  readonly onChange: (draft: DeriveDraft) => void;
}

function Recoding({ variable, draft, names, onChange }: RecodingProps): ReactNode {
  const { dataset } = useWorkspace();
  const index = indexOf(dataset);
  const { values } = countFacet(dataset, EMPTY_FILTER, "states", variable.id);
  return (
    <table className={tableClasses.table}>
      <caption>
        {variable.question} {variable.label}
      </caption>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col" className={tableClasses.number}>
            States
          </th>
          <th scope="col">Becomes</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ value, counts }) => {
          const { label, meaning } = index.code(variable.id, value);
          const key = `${variable.id}/${value}`;
          return (
            <tr key={value}>
              <th scope="row">
                {variable.kind === "answer" ? <MeaningMark meaning={meaning} label={label} /> : label}
              </th>
              <td className={tableClasses.number}>{counts === null ? "no state given" : counts.respondents}</td>
              <td className={classes.becomes}>
                <Autocomplete
                  size="xs"
                  aria-label={`${label} becomes`}
                  placeholder="none"
                  data={[...names]}
                  value={draft.groups[key] ?? ""}
                  maxLength={200}
                  onChange={(name) => onChange({ ...draft, groups: { ...draft.groups, [key]: name } })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface PreviewProps {
  readonly dataset: Dataset;
  readonly making: NonNullable<ReturnType<typeof deriveEdit>>;
}

function Preview({ dataset, making }: PreviewProps): ReactNode {
  // Typing comes first: making a large package on trial takes a moment.
  const settled = useDeferredValue(making);
  const unnamed = unnamedIn(dataset, settled);
  const previewed = useMemo(() => previewDerivation(dataset, settled), [dataset, settled]);
  return (
    <section aria-label="Preview" aria-live="polite">
      <h3>Preview</h3>
      {previewed.faults === undefined ? (
        <DerivedCounts counts={previewed.preview} of={dataset.respondents.length} />
      ) : (
        <ul className={classes.problem}>
          {previewed.faults.map((fault) => (
            <li key={describeFault(fault)}>{derivationFault(dataset, settled, fault)}</li>
          ))}
        </ul>
      )}
      {unnamed !== "" && (
        <p className={classes.quiet}>
          The source gives {unnamed} to no one state: it adds nobody here, and who else it is true of is not known.
        </p>
      )}
      <p className={classes.quiet}>
        A state without any of these counts as “no” only where its answer to the question can be compared.
      </p>
    </section>
  );
}

function unnamedIn(dataset: Dataset, { codes }: PreviewProps["making"]): string {
  const index = indexOf(dataset);
  return codes
    .flatMap(({ from }) => from)
    .filter(({ variable, code }) => index.isNamedForNoOne(variable, code))
    .map(({ variable, code }) => index.code(variable, code).label)
    .join(", ");
}

// What an absent code means hangs on the answer to one question: the first choice settles which.
function choices(dataset: Dataset, chosen: readonly string[]) {
  const index = indexOf(dataset);
  const [first] = chosen;
  const question = first === undefined ? null : index.variable(first).question;
  return index.questions
    .filter(({ id }) => question === null || id === question)
    .map(({ id, label }) => ({
      group: `${id} ${label}`,
      items: index
        .variablesOf(id)
        .filter((variable) => !isDerived(dataset, variable.id))
        .map((variable) => ({ value: variable.id, label: variable.label })),
    }));
}

function labelOf(dataset: Dataset, [first]: readonly string[]): string {
  return first === undefined ? "" : `${indexOf(dataset).variable(first).label}, recoded`;
}
