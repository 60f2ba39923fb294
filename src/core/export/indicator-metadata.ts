import type { Dataset } from "../dataset/dataset.ts";
import { INDICATOR_RULE, type Indicator, type IndicatorColumn, indicatorTable } from "./indicator-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { PROFILES } from "./package-descriptor.ts";
import { packageMetadata } from "./package-metadata.ts";

/**
 * What goes beside the indicators: a Data Package (version 2) of that one table. It says the rule for missing cells, what every column is,
 * how many ones, zeros and missing cells it has, and where the data come from.
 */
export function indicatorMetadata(outgoing: Outgoing, file: string, date: string): object {
  const { audience, dataset } = outgoing;
  const { name, title, version, sources, licenses, contributors } = dataset.info;
  const about = packageMetadata(outgoing, date).map((entry) => `${entry.name}: ${entry.value}`);
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: `${name}-indicators`,
    title: audienceTitle(`Indicators: ${title}`, audience),
    description: [INDICATOR_RULE, ...about].join("\n\n"),
    version,
    created: `${date}T00:00:00Z`,
    ...(contributors.length === 0 ? {} : { contributors }),
    ...(licenses.length === 0 ? {} : { licenses }),
    ...(sources.length === 0 ? {} : { sources }),
    audience,
    missing: INDICATOR_RULE,
    resources: [resource(dataset, file)],
  };
}

function resource(dataset: Dataset, file: string): object {
  const { columns } = indicatorTable(dataset);
  return {
    name: "indicators",
    type: "table",
    path: file,
    title: "A row a respondent, a column a code",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      fields: [caseField(dataset), ...columns.map(field)],
      missingValues: [""],
      primaryKey: ["case"],
    },
  };
}

function caseField({ respondents }: Dataset): object {
  return {
    name: "case",
    type: "string",
    title: "Case",
    description: respondents.map(({ code, name }) => `${code} ${name}`).join("; "),
    constraints: { required: true },
  };
}

function field({ name, variable, code, isNamedForNoOne, indicators }: IndicatorColumn): object {
  const meaning = variable.kind === "answer" ? ` (${code.meaning})` : "";
  const about = `Question ${variable.question}, variable ${variable.id}, code ${code.code}${meaning}.`;
  const missing = isNamedForNoOne ? " The source gives this code to no one state: missing of every case." : "";
  const count = (value: Indicator): number => indicators.filter((own) => own === value).length;
  return {
    name,
    type: "integer",
    title: `${variable.label}: ${code.label}`,
    description: `${about}${missing} ${code.definition}`,
    constraints: { enum: [0, 1] },
    variable: variable.id,
    code: code.code,
    counts: { ones: count(1), zeros: count(0), missing: count(null) },
  };
}
