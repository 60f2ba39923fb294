import { expect, test } from "vitest";
import { outgoingTo } from "../../../src/core/export/outgoing.ts";
import { countOutgoing } from "../../../src/core/export/outgoing-counts.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", { code: "CZ", dissemination: "network" }],
  questions: [{ id: "1", variable: "monitoring", answers: ["yes", "no"] }],
  statedCounts: [{ variable: "monitoring", codes: "yes", value: "1" }],
});

function counted(audience: "public" | "network"): Readonly<Record<string, string>> {
  const counts = countOutgoing(DATASET, outgoingTo(audience, DATASET));
  return Object.fromEntries(counts.map(({ what, goesOut, of }) => [what, `${goesOut} of ${of}`]));
}

test("counts what goes out against what there is", () => {
  expect(counted("public")).toMatchObject({ respondents: "1 of 2", responses: "1 of 2", "stated counts": "0 of 1" });
  expect(counted("network")).toMatchObject({ respondents: "2 of 2", responses: "2 of 2", "stated counts": "1 of 1" });
});
