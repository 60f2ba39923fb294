import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { WideMapping } from "../../../core/collection/wide-mapping.ts";
import { isPrintedDay } from "../../../core/dataset/printed-day.ts";
import classes from "./mapping-step.module.css";
import type { MappingInHand } from "./use-mapping.ts";

interface MappingHeaderProps {
  readonly mapping: WideMapping;
  readonly dispatch: MappingInHand["dispatch"];
}

type Change = Partial<WideMapping["package"]>;

const ID = /^[a-z0-9][a-z0-9.-]*$/;

/** What the package says of the query as a whole. */
export function MappingHeader({ mapping, dispatch }: MappingHeaderProps): ReactNode {
  const { title, id, number, launched, requesters, source } = mapping.package;
  const change = (part: Change) => dispatch({ kind: "edit", edit: { kind: "package", change: part } });
  return (
    <fieldset className={classes.header} aria-label="The query">
      <TextInput
        size="xs"
        label="Title"
        className={classes.title}
        value={title}
        error={title.trim() === ""}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="Id of the package"
        value={id}
        error={!ID.test(id)}
        title="Lower-case letters, digits, dots and hyphens"
        onChange={(event) => change({ id: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="Number"
        className={classes.short}
        value={number}
        onChange={(event) => change({ number: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="Launched"
        className={classes.short}
        placeholder="YYYY-MM-DD"
        value={launched}
        error={launched !== "" && !isPrintedDay(launched)}
        title="Decides who was a member of the EU"
        onChange={(event) => change({ launched: event.currentTarget.value.trim() })}
      />
      <TextInput
        size="xs"
        label="Requester"
        value={requesters.join("; ")}
        onChange={(event) => change({ requesters: requestersOf(event.currentTarget.value) })}
      />
      <TextInput
        size="xs"
        label="Source"
        value={source}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
    </fieldset>
  );
}

function requestersOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/;\s?/);
}
