import { Button, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import type { Fault } from "../../../core/dataset/fault.ts";
import { counted, shortened } from "../../../core/dataset/in-words.ts";
import { faultTable } from "../../../core/export/fault-table.ts";
import { writeCsv } from "../../../formats/write-csv.ts";
import { saveFile } from "../../shared/save-file.ts";
import { today } from "../../shared/today.ts";
import tableClasses from "../source-table.module.css";
import classes from "./fault-list.module.css";

const SHOWN_FAULTS = 200;
const LONGEST_FOUND = 160;

interface FaultListProps {
  readonly faults: readonly Fault[];
  /** What the faults are of, as the analyst knows it. */
  readonly about: string;
  readonly powers: readonly HostPower[];
}

/** Every fault with its place, so far as a screen can hold them, and the whole list as a file. */
export function FaultList({ faults, about, powers }: FaultListProps): ReactNode {
  const [outcome, setOutcome] = useState("");
  const save = async () => {
    const csv = writeCsv(faultTable(faults, about, today()), {
      separator: ",",
      hasBom: true,
    });
    const name = `faults-${about.replaceAll(/[^\p{L}\p{N}.-]+/gu, "-")}.csv`;
    const path = await saveFile(powers, name, "text/csv;charset=utf-8", new TextEncoder().encode(csv));
    return path ?? (powers.includes("save-file") ? "" : name);
  };
  const start = () => {
    save().then(
      (path) => setOutcome(path === "" ? "" : `Saved ${path}`),
      (error: Error) => setOutcome(`Not saved: ${error.message}`),
    );
  };
  return (
    <div className={classes.list}>
      <div className={classes.head}>
        <span className={classes.count}>{countInWords(faults.length)}</span>
        <Text role="status" size="xs" c="dimmed" truncate title={outcome}>
          {outcome}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={start}
        >
          Save the list
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, and this table holds nothing else to focus. */}
      <section className={classes.body} tabIndex={0} aria-label="Faults">
        <table className={tableClasses.table}>
          <thead>
            <tr>
              <th scope="col">File or sheet</th>
              <th scope="col" className={tableClasses.number}>
                Row
              </th>
              <th scope="col">Column</th>
              <th scope="col">Found</th>
              <th scope="col">Expected</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, SHOWN_FAULTS).map((fault, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two faults may be alike in every part.
              <FaultRow key={i} fault={fault} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function FaultRow({ fault }: { readonly fault: Fault }): ReactNode {
  const { file, row, column, found, expected } = fault;
  return (
    <tr>
      <td>{file}</td>
      <td className={tableClasses.number}>{row}</td>
      <td>{column}</td>
      <td>{found === "" ? <span className={tableClasses.quiet}>nothing</span> : shortened(found, LONGEST_FOUND)}</td>
      <td>{expected}</td>
    </tr>
  );
}

function countInWords(count: number): string {
  return `${counted(count, "fault")}${count > SHOWN_FAULTS ? `, the first ${SHOWN_FAULTS} shown` : ""}`;
}
