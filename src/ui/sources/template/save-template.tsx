import { Button, SegmentedControl, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { counted } from "../../../core/dataset/in-words.ts";
import { type DraftReading, printDraft, type QueryDraft } from "../../../core/notebook/query-draft.ts";
import { onceAClick } from "../../shared/once-a-click.ts";
import { saveFile } from "../../shared/save-file.ts";
import { placeInWords } from "./draft-of-form.ts";
import { isTemplateFor, type TemplateFor, templateFile } from "./template-file.ts";
import classes from "./template-part.module.css";

interface SaveTemplateProps {
  readonly reading: DraftReading;
  readonly powers: readonly HostPower[];
}

const FOR_CHOICES: readonly { readonly value: TemplateFor; readonly label: string }[] = [
  { value: "all", label: "One workbook for all" },
  { value: "each", label: "One for each addressee" },
  { value: "table", label: "One table" },
];

/** What has yet to be mended, and the ways out: the draft as a file, and the workbook that states fill in. */
export function SaveTemplate({ reading, powers }: SaveTemplateProps): ReactNode {
  const [madeFor, setMadeFor] = useState<TemplateFor>("all");
  const [outcome, setOutcome] = useState("");
  const save = (work: Promise<string>) => {
    work.then(setOutcome, (error: Error) => setOutcome(`Not saved: ${error.message}`));
  };
  const { draft } = reading;
  return (
    <footer className={classes.save}>
      <div className={classes.checks}>
        <Checks reading={reading} />
        <Text role="status" size="xs" c="dimmed" truncate title={outcome}>
          {outcome}
        </Text>
      </div>
      <SegmentedControl
        size="xs"
        name="template-for"
        aria-label="Which workbooks"
        data={[...FOR_CHOICES]}
        value={madeFor}
        onChange={(value) => isTemplateFor(value) && setMadeFor(value)}
      />
      <Button
        variant="default"
        disabled={draft === undefined}
        onClick={onceAClick(() => draft !== undefined && save(saveDraft(draft, powers)))}
      >
        Save the draft
      </Button>
      <Button
        disabled={draft === undefined || (madeFor === "each" && draft.addressees.length === 0)}
        onClick={onceAClick(() => draft !== undefined && save(saveTemplate(draft, madeFor, powers)))}
      >
        Save {madeFor === "each" ? "the workbooks" : "the workbook"}
      </Button>
    </footer>
  );
}

function Checks({ reading: { draft, faults = [] } }: { readonly reading: DraftReading }): ReactNode {
  if (draft !== undefined) return <span>Ready: {readyInWords(draft)}</span>;
  const [first] = faults;
  if (first === undefined) return null;
  const rest = faults.length - 1;
  return (
    <details>
      <summary>
        {placeInWords(first)}: {first.expected}
        {rest > 0 && `, and ${rest} more`}
      </summary>
      <ul>
        {faults.slice(1).map((fault) => (
          <li key={`${fault.column} ${fault.expected}`}>
            {placeInWords(fault)}: {fault.expected}
          </li>
        ))}
      </ul>
    </details>
  );
}

function readyInWords({ questions, addressees }: QueryDraft): string {
  const asked =
    addressees.length === 0
      ? "any state may answer"
      : addressees.length === 1
        ? "1 addressee"
        : `${addressees.length} addressees`;
  return `${counted(questions.length, "question")}, ${asked}`;
}

async function saveDraft(draft: QueryDraft, powers: readonly HostPower[]): Promise<string> {
  const name = `${draft.id}.draft.json`;
  return told(
    name,
    powers,
    await saveFile(powers, name, "application/json", new TextEncoder().encode(printDraft(draft))),
  );
}

async function saveTemplate(draft: QueryDraft, madeFor: TemplateFor, powers: readonly HostPower[]): Promise<string> {
  const { name, type, bytes } = await templateFile(draft, madeFor);
  return told(name, powers, await saveFile(powers, name, type, bytes));
}

// A host that asks where to save gives no path where the analyst thought better of it.
function told(name: string, powers: readonly HostPower[], path: string | null): string {
  if (path !== null) return `Saved ${path}`;
  return powers.includes("save-file") ? "" : `Saved ${name}`;
}
