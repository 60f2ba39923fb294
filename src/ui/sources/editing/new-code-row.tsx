import { Button, Select, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { MEANING_ORDER, MEANINGS } from "../../../core/dataset/meanings.ts";
import type { Variable } from "../../../core/dataset/resources.ts";
import { newId } from "../../../core/editing/new-id.ts";
import { useEditing } from "../../shared/use-editing.tsx";

interface NewCodeRowProps {
  readonly dataset: Dataset;
  readonly variable: Variable;
}

const EMPTY = { label: "", meaning: "", definition: "" };

/** The last line of a variable's codes: the next one. */
export function NewCodeRow({ dataset, variable: { id, label, kind } }: NewCodeRowProps): ReactNode {
  const { edit } = useEditing();
  const [code, setCode] = useState(EMPTY);
  const [problem, setProblem] = useState("");
  const codes = indexOf(dataset).codesOf(id);
  // What an answer says is never guessed; a code of a list says nothing by itself.
  const meaning = kind === "answer" ? MEANING_ORDER.find((known) => known === code.meaning) : "neutral";
  const isComplete = code.label.trim() !== "" && code.definition.trim() !== "" && meaning !== undefined;
  const add = async () => {
    if (meaning === undefined || !isComplete) return;
    const order = codes.reduce((last, own) => Math.max(last, own.order), 0) + 1;
    const own = newId(
      code.label,
      codes.map((known) => known.code),
    );
    const texts = { label: code.label.trim(), definition: code.definition.trim() };
    const found = await edit(`variable/${id}/code`, [
      { kind: "add-code", variable: id, code: own, meaning, order, ...texts },
    ]);
    setProblem(found);
    if (found === "") setCode(EMPTY);
  };
  return (
    <tr>
      <td>
        <Button size="compact-sm" variant="default" disabled={!isComplete} onClick={add}>
          Add
        </Button>
      </td>
      <td>
        <TextInput
          size="xs"
          aria-label={`Label of a new code of ${label}`}
          placeholder="Another code…"
          value={code.label}
          error={problem}
          maxLength={200}
          onChange={(event) => setCode({ ...code, label: event.currentTarget.value })}
        />
      </td>
      {kind === "answer" && (
        <td>
          <Select
            size="xs"
            aria-label={`What a new code of ${label} says`}
            placeholder="Choose"
            data={MEANING_ORDER.map((value) => ({ value, label: `${MEANINGS[value].sign} ${MEANINGS[value].word}` }))}
            value={code.meaning === "" ? null : code.meaning}
            onChange={(value) => setCode({ ...code, meaning: value ?? "" })}
          />
        </td>
      )}
      <td>
        <TextInput
          size="xs"
          aria-label={`Definition of a new code of ${label}`}
          placeholder="Given when…"
          title="Given when…"
          value={code.definition}
          maxLength={2000}
          onChange={(event) => setCode({ ...code, definition: event.currentTarget.value })}
        />
      </td>
    </tr>
  );
}
