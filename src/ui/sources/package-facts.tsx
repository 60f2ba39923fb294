import type { ReactNode } from "react";
import type { HostInfo } from "../../api/contract.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { withheldRespondents } from "../../core/dataset/public-part.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./package-facts.module.css";

interface PackageFactsProps {
  readonly host: HostInfo;
}

/** What the open package is, where it comes from, under which terms, and where one's own work is kept. */
export function PackageFacts({ host }: PackageFactsProps): ReactNode {
  const { dataset } = useWorkspace();
  const { info } = dataset;
  return (
    <div className={classes.facts}>
      <h1>{info.title}</h1>
      {info.description
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph !== "")
        .map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      <Facts name="The query" facts={queryFacts(dataset)} />
      <Facts name="The package" facts={[...packageFacts(dataset), ["Your data folder", host.dataFolder]]} />
    </div>
  );
}

type Fact = readonly [name: string, value: string];

function Facts({ name, facts }: { readonly name: string; readonly facts: readonly Fact[] }): ReactNode {
  return (
    <section>
      <h2>{name}</h2>
      <dl>
        {facts
          .filter(([, value]) => value !== "")
          .map(([fact, value]) => (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function queryFacts(dataset: Dataset): readonly Fact[] {
  const { query, sources } = dataset.info;
  const named = sources.map(({ title, version, path }) => [title, version, path].filter((part) => part !== undefined));
  return [
    ["Query", query.number === "" ? query.title : `No. ${query.number}: ${query.title}`],
    ["Launched", query.launched],
    ["Summarised", query.summarised],
    ["Requested by", query.requesters.join(", ")],
    ["Occasion", query.occasion],
    ["Theme", query.theme],
    ["Follow-up of", query.followUpOf ?? ""],
    ["Asked", query.addressees === undefined ? "" : `${query.addressees.length}: ${query.addressees.join(" ")}`],
    ["Respondents, as printed", query.respondentsAsPrinted],
    ["Source", named.map((parts) => parts.join(", ")).join("; ")],
    ["Disclaimer", query.disclaimer],
  ];
}

function packageFacts(dataset: Dataset): readonly Fact[] {
  const { info, digest, respondents } = dataset;
  const withheld = withheldRespondents(dataset).map(({ code }) => code);
  const unknown = respondents.filter(({ dissemination }) => dissemination === "unknown").length;
  return [
    ["Respondents", `${respondents.length}: ${respondents.map(({ code }) => code).join(" ")}`],
    [
      "Size",
      `${dataset.questions.length} questions, ${dataset.responses.length} responses, ${dataset.observations.length} observations, ${dataset.examples.length} examples, ${dataset.findings.length} findings`,
    ],
    [
      "Wider dissemination",
      [
        withheld.length === 0 ? "" : `withheld by ${withheld.join(", ")}: for the network only`,
        unknown === 0 ? "" : `not stated for ${unknown} of ${respondents.length}`,
      ]
        .filter((part) => part !== "")
        .join("; ") || "public, all of it",
    ],
    ["Package", `${info.name}, version ${info.version}${info.changedSinceExport === true ? ", not exported yet" : ""}`],
    ["Made", info.created.slice(0, 10)],
    ["Copy of", info.copyOf === undefined ? "" : `${info.copyOf.name}, version ${info.copyOf.version}`],
    ["Contributors", info.contributors.map(({ title, organization }) => title ?? organization ?? "").join(", ")],
    [
      "Terms",
      info.licenses
        .map(({ title, name, path }) => [title ?? name, path].filter((part) => part !== undefined).join(", "))
        .join("; "),
    ],
    ["Homepage", info.homepage ?? ""],
    ["Keywords", info.keywords.join(", ")],
    ["Content (SHA-256)", digest],
  ];
}
