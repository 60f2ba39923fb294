import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { COUNTRIES } from "../../../core/collection/countries.ts";
import { findCountry } from "../../../core/collection/respondent-names.ts";
import { valueKey } from "../../../core/collection/wide-grid.ts";
import type { MappedColumn, MappedRespondent } from "../../../core/collection/wide-mapping.ts";
import { distinctTexts, type MappingState } from "./mapping-state.ts";
import classes from "./mapping-step.module.css";
import type { MappingInHand } from "./use-mapping.ts";

interface NameTableProps {
  readonly state: MappingState;
  readonly column: MappedColumn;
  readonly dispatch: MappingInHand["dispatch"];
}

const SPELLED = "";
const SKIPPED = "skip";
const DESCRIBED = "described";
const COUNTRY_CHOICES = COUNTRIES.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));

/** The names in the column of states, with the state that each means; a row can be skipped. */
export function NameTable({ state, column, dispatch }: NameTableProps): ReactNode {
  const names = distinctTexts(state, column).map(({ text }) => {
    const means = state.mapping.respondents.find(({ value }) => valueKey(value) === valueKey(text))?.means;
    return { text, means, isUnknown: means === undefined && findCountry(text) === null };
  });
  const listed = firstOf(names);
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Name in the table</th>
            <th scope="col" className={classes.name}>
              Means
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ text, means }) => (
            <NameRow key={text} name={text} means={means} dispatch={dispatch} />
          ))}
        </tbody>
      </table>
      {listed.length < names.length && (
        <p className={classes.quiet}>
          and {names.length - listed.length} more; those that are not known are listed first
        </p>
      )}
    </div>
  );
}

const SHOWN = 200;

// Each row has every country to choose: a table of something else than states has thousands of names.
function firstOf<Name extends { readonly isUnknown: boolean }>(names: readonly Name[]): readonly Name[] {
  if (names.length <= SHOWN) return names;
  return names.toSorted((a, b) => Number(b.isUnknown) - Number(a.isUnknown)).slice(0, SHOWN);
}

interface NameRowProps {
  readonly name: string;
  readonly means: MappedRespondent["means"] | undefined;
  readonly dispatch: MappingInHand["dispatch"];
}

function NameRow({ name, means, dispatch }: NameRowProps): ReactNode {
  const spelled = findCountry(name);
  const isUnknown = spelled === null && means === undefined;
  return (
    <tr data-unknown={isUnknown}>
      <th scope="row" className={classes.cells}>
        {name === "" ? <span className={classes.quiet}>empty</span> : name}
      </th>
      <td className={classes.name}>
        <NativeSelect
          size="xs"
          aria-label={`What ${name === "" ? "an empty name" : name} means`}
          error={isUnknown}
          data={[
            { value: SPELLED, label: spelled === null ? "not known" : `${spelled.code} ${spelled.name}` },
            ...(means?.kind === "described" ? [{ value: DESCRIBED, label: `${means.code} ${means.name}` }] : []),
            { value: SKIPPED, label: "Skip the row" },
            { group: "Is", items: COUNTRY_CHOICES },
          ]}
          value={choiceOf(means)}
          onChange={(event) => {
            const choice = event.currentTarget.value;
            if (choice !== DESCRIBED)
              dispatch({ kind: "edit", edit: { kind: "respondent", value: name, means: meaningOf(choice) } });
          }}
        />
      </td>
    </tr>
  );
}

function choiceOf(means: MappedRespondent["means"] | undefined): string {
  if (means === undefined) return SPELLED;
  if (means.kind === "skipped") return SKIPPED;
  return means.kind === "described" ? DESCRIBED : (findCountry(means.name)?.code ?? SPELLED);
}

function meaningOf(choice: string): MappedRespondent["means"] | null {
  if (choice === SPELLED) return null;
  return choice === SKIPPED ? { kind: "skipped" } : { kind: "country", name: choice };
}
