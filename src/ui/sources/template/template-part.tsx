import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import type { HostInfo } from "../../../api/contract.ts";
import { DraftFactsForm } from "./draft-facts-form.tsx";
import { type DraftForm, EMPTY_FORM, type FormAction, nextKey } from "./draft-form.ts";
import { draftOfForm } from "./draft-of-form.ts";
import { QuestionItem } from "./question-item.tsx";
import { SaveTemplate } from "./save-template.tsx";
import { StartFrom } from "./start-from.tsx";
import classes from "./template-part.module.css";
import { useKeptForm } from "./use-kept-form.ts";

interface Undo {
  readonly form: DraftForm;
  readonly what: string;
}

/** The draft of a query, written by hand or taken from a file or the open package, and the workbook that states fill in. */
export function TemplatePart({ host }: { readonly host: HostInfo }): ReactNode {
  const [form, dispatch] = useKeptForm();
  const [openKey, setOpenKey] = useState<number | null>(form.questions[0]?.key ?? null);
  const reading = useMemo(() => draftOfForm(form), [form]);
  const [addedKey, setAddedKey] = useState<number | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const apply = (action: FormAction) => {
    if (action.kind === "remove") setUndo({ form, what: "The question is removed." });
    dispatch(action);
  };
  const load = (loaded: DraftForm) => {
    setUndo(form === EMPTY_FORM ? null : { form, what: "What was written is replaced." });
    setOpenKey(loaded.questions[0]?.key ?? null);
    dispatch({ kind: "load", form: loaded });
  };
  const takeBack = (form: DraftForm) => {
    dispatch({ kind: "load", form });
    setUndo(null);
  };
  const add = () => {
    const key = nextKey(form);
    dispatch({ kind: "add" });
    setOpenKey(key);
    setAddedKey(key);
  };
  return (
    <div className={classes.part}>
      <header className={classes.head}>
        <h1>Response template</h1>
        <div role="status" className={classes.undo}>
          {undo !== null && (
            <>
              {undo.what}{" "}
              <Button size="compact-sm" variant="default" onClick={() => takeBack(undo.form)}>
                Undo
              </Button>
            </>
          )}
        </div>
        <StartFrom onStart={load} />
      </header>
      <div className={classes.columns}>
        <DraftFactsForm facts={form.facts} onChange={(facts) => dispatch({ kind: "facts", facts })} />
        <section aria-label="Questions" className={classes.questions}>
          <h2>Questions</h2>
          <ol>
            {form.questions.map((question, i) => (
              <QuestionItem
                key={question.key}
                question={question}
                position={i}
                count={form.questions.length}
                isOpen={openKey === question.key}
                isNew={addedKey === question.key}
                onToggle={() => setOpenKey(openKey === question.key ? null : question.key)}
                dispatch={apply}
              />
            ))}
          </ol>
          <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>
            Add a question
          </Button>
        </section>
      </div>
      <SaveTemplate reading={reading} powers={host.powers} />
    </div>
  );
}
