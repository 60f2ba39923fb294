import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { BASES, type Code, type Observation, type Variable } from "../../core/dataset/resources.ts";
import { newId } from "../../core/editing/new-id.ts";
import type { PackageEdit } from "../../core/editing/package-edit.ts";
import { valueLabel } from "../../core/query/vocabulary.ts";
import { basisOf } from "./basis-of.ts";
import classes from "./response-editor.module.css";
import { useCell } from "./use-cell.ts";
import { useEditing } from "./use-editing.tsx";

interface CodeEditorProps {
  readonly dataset: Dataset;
  readonly variable: Variable;
  readonly respondent: string;
}

/** The codes of a variable as a state has them: each to be given or taken, with its own basis and place, and new ones to be added. */
export function CodeEditor({ dataset, variable, respondent }: CodeEditorProps): ReactNode {
  const index = indexOf(dataset);
  const observations = index.observations(variable.id, respondent);
  return (
    <fieldset className={classes.codes}>
      <legend title={variable.definition}>{variable.label}</legend>
      {index.codesOf(variable.id).map((code) => (
        <CodeRow
          key={code.code}
          dataset={dataset}
          code={code}
          respondent={respondent}
          observation={observations.find((row) => row.code === code.code)}
        />
      ))}
      <NewCode dataset={dataset} variable={variable} respondent={respondent} />
    </fieldset>
  );
}

interface CodeRowProps {
  readonly dataset: Dataset;
  readonly code: Code;
  readonly respondent: string;
  readonly observation: Observation | undefined;
}

const GIVEN = "given";

function CodeRow({
  dataset,
  code: { variable, code, label, definition },
  respondent,
  observation,
}: CodeRowProps): ReactNode {
  const response = indexOf(dataset).response(indexOf(dataset).variable(variable).question, respondent);
  const key = { variable, respondent, code };
  const cell = useCell(`observation/${variable}/${respondent}/${code}`, observation ? GIVEN : "", (text) => {
    if (text !== GIVEN) return [{ kind: "remove-observation", ...key }];
    // What the source says of the answer is the likeliest place of the code; both can be corrected beneath.
    return [{ kind: "add-observation", ...key, basis: response.basis, locator: response.locator }];
  });
  return (
    <div>
      <Checkbox
        label={label}
        title={definition}
        checked={cell.text === GIVEN}
        error={cell.problem}
        onChange={(event) => cell.commit(event.currentTarget.checked ? GIVEN : "")}
      />
      {observation !== undefined && <Evidence dataset={dataset} observation={observation} label={label} />}
    </div>
  );
}

interface EvidenceProps {
  readonly dataset: Dataset;
  readonly observation: Observation;
  readonly label: string;
}

function Evidence({ dataset, observation, label }: EvidenceProps): ReactNode {
  const { variable, respondent, code } = observation;
  const about = `observation/${variable}/${respondent}/${code}`;
  const key = { kind: "set-observation", variable, respondent, code } as const;
  const basis = useCell(`${about}/basis`, observation.basis, (text, was) => [
    { ...key, fields: basisOf(text), was: basisOf(was) },
  ]);
  const locator = useCell(`${about}/locator`, observation.locator, (text, was) => [
    { ...key, fields: { locator: text }, was: { locator: was } },
  ]);
  return (
    <div className={classes.evidence}>
      <NativeSelect
        size="xs"
        aria-label={`How we know: ${label}`}
        data={BASES.map((value) => ({ value, label: valueLabel(dataset, "basis", value) }))}
        value={basis.text}
        error={basis.problem}
        onChange={(event) => basis.commit(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        aria-label={`Place in the source: ${label}`}
        value={locator.text}
        error={locator.problem}
        maxLength={1000}
        onChange={(event) => locator.type(event.currentTarget.value)}
        onBlur={() => locator.commit()}
        onKeyDown={(event) => event.key === "Enter" && locator.commit()}
      />
    </div>
  );
}

function NewCode({ dataset, variable, respondent }: CodeEditorProps): ReactNode {
  const { edit } = useEditing();
  const [label, setLabel] = useState("");
  const [problem, setProblem] = useState("");
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const found = await edit(`variable/${variable.id}/code`, addition(dataset, variable, respondent, label.trim()));
    setProblem(found);
    if (found === "") setLabel("");
  };
  return (
    <form className={classes.newCode} onSubmit={add}>
      <TextInput
        size="xs"
        aria-label={`New code of ${variable.label}`}
        placeholder="Another code…"
        value={label}
        error={problem}
        maxLength={200}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      {label.trim() !== "" && (
        <Button type="submit" size="xs" variant="default">
          Add
        </Button>
      )}
    </form>
  );
}

function addition(dataset: Dataset, { id, question }: Variable, respondent: string, label: string): PackageEdit[] {
  const codes = indexOf(dataset).codesOf(id);
  const { basis, locator } = indexOf(dataset).response(question, respondent);
  const code = newId(
    label,
    codes.map((own) => own.code),
  );
  const order = codes.reduce((last, own) => Math.max(last, own.order), 0) + 1;
  return [
    { kind: "add-code", variable: id, code, label, meaning: "neutral", order, definition: label },
    { kind: "add-observation", variable: id, respondent, code, basis, locator },
  ];
}
