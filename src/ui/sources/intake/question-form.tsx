import { Select, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { MappedList, MappedQuestion } from "../../../core/collection/wide-mapping.ts";
import classes from "./mapping-step.module.css";
import type { MappingInHand } from "./use-mapping.ts";

interface QuestionFormProps {
  readonly question: MappedQuestion;
  readonly dispatch: MappingInHand["dispatch"];
}

/** Number, label and wording of a question. */
export function QuestionForm({ question, dispatch }: QuestionFormProps): ReactNode {
  const [id, setId] = useState(question.id);
  const change = (part: Partial<Pick<MappedQuestion, "label" | "wording">>) =>
    dispatch({ kind: "edit", edit: { kind: "question", question: question.id, change: part } });
  const rename = () => {
    setId(question.id);
    dispatch({ kind: "edit", edit: { kind: "rename", question: question.id, id: id.trim() } });
  };
  return (
    <div className={classes.form}>
      <TextInput
        size="xs"
        label="Number"
        className={classes.number}
        value={id}
        title="As it is printed: lower-case letters, digits, dots and hyphens; no other question's"
        onChange={(event) => setId(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => event.key === "Enter" && rename()}
      />
      <TextInput
        size="xs"
        label="Short label"
        value={question.label}
        error={question.label === ""}
        onChange={(event) => change({ label: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="Wording"
        value={question.wording}
        error={question.wording === ""}
        onChange={(event) => change({ wording: event.currentTarget.value })}
      />
    </div>
  );
}

const SEPARATORS = [
  { value: ";", label: "semicolon ;" },
  { value: ",", label: "comma ," },
  { value: "\n", label: "line end" },
  { value: "/", label: "slash /" },
  { value: "|", label: "bar |" },
];

interface ListFormProps {
  readonly list: MappedList;
  readonly dispatch: MappingInHand["dispatch"];
}

/** The label of a list, and what separates its codes. */
export function ListForm({ list, dispatch }: ListFormProps): ReactNode {
  const isListed = SEPARATORS.some(({ value }) => value === list.separator);
  return (
    <div className={classes.form}>
      <TextInput
        size="xs"
        label="Short label"
        value={list.label}
        error={list.label === ""}
        onChange={(event) =>
          dispatch({
            kind: "edit",
            edit: { kind: "list", list: list.id, change: { label: event.currentTarget.value } },
          })
        }
      />
      <Select
        size="xs"
        allowDeselect={false}
        label="Codes are separated by"
        data={isListed ? SEPARATORS : [...SEPARATORS, { value: list.separator, label: list.separator }]}
        value={list.separator}
        onChange={(separator) =>
          separator !== null && dispatch({ kind: "edit", edit: { kind: "separator", list: list.id, separator } })
        }
      />
    </div>
  );
}
