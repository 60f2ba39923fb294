import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { KeptReport, ReportItem } from "../../api/kept-report.ts";
import { callHost } from "./host-client.ts";
import { useWorkspace } from "./use-workspace.tsx";

interface ReportAccess {
  readonly report: KeptReport;
  /** What could not be kept, and why; empty while all is well. */
  readonly problem: string;
  readonly change: (report: KeptReport) => void;
  readonly add: (item: ReportItem) => void;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

const ReportContext = createContext<ReportAccess | null>(null);

/** Keeps the report of the open package in step with the data folder and with the other windows. */
export function ReportProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { dataset } = useWorkspace();
  const packageId = dataset.info.name;
  const [report, setReport] = useState<KeptReport>({ packageId, title: "", items: [] });
  const [problem, setProblem] = useState("");
  const [isOpen, setOpen] = useState(false);
  const channel = useRef<BroadcastChannel | null>(null);

  useEffect(() => {
    const load = () => {
      callHost("readReport", { packageId }).then(setReport, (error: Error) => setProblem(error.message));
    };
    load();
    channel.current = new BroadcastChannel("ahq-report");
    channel.current.onmessage = load;
    return () => channel.current?.close();
  }, [packageId]);

  const change = useCallback((next: KeptReport) => {
    setReport(next);
    callHost("keepReport", { report: next }).then(
      () => {
        setProblem("");
        channel.current?.postMessage("changed");
      },
      (error: Error) => setProblem(error.message),
    );
  }, []);
  const access = useMemo<ReportAccess>(
    () => ({
      report,
      problem,
      change,
      add: (item) => change({ ...report, items: [...report.items, item] }),
      isOpen,
      setOpen,
    }),
    [report, problem, change, isOpen],
  );
  return <ReportContext value={access}>{children}</ReportContext>;
}

/** The report of the open package and the ways to change it. */
export function useReport(): ReportAccess {
  const access = useContext(ReportContext);
  if (access === null) throw new Error("useReport needs a ReportProvider around it");
  return access;
}
