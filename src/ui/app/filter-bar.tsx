import { Button, SegmentedControl } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Fragment, memo, type ReactNode } from "react";
import type { HostPower } from "../../api/contract.ts";
import { describeTerms } from "../../core/query/describe-filter.ts";
import { evaluate } from "../../core/query/evaluate.ts";
import { EMPTY_FILTER, type Reading } from "../../core/query/filter.ts";
import { printTerm } from "../../core/query/filter-text.ts";
import { usePackage, useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./filter-bar.module.css";
import { ReportButton } from "./report/report-button.tsx";
import { ViewsMenu } from "./views/views-menu.tsx";

const READINGS: { readonly value: Reading; readonly label: string }[] = [
  { value: "states", label: "States" },
  { value: "responses", label: "Responses" },
];

/** The filter as a sentence, each part removable, with what it leaves and how it is read. */
export function FilterBar({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { filter, reading } = workspace.view;
  const selection = evaluate(dataset, filter, reading);
  const parts = describeTerms(dataset, filter, reading);
  return (
    <section className={classes.bar} aria-label="Filter in words">
      <div className={classes.sentence}>
        {parts.length === 0 && <span className={classes.all}>All {reading === "states" ? "states" : "responses"}</span>}
        {parts.map(({ term, text, unknownStates }, i) => (
          <Fragment key={printTerm(term)}>
            {i > 0 && <b>and</b>}
            <button
              type="button"
              className={classes.part}
              title="Remove this part"
              aria-label={`Remove: ${text}`}
              onClick={() => dispatch({ kind: "remove-term", term })}
            >
              {text}
              {unknownStates > 0 && <em> ({unknownStates} of them unknown)</em>}
              <IconX size={13} aria-hidden />
            </button>
          </Fragment>
        ))}
        <output className={classes.count} aria-live="polite">
          {selection.respondents.count} of {dataset.respondents.length} states
          {reading === "responses" && `, ${selection.responses.count} of ${dataset.responses.length} responses`}
        </output>
        {parts.length > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={() => dispatch({ kind: "filter", filter: EMPTY_FILTER })}>
            Clear all
          </Button>
        )}
      </div>
      <ReportButton powers={powers} />
      <ViewsMenu />
      <ReadingSwitch reading={reading} />
    </section>
  );
}

const ReadingSwitch = memo(function ReadingSwitch({ reading }: { readonly reading: Reading }): ReactNode {
  const { dispatch } = usePackage();
  return (
    <SegmentedControl
      size="xs"
      name="reading"
      data={READINGS}
      value={reading}
      aria-label="What a filter is about"
      onChange={(value) => dispatch({ kind: "reading", reading: value === "responses" ? "responses" : "states" })}
    />
  );
});
