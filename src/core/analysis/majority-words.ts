import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { ComparisonRow } from "./compare-respondents.ts";
import { listInWords } from "./words.ts";

/** What the majority of a row says, in words; that there is none, on a tie or where nothing can be compared. */
export function sayMajority(dataset: Dataset, { variable, majority, tally }: ComparisonRow): string {
  const labels = (codes: readonly string[]): string =>
    listInWords(codes.map((code) => indexOf(dataset).code(variable.id, code).label));
  switch (majority.kind) {
    case "answer":
      return `Majority: ${labels([majority.code])}, ${majority.count} of ${majority.of}`;
    case "tie":
      return `No majority: ${labels(majority.codes)} are given by ${majority.count} of ${majority.of} each`;
    case "codes": {
      const known = tally.filter(({ yes, no }) => yes.length + no.length > 0);
      if (majority.tied.length === known.length) return `No majority on ${labels(majority.tied)}`;
      const named = majority.named.length === 0 ? "None named" : labels(majority.named);
      return `Majority: ${named}${majority.tied.length === 0 ? "" : `; none on ${labels(majority.tied)}`}`;
    }
    case "none":
      return "Nothing can be compared";
  }
}
