import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { isDerived } from "../../../core/dataset/derivations.ts";
import { CopyToEdit } from "../../shared/copy-to-edit.tsx";
import { useEditing } from "../../shared/use-editing.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { DeriveForm } from "./derive-form.tsx";
import classes from "./derived-part.module.css";
import { DerivedVariable } from "./derived-variable.tsx";

/** The variables that are made by recoding others: those there are with their rules and counts, and the way to the next one. */
export function DerivedPart(): ReactNode {
  const { dataset } = useWorkspace();
  const { isOwn } = useEditing();
  const derived = dataset.variables.filter(({ id }) => isDerived(dataset, id));
  return (
    <div className={classes.part}>
      <section>
        <h1>Derived variables</h1>
        <p className={classes.quiet}>
          Made by recoding codes or answers of a question, by a rule that the package keeps. They count, filter and
          compare like every other variable, and follow when a response is corrected.
        </p>
        {derived.length === 0 && <p>There are none yet.</p>}
        {derived.map((variable) => (
          <DerivedVariable key={variable.id} dataset={dataset} variable={variable} />
        ))}
      </section>
      {isOwn ? <DeriveForm /> : <CopyFirst name={dataset.info.name} />}
    </div>
  );
}

function CopyFirst({ name }: { readonly name: string }): ReactNode {
  const [isCopying, setIsCopying] = useState(false);
  return (
    <section>
      <p>{name} comes with the program and stays as it is. Variables can be derived in a copy of it.</p>
      <Button variant="default" onClick={() => setIsCopying(true)}>
        Copy to edit
      </Button>
      <CopyToEdit isOpen={isCopying} onClose={() => setIsCopying(false)} />
    </section>
  );
}
