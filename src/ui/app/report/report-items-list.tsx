import { ActionIcon, Button, Group, Textarea, TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { KeptReport, ReportItem } from "../../../api/kept-report.ts";
import classes from "./report-dialog.module.css";
import { movedItem, rewordedItem, withoutItem } from "./report-items.ts";

interface ReportItemsProps {
  readonly report: KeptReport;
  readonly onChange: (report: KeptReport) => void;
}

/** What a report is made of, in its order: words to be written, tables and pictures to be moved. */
export function ReportItems({ report, onChange }: ReportItemsProps): ReactNode {
  const add = (kind: "heading" | "text") =>
    onChange({ ...report, items: [...report.items, { kind, id: crypto.randomUUID(), text: "" }] });
  return (
    <>
      <ol className={classes.items} aria-label="Parts of the report">
        {report.items.map((item, i) => (
          <li key={item.id}>
            <div className={classes.item}>
              <ItemContent item={item} onReword={(text) => onChange(rewordedItem(report, item.id, text))} />
            </div>
            <ItemActions
              name={nameOf(item, i)}
              isFirst={i === 0}
              isLast={i === report.items.length - 1}
              onMove={(step) => onChange(movedItem(report, item.id, step))}
              onRemove={() => onChange(withoutItem(report, item.id))}
            />
          </li>
        ))}
      </ol>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => add("heading")}>
          Add a heading
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => add("text")}>
          Add a text
        </Button>
      </Group>
    </>
  );
}

function nameOf(item: ReportItem, i: number): string {
  const what = item.kind === "heading" || item.kind === "text" ? item.text.slice(0, 40) : item.label;
  return what === "" ? `part ${i + 1}` : what;
}

function ItemContent({
  item,
  onReword,
}: {
  readonly item: ReportItem;
  readonly onReword: (text: string) => void;
}): ReactNode {
  switch (item.kind) {
    case "heading":
      return (
        <TextInput
          size="xs"
          aria-label="Heading"
          placeholder="Heading"
          value={item.text}
          onChange={(event) => onReword(event.currentTarget.value)}
        />
      );
    case "text":
      return (
        <Textarea
          size="xs"
          aria-label="Text"
          placeholder="Text; a blank line begins a paragraph"
          autosize
          minRows={2}
          maxRows={10}
          value={item.text}
          onChange={(event) => onReword(event.currentTarget.value)}
        />
      );
    default:
      return (
        <span>
          <span className={classes.kind}>{item.kind === "table" ? "Table" : "Picture"}</span> {item.label}
        </span>
      );
  }
}

interface ItemActionsProps {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

function ItemActions({ name, isFirst, isLast, onMove, onRemove }: ItemActionsProps): ReactNode {
  return (
    <span className={classes.actions}>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={`Move up: ${name}`}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <IconChevronUp size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={`Move down: ${name}`}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <IconChevronDown size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Remove: ${name}`} onClick={onRemove}>
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </span>
  );
}
