import { Button, Group, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import { responseRef } from "../../../core/dataset/ref.ts";
import { citationLabel, cite } from "../../../core/notebook/citation.ts";
import { addresseesFor, passageOf } from "../../../core/notebook/passage.ts";
import { Dialog } from "../../shared/dialog.tsx";
import { useNotes } from "../../shared/use-notes.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { useFocusBack } from "../commands/use-focus-back.ts";
import classes from "./capture-dialog.module.css";
import { capturedHere } from "./captured.ts";
import { forgetUnsent, keepUnsent, leftUnsent, type Words } from "./unsent-words.ts";

/** Writes down a question about what has the focus, without leaving the screen: the sentence that gave rise to it is there already, with its citation. */
export function CaptureDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { addNote } = useNotes();
  const close = useFocusBack(onClose);
  const { detail } = workspace;
  const [{ refs, selected }] = useState(() =>
    capturedHere(detail === null ? null : responseRef(dataset, detail.question, detail.respondent)),
  );
  const links = refs.map((ref) => cite(dataset, ref)).filter(({ digest }) => digest !== null);
  const labels = links.map((link) => citationLabel(dataset, link)).join(", ");
  const addressees = addresseesFor(dataset, refs);
  const [left] = useState(() => leftUnsent(refs, selected));
  const [title, setTitle] = useState(left?.title ?? "");
  const [body, setBody] = useState(() => left?.body ?? passageOf(dataset, refs, selected));
  const usual = labels === "" ? "New question" : `About ${labels}`;

  const write = (words: Partial<Words>) => {
    const now = { title, body, ...words };
    setTitle(now.title);
    setBody(now.body);
    keepUnsent(refs, now);
  };
  const add = () => {
    forgetUnsent();
    return addNote({ title: title.trim() || usual, body, links, addressees: [...addressees] });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add();
    close();
  };
  const addAndOpen = () => {
    const note = add();
    onClose();
    dispatch({ kind: "note", note });
    dispatch({ kind: "go", screen: "notebook" });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <Dialog title="Ask about this" closeLabel="Close without a question" size="medium" onClose={close}>
      <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown}>
        <p className={classes.about}>{aboutWords(labels, addressees)}</p>
        <TextInput
          label="Question"
          data-autofocus
          placeholder={usual}
          value={title}
          maxLength={500}
          onChange={(event) => write({ title: event.currentTarget.value })}
        />
        <Textarea
          label="Notes (Markdown)"
          autosize
          minRows={4}
          maxRows={12}
          maxLength={100_000}
          value={body}
          onChange={(event) => write({ body: event.currentTarget.value })}
        />
        <Group gap="xs">
          <Button type="submit" size="sm">
            Add to the notebook
          </Button>
          <Button size="sm" variant="default" onClick={addAndOpen}>
            Add and open
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function aboutWords(labels: string, addressees: readonly string[]): string {
  if (labels === "") return "Nothing has the focus that could be cited: the question stands for itself.";
  return `Cites ${labels}${addressees.length === 0 ? "" : `, to ask ${addressees.join(", ")}`}.`;
}
