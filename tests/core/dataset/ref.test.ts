import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf, parseRef, printRef, type Ref, responseRef } from "../../../src/core/dataset/ref.ts";
import { validatePackage } from "../../../src/core/dataset/validate-package.ts";
import { type TinyQuery, tinyDataset, tinyPackage } from "../../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE", "CZ"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "no"],
      multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook", "vk"] } } },
    },
    {
      id: "2",
      variable: "cooperation",
      answers: ["yes", "no"],
      multiple: { partners: { codes: ["facebook"], of: { BE: ["facebook"] } } },
    },
  ],
  examples: [{ id: "told", question: "1", respondent: "BE", text: "a court said so" }],
  findings: [{ id: "found", question: "1" }],
  statedCounts: [{ id: "two", value: "2" }],
  tensions: [{ id: "odd", when: "monitoring:yes" }],
  caveats: [{ id: "beware", about: "BE" }],
};
const DATASET = tinyDataset(QUERY);

function digest(text: string, dataset = DATASET): string | null {
  const ref = parseRef(text);
  return ref === null ? null : digestOf(dataset, ref);
}

function someRef(): fc.Arbitrary<Ref> {
  const part = fc.stringMatching(/^[A-Za-z0-9.-]{1,8}$/);
  const kind = fc.constantFrom(
    ...(["question", "respondent", "variable", "finding", "example", "stated-count", "tension", "caveat"] as const),
  );
  return fc.oneof(
    fc.record({ kind: fc.constant("package" as const), packageId: part }),
    fc.record({ kind: fc.constant("response" as const), packageId: part, question: part, respondent: part }),
    fc.record({ kind: fc.constant("code" as const), packageId: part, variable: part, code: part }),
    fc.record({ kind: fc.constant("filter" as const), packageId: part, filter: fc.string({ minLength: 1 }) }),
    fc.record({ kind, packageId: part, id: part }),
  );
}

describe("parseRef", () => {
  test("undoes printing", () => {
    fc.assert(
      fc.property(someRef(), (ref) => {
        expect(parseRef(printRef(ref))).toEqual(ref);
        expect(printRef(ref)).not.toContain(" ");
      }),
    );
  });

  test("gives only what prints to the same text", () => {
    const part = fc.constantFrom(
      "tiny",
      "response",
      "code",
      "question",
      "3.1",
      "BE",
      "",
      "a b",
      "__proto__",
      "constructor",
      "filter",
      "a%20b",
      "%2",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const ref = parseRef(parts.join("/"));
        fc.pre(ref !== null);
        expect(printRef(ref)).toBe(parts.join("/"));
      }),
    );
  });

  test.each([
    "",
    "tiny/",
    "tiny/response/1",
    "tiny/response/1/BE/2",
    "tiny/code/platforms",
    "tiny/colour/red",
    "tiny/question/1 2",
    "tiny/constructor/1",
    "/question/1",
    "tiny/filter/",
    "tiny/filter/a b",
    "tiny/filter/50%",
  ])("finds no Ref in %j", (text) => {
    expect(parseRef(text)).toBeNull();
  });

  test("reads what responseRef prints", () => {
    expect(responseRef(DATASET, "1", "BE")).toBe("tiny/response/1/BE");
    expect(parseRef("tiny/response/1/BE")).toEqual({
      kind: "response",
      packageId: "tiny",
      question: "1",
      respondent: "BE",
    });
  });
});

describe("digestOf", () => {
  test.each([
    "tiny",
    "tiny/question/1",
    "tiny/respondent/BE",
    "tiny/variable/platforms",
    "tiny/code/platforms/vk",
    "tiny/response/1/BE",
    "tiny/finding/found",
    "tiny/example/told",
    "tiny/stated-count/two",
    "tiny/tension/odd",
    "tiny/caveat/beware",
  ])("gives sixteen hexadecimal digits for %s", (text) => {
    expect(digest(text)).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    "other/question/1",
    "tiny/question/9",
    "tiny/respondent/constructor",
    "tiny/response/1/NO",
    "tiny/response/9/BE",
    "tiny/code/platforms/skype",
    "tiny/finding/told",
    "tiny/filter/monitoring:yes",
  ])("gives nothing for %s, which the dataset does not have", (text) => {
    expect(digest(text)).toBeNull();
  });

  const [first, second] = QUERY.questions;
  if (first === undefined || second === undefined) throw new Error("the query has two questions");
  const withFirst = (change: Partial<typeof first>): TinyQuery => ({
    ...QUERY,
    questions: [{ ...first, ...change }, second],
  });

  test.each<[string, TinyQuery]>([
    [
      "an observation is taken away",
      withFirst({ multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["vk"] } } } }),
    ],
    ["the answer changes", withFirst({ answers: ["no", "no"] })],
    ["the summary changes", withFirst({ summaries: { BE: "more" } })],
    ["the basis changes", withFirst({ bases: { BE: "inferred" } })],
    ["an example changes", { ...QUERY, examples: [{ question: "1", respondent: "BE", text: "no court said so" }] }],
    ["an example goes", { ...QUERY, examples: [] }],
  ])("of a response changes when %s", (_, changed) => {
    expect(digest("tiny/response/1/BE", tinyDataset(changed))).not.toBe(digest("tiny/response/1/BE"));
  });

  test.each<[string, TinyQuery]>([
    ["another respondent's answer changes", withFirst({ answers: ["yes", "yes"] })],
    [
      "another respondent's observation is added",
      withFirst({ multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook", "vk"], CZ: ["vk"] } } } }),
    ],
    ["another question's observation goes", { ...QUERY, questions: [first, { ...second, multiple: {} }] }],
    [
      "another question's example is added",
      { ...QUERY, examples: [...(QUERY.examples ?? []), { question: "2", respondent: "BE" }] },
    ],
    ["a respondent is added", withRespondent(withFirst({ answers: ["yes", "no", "no"] }))],
    [
      "its observations stand in another order",
      withFirst({ multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["vk", "facebook"] } } } }),
    ],
    ["a finding goes", { ...QUERY, findings: [] }],
  ])("of a response stays when %s", (_, changed) => {
    expect(digest("tiny/response/1/BE", tinyDataset(changed))).toBe(digest("tiny/response/1/BE"));
  });

  function withRespondent(query: TinyQuery): TinyQuery {
    const [one, two] = query.questions;
    if (one === undefined || two === undefined) throw new Error("the query has two questions");
    return { ...query, respondents: ["BE", "CZ", "NO"], questions: [one, { ...two, answers: ["yes", "no", "no"] }] };
  }

  test("of a response stays when the columns of a file stand in another order", () => {
    const raw = tinyPackage(QUERY);
    const responses = raw.tables.responses;
    if (responses === undefined || "faults" in responses) throw new Error("the package has responses");
    const turned = {
      ...responses,
      header: [...responses.header].reverse(),
      rows: Array.from(responses.rows, ({ number, cells }) => ({ number, cells: [...cells].reverse() })),
    };
    const { dataset } = validatePackage({ ...raw, tables: { ...raw.tables, responses: turned } });
    expect(digest("tiny/response/1/BE", dataset)).toBe(digest("tiny/response/1/BE"));
  });

  test("differs between two responses", () => {
    expect(digest("tiny/response/1/BE")).not.toBe(digest("tiny/response/1/CZ"));
  });
});
