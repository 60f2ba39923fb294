import { Button, MultiSelect, Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { COUNTRIES } from "../../../core/collection/countries.ts";
import { proposeDeadlines } from "../../../core/notebook/deadline.ts";
import type { WorkingDraft } from "../../../core/notebook/working-draft.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./draft-part.module.css";

interface DraftHeadProps {
  readonly draft: WorkingDraft;
  readonly onChange: (fields: Partial<WorkingDraft>) => void;
}

/** What stands above the questions of a query: title, who asks, whom, by when, and why. */
export function DraftHead({ draft, onChange }: DraftHeadProps): ReactNode {
  const { dataset } = useWorkspace();
  const today = new Date().toISOString().slice(0, 10);
  const { earliest, proposed, latest } = proposeDeadlines(draft.launched === "" ? today : draft.launched);
  const isFollowUp = draft.followUpOf === dataset.info.name;
  return (
    <Stack gap="sm">
      <TextInput
        label="Title"
        value={draft.title}
        maxLength={500}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <div className={classes.two}>
        <TextInput
          label="Number"
          placeholder="Given when it is sent"
          value={draft.number}
          maxLength={500}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
        <TextInput
          label="Theme"
          value={draft.theme}
          maxLength={500}
          onChange={(event) => onChange({ theme: event.currentTarget.value })}
        />
      </div>
      <TagsInput
        label="Requested by"
        placeholder={draft.requesters.length === 0 ? "Add with Enter" : undefined}
        value={draft.requesters}
        maxTags={50}
        onChange={(requesters) => onChange({ requesters })}
      />
      <MultiSelect
        label="Addressees"
        placeholder={draft.addressees.length === 0 ? "Every known state" : undefined}
        searchable
        data={addresseeChoices(
          dataset.respondents.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
          draft.addressees,
        )}
        value={draft.addressees}
        onChange={(addressees) => onChange({ addressees })}
      />
      <div className={classes.two}>
        <TextInput
          label="Sent on"
          type="date"
          value={draft.launched}
          max="9999-12-31"
          onChange={(event) => onChange({ launched: event.currentTarget.value })}
        />
        <TextInput
          label="Reply by"
          type="date"
          value={draft.deadline}
          max="9999-12-31"
          onChange={(event) => onChange({ deadline: event.currentTarget.value })}
        />
      </div>
      <div className={classes.deadlines}>
        {[
          { weeks: "Two weeks", day: earliest },
          { weeks: "Three weeks", day: proposed },
          { weeks: "Four weeks", day: latest },
        ].map(({ weeks, day }) => (
          <Button
            key={weeks}
            size="compact-xs"
            variant={draft.deadline === day ? "outline" : "default"}
            aria-pressed={draft.deadline === day}
            onClick={() => onChange({ deadline: day, launched: draft.launched === "" ? today : draft.launched })}
          >
            {weeks}: {day}
          </Button>
        ))}
      </div>
      <Button
        style={{ alignSelf: "flex-start" }}
        size="compact-xs"
        variant={isFollowUp ? "outline" : "default"}
        aria-pressed={isFollowUp}
        onClick={() => onChange({ followUpOf: isFollowUp ? null : dataset.info.name })}
      >
        Follow-up of {dataset.info.name}
      </Button>
      <Textarea
        label="Background (Markdown)"
        autosize
        minRows={5}
        maxRows={16}
        value={draft.background}
        maxLength={100_000}
        onChange={(event) => onChange({ background: event.currentTarget.value })}
      />
      <Textarea
        label="Wider dissemination"
        autosize
        minRows={1}
        maxRows={6}
        value={draft.dissemination}
        maxLength={10_000}
        onChange={(event) => onChange({ dissemination: event.currentTarget.value })}
      />
    </Stack>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

// The states of the open package first, then all others that are known, then whoever else was written.
function addresseeChoices(own: readonly Choice[], chosen: readonly string[]): Choice[] {
  const codes = new Set(own.map(({ value }) => value));
  const others = COUNTRIES.filter(({ code }) => !codes.has(code)).map(({ code, name }) => ({
    value: code,
    label: `${code} ${name}`,
  }));
  const known = new Set([...own, ...others].map(({ value }) => value));
  return [
    ...own,
    ...others,
    ...chosen.filter((code) => !known.has(code)).map((code) => ({ value: code, label: code })),
  ];
}
