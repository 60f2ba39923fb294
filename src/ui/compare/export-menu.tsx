import { Button, Menu, Text } from "@mantine/core";
import { IconCheckbox, IconDownload, IconSquare } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { HostPower } from "../../api/contract.ts";
import { compareRespondents } from "../../core/analysis/compare-respondents.ts";
import { stateColumns } from "../../core/analysis/comparison-columns.ts";
import { withheldRespondents } from "../../core/dataset/public-part.ts";
import { comparisonTable } from "../../core/export/comparison-table.ts";
import type { ExportTable } from "../../core/export/export-table.ts";
import { type Audience, type Outgoing, outgoingTo } from "../../core/export/outgoing.ts";
import { describeFilter } from "../../core/query/describe-filter.ts";
import { printFilter } from "../../core/query/filter-text.ts";
import { EXPORT_FORMAT_IDS, EXPORT_FORMATS, type ExportFormatId } from "../../formats/export-formats.ts";
import { saveFile } from "../shared/save-file.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import type { View } from "../shared/workspace.ts";

/** Exports the comparison on screen; says how much goes out before, and where it went after. */
export function ExportMenu({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const [outcome, setOutcome] = useState("");
  const [choice, setChoice] = useState<Audience>("public");
  const compared = workspace.view.comparison.respondents;
  const withheld = withheldRespondents(dataset).filter(({ code }) => compared.includes(code));
  // Once no compared state withheld, there is nothing left that the choice was about.
  const audience = withheld.length === 0 ? "public" : choice;
  const table = exportTable(outgoingTo(audience, dataset), workspace.view);

  const exportAs = async (id: ExportFormatId) => {
    const { extension, mediaType, write } = EXPORT_FORMATS[id];
    const name = `${dataset.info.name}-comparison${audience === "network" ? "-network-only" : ""}.${extension}`;
    const bytes = new Uint8Array(await write(table));
    return (await saveFile(powers, name, mediaType, bytes)) ?? (powers.includes("save-file") ? "" : name);
  };
  const start = (id: ExportFormatId) => {
    setOutcome("");
    exportAs(id).then(
      (path) => setOutcome(path === "" ? "" : `Saved ${path}`),
      (error: Error) => setOutcome(`Not exported: ${error.message}`),
    );
  };
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {table.rows.length} rows, {compared.length - (audience === "public" ? withheld.length : 0)} states
          </Menu.Label>
          {withheld.length > 0 && (
            <AudienceItem withheld={withheld.map(({ code }) => code)} audience={audience} onChange={setChoice} />
          )}
          {EXPORT_FORMAT_IDS.map((id) => (
            <Menu.Item key={id} onClick={() => start(id)}>
              {EXPORT_FORMATS[id].label} (.{EXPORT_FORMATS[id].extension})
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Text role="status" size="xs" c="dimmed" maw={260} truncate title={outcome}>
        {outcome}
      </Text>
    </>
  );
}

interface AudienceItemProps {
  readonly withheld: readonly string[];
  readonly audience: Audience;
  readonly onChange: (audience: Audience) => void;
}

/** Takes the states that withheld wider dissemination in or out again, the menu staying open. */
function AudienceItem({ withheld, audience, onChange }: AudienceItemProps): ReactNode {
  const isForNetwork = audience === "network";
  return (
    <>
      <Menu.Item
        role="menuitemcheckbox"
        aria-checked={isForNetwork}
        closeMenuOnClick={false}
        leftSection={isForNetwork ? <IconCheckbox size={15} aria-hidden /> : <IconSquare size={15} aria-hidden />}
        onClick={() => onChange(isForNetwork ? "public" : "network")}
      >
        For the network only: with {withheld.join(", ")}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}

// What withheld wider dissemination is taken out before anything is compared, so that not even a majority gives it away.
function exportTable(outgoing: Outgoing, { comparison, filter, reading }: View): ExportTable {
  const { dataset } = outgoing;
  const known = new Set(dataset.respondents.map(({ code }) => code));
  const respondents = comparison.respondents.filter((code) => known.has(code));
  const baseline = respondents.find((code) => code === comparison.baseline) ?? null;
  return comparisonTable(outgoing, {
    comparison: compareRespondents(dataset, { columns: stateColumns(respondents), baseline, questions: [] }),
    onlyDifferences: comparison.onlyDifferences,
    isTransposed: false,
    filterInWords: describeFilter(dataset, filter, reading),
    filterText: printFilter(filter),
    date: new Date().toISOString().slice(0, 10),
  });
}
