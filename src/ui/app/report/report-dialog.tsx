import { Button, Group, Text, TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { withheldRespondents } from "../../../core/dataset/public-part.ts";
import type { Audience } from "../../../core/export/outgoing.ts";
import { Dialog } from "../../shared/dialog.tsx";
import { AudienceSelect } from "../../shared/export/audience-select.tsx";
import { today } from "../../shared/today.ts";
import { useNotes } from "../../shared/use-notes.tsx";
import { useReport } from "../../shared/use-report.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { buildReport, type ReportMaterial } from "./build-report.ts";
import classes from "./report-dialog.module.css";
import { ReportItems } from "./report-items-list.tsx";
import { REPORT_FORMS, type ReportFormId, saveReport } from "./save-report.ts";

interface ReportDialogProps {
  readonly powers: readonly HostPower[];
  readonly onClose: () => void;
}

const FORM_IDS = Object.keys(REPORT_FORMS) as readonly ReportFormId[];

/** The report of the open package: what is in it, in which order, as it will look, and the ways out. It is kept as it is changed, and made anew of the data each time. */
export function ReportDialog({ powers, onClose }: ReportDialogProps): ReactNode {
  const { dataset } = useWorkspace();
  const { notes } = useNotes();
  const { report, problem, change } = useReport();
  const [audience, setAudience] = useState<Audience>("public");
  const [outcome, setOutcome] = useState("");
  const material = (withPng: boolean): ReportMaterial => {
    return { dataset, notes, audience, date: today(), withPng };
  };
  const save = (form: ReportFormId) => {
    setOutcome("");
    buildReport(report, material(form === "docx"))
      .then((built) => saveReport(built, form, dataset.info.name, powers))
      .then(
        (saved) => setOutcome(saved === null ? "" : `Saved ${saved}`),
        (error: Error) => setOutcome(`Not saved: ${error.message}`),
      );
  };
  const isEmpty = report.items.length === 0;
  return (
    <Dialog title="Report" closeLabel="Close the report" size="whole" onClose={onClose}>
      <div className={classes.report}>
        <div className={classes.parts}>
          <TextInput
            size="xs"
            label="Title"
            placeholder={dataset.info.title}
            title={dataset.info.title}
            maxLength={500}
            value={report.title}
            onChange={(event) => change({ ...report, title: event.currentTarget.value })}
          />
          <AudienceSelect
            withheld={withheldRespondents(dataset).map(({ code }) => code)}
            audience={audience}
            onChange={setAudience}
          />
          <ReportItems report={report} onChange={change} />
        </div>
        <ReportPreview material={material(false)} />
      </div>
      <Group justify="flex-end" gap="sm">
        <Text role="status" size="sm" c="dimmed" className={classes.outcome}>
          {problem === "" ? outcome : `Not kept: ${problem}`}
        </Text>
        {FORM_IDS.map((form) => (
          <Button
            key={form}
            variant={form === "docx" ? "filled" : "default"}
            disabled={isEmpty}
            onClick={() => save(form)}
          >
            {REPORT_FORMS[form].label}
          </Button>
        ))}
      </Group>
    </Dialog>
  );
}

/** The report as it will look, in a document of its own that can neither run nor fetch anything. */
function ReportPreview({ material }: { readonly material: ReportMaterial }): ReactNode {
  const { report } = useReport();
  const [html, setHtml] = useState("");
  const { dataset, notes, audience, date } = material;
  useEffect(() => {
    let isCurrent = true;
    const build = async () => {
      const built = await buildReport(report, { dataset, notes, audience, date, withPng: false });
      const { htmlReportOf } = await import("../../../formats/write-report-html.ts");
      if (isCurrent) setHtml(htmlReportOf(built).body);
    };
    build().catch((error: Error) => isCurrent && setHtml(`<p>${error.message.replaceAll("<", "&lt;")}</p>`));
    return () => {
      isCurrent = false;
    };
  }, [report, dataset, notes, audience, date]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={classes.preview} aria-label="Preview" tabIndex={0}>
      {report.items.length === 0 ? (
        <p className={classes.nothing}>
          Nothing in it yet. Choose “Add to report” where you export a table or save a picture, and headings and texts
          at the left.
        </p>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the writer of reports has escaped every text in it.
        <div className={classes.page} dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </section>
  );
}
