import type { ReactNode } from "react";
import type { HostPower } from "../../../api/contract.ts";
import type { WideMapping } from "../../../core/collection/wide-mapping.ts";
import { wholeFileFault } from "../../../formats/input-limits.ts";
import type { IntakeBook } from "../../../formats/read-intake.ts";
import { FaultList } from "./fault-list.tsx";
import { IntakeFooter } from "./intake-footer.tsx";
import { MapStep } from "./map-step.tsx";

interface GridsStepProps {
  readonly books: readonly IntakeBook[];
  /** The mapping that was chosen with a table. */
  readonly mapping: WideMapping | null;
  readonly about: string;
  readonly powers: readonly HostPower[];
  readonly onClose: () => void;
}

/** What tables that no state filled in become: one is mapped; several are refused, as each has a mapping of its own. */
export function GridsStep({ books, mapping, about, powers, onClose }: GridsStepProps): ReactNode {
  const [book, ...others] = books;
  if (book !== undefined && others.length === 0)
    return <MapStep book={book} mapping={mapping} powers={powers} onClose={onClose} />;
  const expected = "one table at a time, or workbooks that were filled in";
  const faults = books.map(({ file }) => wholeFileFault(file, "one table of several", expected));
  return (
    <>
      <p>These cannot be opened together, and nothing was kept.</p>
      <FaultList faults={faults} about={about} powers={powers} />
      <IntakeFooter onCancel={onClose} cancel="Close" />
    </>
  );
}
