import { join } from "node:path";
import { type KeptReport, keptReportSchema } from "../api/kept-report.ts";
import { DurableList } from "./durable-list.ts";
import type { Taking } from "./taking.ts";

export const REPORTS_FILE = "reports.json";
const MOST_REPORTS = 500;

/** The reports that an analyst puts together, one for each package. Calls must not overlap: the service makes them one after the other. */
export class ReportStore {
  readonly #list: DurableList<KeptReport>;

  constructor(folder: string) {
    const path = join(folder, REPORTS_FILE);
    this.#list = new DurableList({
      path,
      name: "reports",
      schema: keptReportSchema,
      most: MOST_REPORTS,
      keyOf: ({ packageId }) => packageId,
      labelOf: ({ packageId, title }) => title || packageId,
    });
  }

  /** What the analyst should know of their file. */
  get notices(): readonly string[] {
    return this.#list.notices;
  }

  /** Reads another file of this kind, to add what is not here later. */
  takingOf(bytes: Uint8Array): Taking {
    return this.#list.takingOf(bytes);
  }

  /** The report of a package; an empty one where there is none yet. */
  async read(packageId: string): Promise<KeptReport> {
    const reports = await this.#list.read();
    return reports.find((report) => report.packageId === packageId) ?? { packageId, title: "", items: [] };
  }

  /** Keeps a report in the place of the package's earlier one. */
  async keep(report: KeptReport): Promise<KeptReport> {
    await this.#list.change((reports) => [
      ...reports.filter(({ packageId }) => packageId !== report.packageId),
      report,
    ]);
    return report;
  }
}
