import type { ReactNode } from "react";
import type { GroupCell } from "../../../core/analysis/compare-respondents.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { MEANINGS, type Meaning } from "../../../core/dataset/meanings.ts";
import type { Variable } from "../../../core/dataset/resources.ts";
import { MeaningMark } from "../../shared/meaning-mark.tsx";
import classes from "./group-shares.module.css";

interface GroupSharesProps {
  readonly dataset: Dataset;
  readonly variable: Variable;
  readonly cell: GroupCell;
  /** Whether the states behind each share are named. */
  readonly withNames: boolean;
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly meaning: Meaning | null;
  readonly share: string;
  readonly respondents: readonly string[];
}

/** What the states of a group say, a line a share: n of N that can be compared; those that cannot below, by what they say. */
export function GroupShares({ dataset, variable, cell, withNames }: GroupSharesProps): ReactNode {
  return (
    <span className={classes.shares}>
      {linesOf(dataset, variable, cell).map(({ key, label, meaning, share, respondents }) => (
        <span key={key} className={classes.line}>
          {meaning === null ? <span className={classes.label}>{label}</span> : <MeaningMark {...{ meaning, label }} />}
          <span className={classes.share}>{share}</span>
          {withNames && respondents.length > 0 && <span className={classes.names}>{respondents.join(" ")}</span>}
        </span>
      ))}
    </span>
  );
}

function linesOf(dataset: Dataset, { id, kind }: Variable, { tally, missing }: GroupCell): readonly Line[] {
  const index = indexOf(dataset);
  if (tally.length === 0 && kind === "multiple") return [plain("none", "No state given", "", [])];
  const comparable = tally.reduce((sum, { yes }) => sum + yes.length, 0);
  const named = tally
    .filter(({ yes }) => yes.length > 0)
    .map(({ code, yes, no }): Line => {
      const { label, meaning } = index.code(id, code);
      const of = kind === "answer" ? comparable : yes.length + no.length;
      const share = `${yes.length} of ${of}`;
      return { key: code, label, meaning: kind === "answer" ? meaning : null, share, respondents: yes };
    });
  const denying = tally[0]?.no ?? [];
  const none =
    named.length === 0 && denying.length > 0 ? [plain("none", "None named", `${denying.length}`, denying)] : [];
  const silent = missing.map(({ meaning, respondents }): Line => {
    return { key: meaning, label: MEANINGS[meaning].word, meaning, share: `${respondents.length}`, respondents };
  });
  return [...named, ...none, ...silent];
}

function plain(key: string, label: string, share: string, respondents: readonly string[]): Line {
  return { key, label, meaning: null, share, respondents };
}
