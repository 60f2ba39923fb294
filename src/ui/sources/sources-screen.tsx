import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import type { HostInfo, PackageSummary } from "../../api/contract.ts";
import { CaveatList } from "./caveat-list.tsx";
import { Codebook } from "./codebook.tsx";
import { CompletenessTable } from "./completeness-table.tsx";
import { PackageFacts } from "./package-facts.tsx";
import { ReconciliationTable } from "./reconciliation-table.tsx";
import classes from "./sources-screen.module.css";

interface SourcesScreenProps {
  readonly packages: readonly PackageSummary[];
  readonly host: HostInfo;
}

const PARTS = [
  { value: "package", label: "Package" },
  { value: "completeness", label: "Completeness" },
  { value: "reconciliation", label: "Reconciliation" },
  { value: "caveats", label: "Caveats" },
  { value: "codebook", label: "Codebook" },
] as const;

/** Where the data comes from, how complete it is, and whether the source's own counts agree with it. */
export function SourcesScreen({ packages, host }: SourcesScreenProps): ReactNode {
  return (
    <Tabs defaultValue="package" className={classes.screen} keepMounted={false}>
      <Tabs.List className={classes.tabs} aria-label="Parts of the sources">
        {PARTS.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, and these tables hold nothing else to focus. */}
      <section className={classes.body} tabIndex={0} aria-label="Sources">
        <Tabs.Panel value="package">
          <PackageFacts packages={packages} host={host} />
        </Tabs.Panel>
        <Tabs.Panel value="completeness">
          <CompletenessTable />
        </Tabs.Panel>
        <Tabs.Panel value="reconciliation">
          <ReconciliationTable />
        </Tabs.Panel>
        <Tabs.Panel value="caveats">
          <CaveatList />
        </Tabs.Panel>
        <Tabs.Panel value="codebook">
          <Codebook />
        </Tabs.Panel>
      </section>
    </Tabs>
  );
}
