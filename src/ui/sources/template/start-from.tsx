import { Button, Text } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { draftFromQuestions } from "../../../core/collection/draft-from-questions.ts";
import { followUpDraft } from "../../../core/collection/draft-of-package.ts";
import { describeFault } from "../../../core/dataset/fault.ts";
import { type DraftReading, readDraft } from "../../../core/notebook/query-draft.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { type DraftForm, EMPTY_FORM, formOfDraft } from "./draft-form.ts";
import classes from "./template-part.module.css";

/** The ways to begin: anew, with a file, or with the questions of the open package. What was written is replaced. */
export function StartFrom({ onStart }: { readonly onStart: (form: DraftForm) => void }): ReactNode {
  const { dataset } = useWorkspace();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");
  const start = (form: DraftForm) => {
    setProblem("");
    onStart(form);
  };
  const read = async (file: File) => {
    const { draft, faults = [] } = await readFile(file);
    if (draft !== undefined) start(formOfDraft(draft));
    else setProblem(faults.map(describeFault).join("\n"));
  };
  const take = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    const [file] = currentTarget.files ?? [];
    if (file !== undefined) read(file).catch((error: Error) => setProblem(`${file.name}: ${error.message}`));
    // The same file can be chosen again, after it was mended.
    currentTarget.value = "";
  };
  return (
    <>
      <div className={classes.starts}>
        <Button variant="default" onClick={() => start(formOfDraft(followUpDraft(dataset)))}>
          Questions of the open package
        </Button>
        <Button variant="default" onClick={() => input.current?.click()}>
          Open a draft…
        </Button>
        <input ref={input} type="file" hidden aria-label="Open a draft" accept=".json,.txt,.csv" onChange={take} />
        <Button variant="subtle" color="gray" onClick={() => start(EMPTY_FORM)}>
          Begin anew
        </Button>
      </div>
      {problem !== "" && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)" className={classes.problem}>
          {problem}
        </Text>
      )}
    </>
  );
}

// A draft as it is saved, or a list of questions as a person writes it.
async function readFile(file: File): Promise<DraftReading> {
  const text = await file.text();
  if (/\.json$/i.test(file.name)) return readDraft(file.name, JSON.parse(text));
  const { readQuestions } = await import("../../../formats/read-questions.ts");
  const list = readQuestions(file.name, text);
  return list.faults === undefined ? draftFromQuestions(list) : list;
}
