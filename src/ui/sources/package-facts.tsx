import type { ReactNode } from "react";
import type { HostInfo } from "../../api/contract.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./package-facts.module.css";

interface PackageFactsProps {
  readonly host: HostInfo;
}

/** What the open package is, where it comes from, under which terms, and where one's own work is kept. */
export function PackageFacts({ host }: PackageFactsProps): ReactNode {
  const { dataset } = useWorkspace();
  const { info, digest } = dataset;
  const { query } = info;
  const facts: readonly (readonly [string, string])[] = [
    ["Query", query.number === "" ? query.title : `No. ${query.number}: ${query.title}`],
    ["Launched", query.launched],
    ["Summarised", query.summarised],
    ["Requested by", query.requesters.join(", ")],
    ["Occasion", query.occasion],
    ["Theme", query.theme],
    ["Respondents, as printed", query.respondentsAsPrinted],
    [
      "Respondents in the data",
      `${dataset.respondents.length}: ${dataset.respondents.map(({ code }) => code).join(" ")}`,
    ],
    [
      "Size",
      `${dataset.questions.length} questions, ${dataset.responses.length} responses, ${dataset.observations.length} observations, ${dataset.examples.length} examples, ${dataset.findings.length} findings`,
    ],
    ["Source", info.sources.map(({ title, path }) => (path === undefined ? title : `${title} (${path})`)).join("; ")],
    ["Terms", info.licenses.map(({ title, name }) => title ?? name ?? "").join("; ")],
    ["Disclaimer", query.disclaimer],
    ["Package", `${info.name}, version ${info.version}`],
    ["Content (SHA-256)", digest],
    ["Your data folder", host.dataFolder],
  ];
  return (
    <div className={classes.facts}>
      <h1>{info.title}</h1>
      {info.description !== "" && <p>{info.description}</p>}
      <dl>
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
