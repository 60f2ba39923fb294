import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import classes from "./contradiction-question.module.css";
import { useEditing } from "./use-editing.tsx";

interface ContradictionQuestionProps {
  /** Whether an edit of this cell is asked about here, beside it. */
  readonly isHere: (cell: string) => boolean;
}

/** Asks why the data are to differ from what the source prints: the reason becomes a caveat, stored with the edit. Nothing where no edit asks for it. */
export function ContradictionQuestion({ isHere }: ContradictionQuestionProps): ReactNode {
  const { contradiction, explain, dismiss } = useEditing();
  const [why, setWhy] = useState("");
  if (contradiction === null || !isHere(contradiction.cell)) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await explain(why.trim())) === "") setWhy("");
  };
  return (
    <section className={classes.question} role="alert">
      <h3>The source counts otherwise</h3>
      <form onSubmit={submit}>
        {contradiction.counts.map(({ id, printed, question, locator }) => (
          <p key={id}>
            It prints “{printed}” {question !== "" && `for ${question} `}({locator}); with this change the data no
            longer agree.
          </p>
        ))}
        <Textarea
          label="Why do they differ?"
          description="Kept as a caveat about the count."
          autosize
          minRows={2}
          maxLength={2000}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group gap="xs" mt="xs">
          <Button type="submit" size="xs" disabled={why.trim() === ""}>
            Save with this caveat
          </Button>
          <Button size="xs" variant="default" onClick={dismiss}>
            Leave it
          </Button>
        </Group>
      </form>
    </section>
  );
}
