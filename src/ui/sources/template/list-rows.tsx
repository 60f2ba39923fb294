import { ActionIcon, TagsInput, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type FormList, newCode } from "./draft-form.ts";
import classes from "./question-item.module.css";

interface ListRowsProps {
  readonly list: FormList;
  readonly name: string;
  readonly onChange: (list: FormList) => void;
  readonly onRemove: () => void;
}

/** A list of things of which a state can name any number. */
export function ListRows({ list, name, onChange, onRemove }: ListRowsProps): ReactNode {
  const known = new Map(list.codes.map((code) => [code.label, code] as const));
  return (
    <fieldset className={classes.list} aria-label={name}>
      <TextInput
        size="xs"
        label="Name of the list"
        placeholder="Platforms"
        value={list.label}
        onChange={(event) => onChange({ ...list, label: event.currentTarget.value })}
      />
      <TagsInput
        size="xs"
        label="What can be named"
        placeholder="Type, then Enter"
        splitChars={["|", ";"]}
        value={list.codes.map(({ label }) => label)}
        onChange={(labels) => onChange({ ...list, codes: labels.map((label) => known.get(label) ?? newCode(label)) })}
        classNames={{ pill: classes.pill ?? "" }}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
}
