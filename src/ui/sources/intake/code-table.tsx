import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import type { MappedCode } from "../../../core/collection/wide-mapping.ts";
import { MEANING_ORDER, MEANINGS } from "../../../core/dataset/meanings.ts";
import { LateSelect } from "./late-select.tsx";
import { codeCounts } from "./mapping-state.ts";
import classes from "./mapping-step.module.css";
import type { MappingInHand } from "./use-mapping.ts";

interface CodeTableProps {
  readonly variable: string;
  readonly codes: readonly MappedCode[];
  /** What the counts are kept under. */
  readonly counted: string;
  readonly hasMeanings?: boolean;
  readonly applied: MappingInHand["applied"];
  readonly dispatch: MappingInHand["dispatch"];
}

const MEANING_CHOICES = MEANING_ORDER.map((value) => ({
  value,
  label: `${MEANINGS[value].sign} ${MEANINGS[value].word}`,
}));

/** The codes of a question or list: the cells that stand for each, how many states have it, its label and meaning. */
export function CodeTable({ variable, codes, counted, hasMeanings, applied, dispatch }: CodeTableProps): ReactNode {
  const counts = useMemo(() => codeCounts(applied), [applied]);
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Cells</th>
            <th scope="col" className={classes.count}>
              States
            </th>
            <th scope="col">Label</th>
            {hasMeanings && (
              <th scope="col" className={classes.meaning}>
                Meaning
              </th>
            )}
            <th scope="col" className={classes.merge}>
              Count as
            </th>
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <CodeRow
              key={code.code}
              variable={variable}
              code={code}
              others={codes}
              count={counts.get(`${counted}/${code.code}`) ?? 0}
              hasMeanings={hasMeanings ?? false}
              dispatch={dispatch}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const WIDE = { width: 200, position: "bottom-end" } as const;

interface CodeRowProps {
  readonly variable: string;
  readonly code: MappedCode;
  readonly others: readonly MappedCode[];
  readonly count: number;
  readonly hasMeanings: boolean;
  readonly dispatch: MappingInHand["dispatch"];
}

function CodeRow({ variable, code, others, count, hasMeanings, dispatch }: CodeRowProps): ReactNode {
  const change = (part: Partial<Pick<MappedCode, "label" | "meaning">>) =>
    dispatch({ kind: "edit", edit: { kind: "code", variable, code: code.code, change: part } });
  return (
    <tr>
      <th scope="row" className={classes.cells}>
        <Cells values={code.values} />
        {code.values.length > 1 && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Take the cells of ${code.label} apart`}
            onClick={() => dispatch({ kind: "edit", edit: { kind: "split", variable, code: code.code } })}
          >
            Apart
          </Button>
        )}
      </th>
      <td className={classes.count}>{count}</td>
      <td>
        <TextInput
          size="xs"
          aria-label={`Label of ${code.code}`}
          title={`Code ${code.code}`}
          value={code.label}
          error={code.label === ""}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
      </td>
      {hasMeanings && (
        <td className={classes.meaning}>
          <NativeSelect
            size="xs"
            aria-label={`Meaning of ${code.label}`}
            data={MEANING_CHOICES}
            value={code.meaning}
            onChange={(event) => {
              const meaning = MEANING_ORDER.find((known) => known === event.currentTarget.value);
              if (meaning !== undefined) change({ meaning });
            }}
          />
        </td>
      )}
      <td className={classes.merge}>
        <LateSelect
          size="xs"
          aria-label={`Count ${code.label} as another`}
          placeholder="–"
          comboboxProps={WIDE}
          disabled={code.values.every((value) => value.trim() === "")}
          chosen={null}
          choices={() =>
            others
              .filter((other) => other !== code)
              .map((other) => ({ value: other.code, label: other.label === "" ? other.code : other.label }))
          }
          onChange={(into) =>
            into !== null && dispatch({ kind: "edit", edit: { kind: "merge", variable, code: code.code, into } })
          }
        />
      </td>
    </tr>
  );
}

function Cells({ values }: { readonly values: readonly string[] }): ReactNode {
  if (values.length === 0) return <span className={classes.quiet}>all others</span>;
  return (
    <span className={classes.values} title={values.join("\n")}>
      {values.map((value, i) => (
        <span key={value}>
          {i > 0 && <span className={classes.quiet}> · </span>}
          {value.trim() === "" ? <span className={classes.quiet}>empty</span> : value}
        </span>
      ))}
    </span>
  );
}
