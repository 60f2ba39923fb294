import { Checkbox, SegmentedControl, Select } from "@mantine/core";
import type { Dispatch, ReactNode } from "react";
import { isOrientation, ORIENTATION_NAMES, ORIENTATIONS } from "../../../core/export/page-orientation.ts";
import { EXPORT_FORM_IDS, EXPORT_FORMS } from "../../../formats/export-formats.ts";
import { AudienceSelect } from "./audience-select.tsx";
import type { ExportAction, ExportChoice } from "./export-choice.ts";
import classes from "./export-dialog.module.css";
import type { ExportSource } from "./export-source.ts";

interface ExportFormProps {
  readonly sources: readonly ExportSource[];
  readonly choice: ExportChoice;
  readonly dispatch: Dispatch<ExportAction>;
  /** Codes of the states that withheld wider dissemination. */
  readonly withheld: readonly string[];
}

const SCOPES = [
  { value: "view", label: "What is on screen" },
  { value: "all", label: "All" },
];

const SEPARATORS = [
  { value: ",", label: "Comma" },
  { value: ";", label: "Semicolon (Excel in most of Europe)" },
];

/** What goes out, for whom, and in which form of file. */
export function ExportForm({ sources, choice, dispatch, withheld }: ExportFormProps): ReactNode {
  const source = sources.find(({ id }) => id === choice.source);
  const { options } = EXPORT_FORMS[choice.format];
  const has = (option: string): boolean => options.some((known) => known === option);
  return (
    <div className={classes.form}>
      {sources.length > 1 && (
        <Select
          size="xs"
          label="What"
          data={sources.map(({ id, label }) => ({ value: id, label }))}
          value={choice.source}
          allowDeselect={false}
          onChange={(id) => id !== null && dispatch({ kind: "set", choice: { source: id } })}
        />
      )}
      {source?.hasAll === true && (
        <SegmentedControl
          size="xs"
          name="export-scope"
          aria-label="How much"
          data={SCOPES}
          value={choice.scope}
          onChange={(scope) => dispatch({ kind: "set", choice: { scope: scope === "all" ? "all" : "view" } })}
        />
      )}
      <AudienceSelect
        withheld={withheld}
        audience={choice.audience}
        onChange={(audience) => dispatch({ kind: "set", choice: { audience } })}
      />
      <Select
        size="xs"
        label="Format"
        data={EXPORT_FORM_IDS.map((id) => ({
          value: id,
          label: `${EXPORT_FORMS[id].label} (.${EXPORT_FORMS[id].extension})`,
        }))}
        value={choice.format}
        allowDeselect={false}
        onChange={(id) => {
          const format = EXPORT_FORM_IDS.find((known) => known === id);
          if (format !== undefined) dispatch({ kind: "set", choice: { format } });
        }}
      />
      {has("orientation") && (
        <Select
          size="xs"
          label="Page"
          data={ORIENTATION_NAMES.map((value) => ({ value, label: ORIENTATIONS[value] }))}
          value={choice.options.orientation}
          allowDeselect={false}
          onChange={(value) =>
            value !== null && isOrientation(value) && dispatch({ kind: "options", options: { orientation: value } })
          }
        />
      )}
      {has("separator") && (
        <Select
          size="xs"
          label="Separator"
          data={SEPARATORS}
          value={choice.options.separator}
          allowDeselect={false}
          onChange={(value) => dispatch({ kind: "options", options: { separator: value === ";" ? ";" : "," } })}
        />
      )}
      {has("hasBom") && (
        <>
          <Checkbox
            size="xs"
            label="With a byte order mark, by which Excel knows UTF-8"
            checked={choice.options.hasBom}
            onChange={(event) => dispatch({ kind: "options", options: { hasBom: event.currentTarget.checked } })}
          />
          <Checkbox
            size="xs"
            label="With a file of metadata beside it: filter, source, version, disclaimer"
            checked={choice.withMetadata}
            onChange={(event) => dispatch({ kind: "set", choice: { withMetadata: event.currentTarget.checked } })}
          />
        </>
      )}
    </div>
  );
}
