import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { reconcile, unexplained } from "../../src/core/analysis/reconcile.ts";
import type { Dataset } from "../../src/core/dataset/dataset.ts";
import { indexOf } from "../../src/core/dataset/dataset-index.ts";
import { evaluate, selectedRespondents } from "../../src/core/query/evaluate.ts";
import { parseFilter } from "../../src/core/query/filter-text.ts";
import { vocabularyOf } from "../../src/core/query/vocabulary.ts";
import { readPackage } from "../../src/formats/read-package.ts";
import { readPackageFiles } from "../../src/service/package-files.ts";

const FOLDER = resolve(import.meta.dirname, "../../data/emn-ahq-1055");

// Every list of states that the source prints, copied from it; silence (3.3) and exception (3.7) as it follows from them.
const STATES_OF_ANSWER: Readonly<Record<string, string>> = {
  "monitoring:yes": "BE CZ DE ES FI HR HU LT LV NL NO PL SI SK UK",
  "monitoring:other-areas": "EE FR SE",
  "monitoring:not-yet": "CY",
  "monitoring:no-information": "LU",
  "use-found:yes": "BE CZ ES FI HU LT NL NO PL SK UK",
  "use-found:no-findings": "CY DE EE FR HR LU LV SE SI",
  "recommendation:recommends": "CZ EE ES FI FR HR HU LT LV NL PL SE SI SK UK",
  "recommendation:comments": "BE DE",
  "recommendation:not-mentioned": "CY LU NO",
  "cooperation:yes": "BE CZ DE EE ES FI HU UK",
  "cooperation:no-practice": "CY FR LT LV NL PL SK",
  "cooperation:no-information": "HR LU NO SE SI",
  "other-crime-areas:yes": "BE CZ DE EE ES NL PL",
  "other-crime-areas:no-practice": "CY HU LT LV SE SK",
  "other-crime-areas:no-information": "FI FR HR LU NO SI UK",
  "evidence:yes": "BE CZ DE ES FR HR HU LT NL PL SE SI UK",
  "evidence:no-practice": "CY EE LV SK",
  "evidence:no-information": "FI LU NO",
  "sources:provided": "BE ES NO",
  "sources:none-provided": "CY CZ DE EE FI FR HR HU LT LU LV NL PL SE SI SK UK",
};

const STATES_OF_CODE: Readonly<Record<string, string>> = {
  "platforms-monitored:facebook": "BE CZ ES FI HU LT NL PL UK",
  "platforms-monitored:twitter": "HU NL PL UK",
  "platforms-monitored:vk": "FI PL UK",
  "other-areas-monitored:terrorism": "EE FR SE",
  "uses:advertising": "BE CZ ES FI HU LT NL NO PL SK UK",
  "uses:route-information": "BE CZ ES FI HU LT NL NO PL SK UK",
  "uses:communication": "BE CZ ES FI HU LT NL NO PL SK UK",
  "uses:sham-marriages": "PL",
  "actions:remove-content": "CZ EE ES FI FR HR HU LT LV PL SE SK UK",
  "actions:report-to-authorities": "CZ EE ES FI FR HU LT LV PL SE SK UK",
  "actions:warn-users": "CZ FI HR HU SK UK",
  "actions:cooperate-with-eu-agencies": "CZ EE ES FI HU LT LV NL SI SK UK",
  "provider-remarks:provider-unaware": "BE",
  "provider-remarks:good-cooperation": "BE",
  "provider-remarks:operated-from-abroad": "DE",
  "cooperation-traits:no-formal-framework": "BE CZ DE EE ES",
  "cooperation-traits:positive-experience": "BE FI HU UK",
  "partners:facebook": "BE",
  "partners:twitter": "BE",
  "partners:western-union": "HU",
  "crime-areas:human-trafficking": "ES NL",
  "crime-areas:sexual-exploitation": "ES NL",
  "crime-areas:suicide-prevention": "PL",
  "tools:coosto": "NL",
  "tools:icolombo": "NL",
  "tools:maltego": "NL",
  "tools:palantir": "NL",
  "evidence-kinds:provider-supplied": "HU",
  "evidence-kinds:screenshots-and-pages": "BE",
  "limits:smugglers-outside-eu": "NL",
  "limits:no-prosecution-yet": "UK",
  "source-kinds:e-commerce-directive": "BE ES",
  "source-kinds:budapest-convention": "BE ES",
  "source-kinds:national-project": "NO",
};

// In protocol order, as the footnote names them in its own.
const RESPONDENTS = "BE CZ DE EE ES FR HR CY LV LT LU HU NL PL SI SK FI SE UK NO";

describe("the packaged query 1055", () => {
  let dataset: Dataset;

  beforeAll(async () => {
    const { files, faults } = await readPackageFiles(FOLDER);
    const validated = files === undefined ? { faults } : readPackage(files);
    // Compared rather than counted, so that a fault is shown in full.
    expect(validated.faults ?? []).toEqual([]);
    if (validated.dataset !== undefined) dataset = validated.dataset;
  });

  const statesOf = (filter: string): readonly string[] => {
    const parsed = parseFilter(filter, vocabularyOf(dataset));
    if (parsed.filter === undefined) throw new Error(`${filter}: ${JSON.stringify(parsed.fault)}`);
    return selectedRespondents(dataset, evaluate(dataset, parsed.filter, "states")).map(({ code }) => code);
  };

  test("says of itself what the source's header says", () => {
    expect(dataset.info).toMatchObject({ name: "emn-ahq-1055", version: "1.0.0" });
    expect(dataset.info.query).toMatchObject({
      number: "1055",
      requesters: ["European Commission"],
      launched: "2016-04-18",
      summarised: "2016-06",
      respondentsAsPrinted: "20 EU Member States",
      theme: "unknown",
    });
  });

  test("has a response of each of 20 respondents to each of 7 questions", () => {
    expect(dataset.respondents.map(({ code }) => code).join(" ")).toBe(RESPONDENTS);
    expect(dataset.questions.map(({ id }) => id)).toEqual(["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7"]);
    expect(dataset.responses).toHaveLength(140);
  });

  test("says something of every response, and where it stands", () => {
    const silent = dataset.responses.filter(({ summary, locator }) => summary.trim() === "" || locator === "");
    expect(silent).toEqual([]);
  });

  test("has no stated count that differs without a caveat, and one that differs with one", () => {
    const reconciled = reconcile(dataset);
    expect(reconciled).toHaveLength(13);
    expect(unexplained(reconciled)).toEqual([]);
    expect(reconciled.filter(({ agrees }) => !agrees).map(({ statedCount }) => statedCount.id)).toEqual([
      "respondents-twenty",
    ]);
  });

  test.each(Object.entries({ ...STATES_OF_ANSWER, ...STATES_OF_CODE }))("%s is %s", (filter, states) => {
    expect([...statesOf(filter)].sort()).toEqual(states.split(" ").sort());
  });

  test("has no answer but those of the source's lists", () => {
    const given = dataset.responses.map(
      ({ question, answer }) => `${indexOf(dataset).answerVariable(question).id}:${answer}`,
    );
    expect(Object.keys(STATES_OF_ANSWER)).toEqual(expect.arrayContaining(given));
  });

  test.each(["google-maps", "skype", "viber", "youtube", "whatsapp", "wordpress", "reddit"])(
    "names %s as monitored, for no one state",
    (platform) => {
      expect(indexOf(dataset).isNamedForNoOne("platforms-monitored", platform)).toBe(true);
    },
  );

  test("has four obstacles, all named for no one state", () => {
    const obstacles = indexOf(dataset).codesOf("obstacles");
    expect(obstacles.map(({ code }) => indexOf(dataset).isNamedForNoOne("obstacles", code))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test("has tensions that each concern at least one state, and a question that names it", () => {
    const idle = dataset.tensions.filter(({ when }) => statesOf(when).length === 0);
    expect(idle).toEqual([]);
    expect(dataset.tensions.filter(({ follow_up }) => !follow_up.includes("{respondent}"))).toEqual([]);
    expect(dataset.tensions.length).toBeGreaterThan(0);
  });

  test("knows the wider dissemination of no response", () => {
    expect(new Set(dataset.respondents.map(({ dissemination }) => dissemination))).toEqual(new Set(["unknown"]));
  });
});
