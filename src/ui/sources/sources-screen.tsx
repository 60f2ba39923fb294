import { Tabs } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import type { HostInfo } from "../../api/contract.ts";
import { ExportButton } from "../shared/export/export-button.tsx";
import { useLibrary } from "../shared/use-library.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { CaveatList } from "./caveat-list.tsx";
import { Completeness } from "./completeness.tsx";
import { ChangeList } from "./editing/change-list.tsx";
import { CodebookPart } from "./editing/codebook-part.tsx";
import { DerivedPart } from "./editing/derived-part.tsx";
import { FindingList } from "./finding-list.tsx";
import { FollowUpPart } from "./follow-up/follow-up-part.tsx";
import { relatedPackages } from "./follow-up/related-packages.ts";
import { LibraryPart } from "./library/library-part.tsx";
import { PackageFacts } from "./package-facts.tsx";
import { ReconciliationTable } from "./reconciliation-table.tsx";
import { SOURCE_EXPORTS } from "./source-exports.ts";
import classes from "./sources-screen.module.css";
import { TemplatePart } from "./template/template-part.tsx";

// With it come the writers of every form, which nothing else on this screen needs.
const ExportPackage = lazy(() =>
  import("./export/export-package.tsx").then((file) => ({ default: file.ExportPackage })),
);

interface SourcesScreenProps {
  readonly host: HostInfo;
}

const PARTS = [
  { value: "package", label: "Package" },
  { value: "completeness", label: "Completeness" },
  { value: "reconciliation", label: "Reconciliation" },
  { value: "caveats", label: "Caveats" },
  { value: "findings", label: "Findings" },
  { value: "codebook", label: "Codebook" },
  { value: "derived", label: "Derived variables" },
  { value: "changes", label: "Changes" },
  { value: "follow-up", label: "Follow-up" },
  { value: "export", label: "Export" },
  { value: "library", label: "Library" },
  { value: "template", label: "Response template" },
] as const;

/** Where the data comes from, how complete it is, and whether the source's own counts agree with it. */
export function SourcesScreen({ host }: SourcesScreenProps): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { packages } = useLibrary();
  const related = relatedPackages(dataset, packages);
  // There is nothing to lay over a query that no other of the library is related to.
  const parts = PARTS.filter(({ value }) => value !== "follow-up" || related.length > 0);
  const part = parts.find(({ value }) => value === workspace.part)?.value ?? "package";
  const exported = SOURCE_EXPORTS[part];
  return (
    <Tabs
      value={part}
      onChange={(value) => dispatch({ kind: "part", part: value })}
      className={classes.screen}
      keepMounted={false}
    >
      <Tabs.List className={classes.tabs} aria-label="Parts of the sources">
        {parts.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {exported !== undefined && (
        <div className={classes.tools}>
          <ExportButton sources={[exported]} powers={host.powers} />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, and these tables hold nothing else to focus. */}
      <section className={classes.body} tabIndex={0} aria-label="Sources">
        <Tabs.Panel value="package">
          <PackageFacts host={host} />
        </Tabs.Panel>
        <Tabs.Panel value="completeness">
          <Completeness />
        </Tabs.Panel>
        <Tabs.Panel value="reconciliation">
          <ReconciliationTable />
        </Tabs.Panel>
        <Tabs.Panel value="caveats">
          <CaveatList />
        </Tabs.Panel>
        <Tabs.Panel value="findings">
          <FindingList />
        </Tabs.Panel>
        <Tabs.Panel value="codebook">
          <CodebookPart />
        </Tabs.Panel>
        <Tabs.Panel value="derived">
          <DerivedPart />
        </Tabs.Panel>
        <Tabs.Panel value="changes">
          <ChangeList />
        </Tabs.Panel>
        <Tabs.Panel value="follow-up">
          <FollowUpPart related={related} />
        </Tabs.Panel>
        <Tabs.Panel value="export">
          <Suspense fallback={null}>
            <ExportPackage powers={host.powers} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="library">
          <LibraryPart />
        </Tabs.Panel>
        <Tabs.Panel value="template" className={classes.whole}>
          <TemplatePart host={host} />
        </Tabs.Panel>
      </section>
    </Tabs>
  );
}
