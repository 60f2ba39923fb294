import { Button, Radio } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { withheldRespondents } from "../../../core/dataset/public-part.ts";
import { type Audience, outgoingTo } from "../../../core/export/outgoing.ts";
import { withheldMentions } from "../../../core/export/withheld-mentions.ts";
import {
  PACKAGE_FORMAT_IDS,
  PACKAGE_FORMATS,
  type PackageFormatId,
  writePackageExport,
} from "../../../formats/package-formats.ts";
import { callHost } from "../../shared/host-client.ts";
import { onceAClick } from "../../shared/once-a-click.ts";
import { saveFile } from "../../shared/save-file.ts";
import { today } from "../../shared/today.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { AudienceChoice } from "./audience-choice.tsx";
import classes from "./export-package.module.css";
import { OutgoingCounts } from "./outgoing-counts.tsx";

/** Takes the whole package out of the workbench: in which form, for whom, and what goes out, said before. */
export function ExportPackage({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { dataset } = useWorkspace();
  const [id, setId] = useState<PackageFormatId>("zip");
  const [choice, setChoice] = useState<Audience>("public");
  const [outcome, setOutcome] = useState("");
  const withheld = withheldRespondents(dataset);
  const audience = withheld.length === 0 ? "public" : choice;
  const outgoing = outgoingTo(audience, dataset);
  const mentions = useMemo(() => withheldMentions(dataset, outgoingTo(audience, dataset)), [dataset, audience]);
  const name = fileName(dataset.info.name, id, audience);

  const save = async (): Promise<string> => {
    const date = today();
    const bytes = (await writePackageExport(PACKAGE_FORMATS[id], outgoing, date, name)).get(name);
    if (bytes === undefined) throw new Error(`nothing was written as ${name}`);
    const path = await saveFile(powers, name, mediaTypeOf(id), new Uint8Array(bytes));
    if (path === null && powers.includes("save-file")) return "";
    // The file is there: where this cannot be remembered, another program holds the data folder, and edits are its affair.
    if (id === "zip") await callHost("markExported", { id: dataset.info.name }).catch(() => undefined);
    return `Saved ${path ?? name}`;
  };
  const start = () => {
    setOutcome("");
    save().then(setOutcome, (error: Error) => setOutcome(`Not exported: ${error.message}`));
  };
  return (
    <div className={classes.part}>
      <h1>Export the package</h1>
      <Radio.Group name="package-form" label="Form" value={id} onChange={(value) => setId(knownFormat(value))}>
        <div className={classes.forms}>
          {PACKAGE_FORMAT_IDS.map((own) => (
            <FormatCard key={own} id={own} isChosen={own === id} />
          ))}
        </div>
      </Radio.Group>
      {withheld.length > 0 && (
        <AudienceChoice withheld={withheld} audience={audience} mentions={mentions} onChange={setChoice} />
      )}
      <OutgoingCounts dataset={dataset} outgoing={outgoing} />
      <div className={classes.foot}>
        <Button leftSection={<IconDownload size={15} aria-hidden />} onClick={onceAClick(start)}>
          Save {name}
        </Button>
        <span role="status" className={classes.outcome}>
          {outcome}
        </span>
      </div>
    </div>
  );
}

function FormatCard({ id, isChosen }: { readonly id: PackageFormatId; readonly isChosen: boolean }): ReactNode {
  const { label, extension, use, loses } = PACKAGE_FORMATS[id];
  const beside = besideOf(id);
  return (
    <div className={classes.form} data-chosen={isChosen}>
      <Radio
        value={id}
        label={`${label} (.${extension}${beside === undefined ? "" : ` and ${beside.ending}`})`}
        description={
          <>
            {use}
            {loses !== "" && <span className={classes.loses}>Not in it: {loses}.</span>}
          </>
        }
      />
    </div>
  );
}

// Two files leave as one, so that neither is lost on the way.
function fileName(packageId: string, id: PackageFormatId, audience: Audience): string {
  const extension = besideOf(id) === undefined ? PACKAGE_FORMATS[id].extension : "zip";
  const form = id === "zip" ? "" : `-${id === "qdc" ? "codebook" : id}`;
  return `${packageId}${form}${audience === "network" ? "-network-only" : ""}.${extension}`;
}

function mediaTypeOf(id: PackageFormatId): string {
  return besideOf(id) === undefined ? PACKAGE_FORMATS[id].mediaType : "application/zip";
}

function besideOf(id: PackageFormatId): { readonly ending: string } | undefined {
  const format = PACKAGE_FORMATS[id];
  return "beside" in format ? format.beside : undefined;
}

function knownFormat(value: string): PackageFormatId {
  return PACKAGE_FORMAT_IDS.find((id) => id === value) ?? "zip";
}
