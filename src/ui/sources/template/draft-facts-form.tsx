import { Button, MultiSelect, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { COUNTRIES } from "../../../core/collection/countries.ts";
import { respondentFrom } from "../../../core/collection/respondent-names.ts";
import type { DraftFacts } from "./draft-form.ts";
import classes from "./template-part.module.css";

interface DraftFactsFormProps {
  readonly facts: DraftFacts;
  readonly onChange: (facts: Partial<DraftFacts>) => void;
}

/** What the query is, and whom it is sent to. */
export function DraftFactsForm({ facts, onChange }: DraftFactsFormProps): ReactNode {
  const field = (name: TextFact, label: string, placeholder = "") => (
    <TextInput
      size="xs"
      label={label}
      placeholder={placeholder}
      value={facts[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <section aria-label="The query" className={classes.facts}>
      <h2>The query</h2>
      {field("title", "Title")}
      {field("requesters", "Requested by", "Several with ; between")}
      <div className={classes.pair}>
        {field("launched", "Launched", "2026-12-01")}
        {field("deadline", "Answers wanted by", "2026-12-15")}
      </div>
      <div className={classes.pair}>
        {field("id", "Id", "From the title")}
        {field("followUpOf", "Follow-up of", "Id of a package")}
      </div>
      <Addressees facts={facts} onChange={onChange} />
      <Textarea
        size="xs"
        label="Background"
        autosize
        minRows={2}
        maxRows={8}
        value={facts.background}
        onChange={(event) => onChange({ background: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label="What is said of wider dissemination"
        placeholder="A sentence on Yes and No"
        autosize
        minRows={2}
        maxRows={6}
        value={facts.dissemination}
        onChange={(event) => onChange({ dissemination: event.currentTarget.value })}
      />
    </section>
  );
}

type TextFact = "title" | "requesters" | "launched" | "deadline" | "id" | "followUpOf";

const MEMBERS = COUNTRIES.filter((country) => respondentFrom(country, "", "unknown").membership === "member");

function Addressees({ facts, onChange }: DraftFactsFormProps): ReactNode {
  const known = new Map(facts.addressees.map((addressee) => [addressee.code, addressee] as const));
  const stated = facts.addressees.filter(({ code }) => COUNTRIES.every((country) => country.code !== code));
  const choose = (codes: readonly string[]) => {
    onChange({ addressees: codes.map((code) => known.get(code) ?? { code, facts: null }) });
  };
  return (
    <div>
      <MultiSelect
        size="xs"
        label="Addressees"
        placeholder="Add a state"
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Remove all addressees" }}
        hidePickedOptions
        maxDropdownHeight={220}
        data={[
          ...COUNTRIES.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
          ...stated.map(({ code, facts: own }) => ({ value: code, label: `${code} ${own?.name ?? ""}`.trim() })),
        ]}
        value={facts.addressees.map(({ code }) => code)}
        onChange={choose}
        classNames={{ pill: classes.pill ?? "" }}
      />
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => choose([...new Set([...known.keys(), ...MEMBERS.map(({ code }) => code)])])}
      >
        Add all {MEMBERS.length} EU members
      </Button>
    </div>
  );
}
