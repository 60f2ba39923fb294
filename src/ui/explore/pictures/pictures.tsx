import { SegmentedControl, Select } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { RESPONDENT_ORDERS, type RespondentOrder } from "../../../core/analysis/order-respondents.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { BarsPicture } from "./bars-picture.tsx";
import { CombinationsPicture } from "./combinations-picture.tsx";
import { MapPicture } from "./map-picture.tsx";
import { MatrixPicture } from "./matrix-picture.tsx";
import classes from "./pictures.module.css";

const KINDS = [
  { value: "bars", label: "Answers" },
  { value: "matrix", label: "Matrix" },
  { value: "map", label: "Map" },
  { value: "combinations", label: "Codes together" },
] as const;

const ORDERS = Object.keys(RESPONDENT_ORDERS) as readonly RespondentOrder[];

type Kind = (typeof KINDS)[number]["value"];

/** The current result as a picture: bars by question, a map of one question, or the codes that occur together. */
export function Pictures({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { dataset } = useWorkspace();
  const index = indexOf(dataset);
  const [kind, setKind] = useState<Kind>("bars");
  const [question, setQuestion] = useState(index.questions[0]?.id ?? "");
  const [order, setOrder] = useState<RespondentOrder>("protocol");
  const multiple = dataset.variables.filter((variable) => variable.kind === "multiple");
  const [variable, setVariable] = useState(multiple[0]?.id ?? "");
  return (
    <div className={classes.pictures}>
      <div className={classes.choice}>
        <SegmentedControl
          size="xs"
          name="picture-kind"
          aria-label="Kind of picture"
          data={[...KINDS]}
          value={kind}
          onChange={(value) => setKind(KINDS.find((known) => known.value === value)?.value ?? "bars")}
        />
        {kind === "matrix" && (
          <Select
            size="xs"
            aria-label="Order of the states"
            data={ORDERS.map((value) => ({ value, label: RESPONDENT_ORDERS[value] }))}
            value={order}
            allowDeselect={false}
            onChange={(value) => setOrder(ORDERS.find((known) => known === value) ?? order)}
          />
        )}
        {kind === "map" && (
          <Select
            size="xs"
            aria-label="Question on the map"
            data={index.questions.map(({ id, label }) => ({ value: id, label: `${id} ${label}` }))}
            value={question}
            allowDeselect={false}
            onChange={(value) => setQuestion(value ?? question)}
            w={300}
          />
        )}
        {kind === "combinations" && multiple.length > 0 && (
          <Select
            size="xs"
            aria-label="Variable whose codes are shown"
            data={multiple.map(({ id, label, question: of }) => ({ value: id, label: `${of} ${label}` }))}
            value={variable}
            allowDeselect={false}
            onChange={(value) => setVariable(value ?? variable)}
            w={300}
          />
        )}
      </div>
      {kind === "bars" && <BarsPicture powers={powers} />}
      {kind === "matrix" && <MatrixPicture order={order} powers={powers} />}
      {kind === "map" && <MapPicture powers={powers} question={question} />}
      {kind === "combinations" && multiple.length > 0 && <CombinationsPicture powers={powers} variable={variable} />}
      {kind === "combinations" && multiple.length === 0 && (
        <p>This package has no variable of which several codes can hold, so no codes can occur together.</p>
      )}
    </div>
  );
}
