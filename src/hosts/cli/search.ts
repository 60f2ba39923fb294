import type { Dataset } from "../../core/dataset/dataset.ts";
import { packageMetadata } from "../../core/export/package-metadata.ts";
import { plainTable } from "../../core/export/plain-table.ts";
import { indexNotes } from "../../core/notebook/note-search.ts";
import { evaluate } from "../../core/query/evaluate.ts";
import { partsOf } from "../../core/query/search/mark-text.ts";
import type { MarkedText, SearchHit, SearchResults } from "../../core/query/search/search.ts";
import { search } from "../../core/query/search/search.ts";
import { SEARCH_FIELDS, SEARCH_KINDS, type SearchKind } from "../../core/query/search/search-document.ts";
import type { SearchIndex } from "../../core/query/search/search-index.ts";
import { type Arguments, COMMON_OPTIONS, type OptionTable } from "./arguments.ts";
import { UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { READING_OPTION, readFilter, readReading, WHERE_OPTION } from "./filter-arguments.ts";
import { openPackage } from "./open-package.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { outgoingOf, readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm } from "./table-export.ts";
import { writeTable } from "./text-table.ts";
import { withService } from "./with-service.ts";

const KINDS = Object.keys(SEARCH_KINDS) as readonly SearchKind[];
const DEFAULT_LIMIT = 20;
const MOST = 10_000;

const SEARCH_OPTIONS: OptionTable = {
  kinds: { value: "KINDS", help: `only hits of these kinds: ${KINDS.join(",")}` },
  notes: { help: "the notebook's notes as well, those in the trash left out" },
  limit: { value: "N", help: `how many hits are printed, the best first; ${DEFAULT_LIMIT} is the default` },
};

const COLUMNS = ["Kind", "Ref", "Where", "Text"].map((header) => ({ header }));

/** `ahq search` */
export const searchCommand: Command = {
  usage: `search [package] <text> [--where '<filter>'] [--kinds response,finding] [--notes] [--limit N] ${TABLE_EXPORT_USAGE}`,
  summary: "where words stand: in responses, labels and findings",
  details:
    'All words must be found; "words in quotation marks" one after the other. A word also finds those that it begins, and those one typo away.',
  options: { ...SEARCH_OPTIONS, ...WHERE_OPTION, ...READING_OPTION, ...TABLE_EXPORT_OPTIONS, ...COMMON_OPTIONS },
  positionals: [1, 2],
  run: async (args, surroundings) => {
    const { stdout, stderr } = surroundings;
    const form = readTableForm(args, surroundings);
    const [kinds, limit, reading] = [readKinds(args), readLimit(args), readReading(args)];
    const [text = "", named = null] = [...args.positionals].reverse();
    const dataset = await openPackage(args, surroundings, named);
    const notes = args.isGiven("notes") ? [await indexNotebook(args, surroundings)] : [];
    const searchIn = (searched: Dataset): SearchResults => {
      const isNarrowed = args.text("where") !== null;
      const within = isNarrowed ? evaluate(searched, readFilter(args, searched), reading) : undefined;
      return search(searched, text, { within, kinds, limit }, notes);
    };
    await writeInForm(args, surroundings, form, {
      reading: () => {
        const results = searchIn(dataset);
        writeTable(stdout, COLUMNS, results.hits.flatMap(tableRows));
        writeLine(stderr, sentence(results));
      },
      json: () => plainResults(searchIn(dataset)),
      table: () => {
        const outgoing = outgoingOf(args, dataset);
        const rows = searchIn(outgoing.dataset).hits.flatMap(tableRows);
        const metadata = [{ name: "Searched", value: text }, ...packageMetadata(outgoing, exportDate(surroundings))];
        return plainTable({ name: "Hits", title: `Search: ${text}`, columns: COLUMNS, rows, metadata });
      },
    });
    return 0;
  },
};

async function indexNotebook(args: Arguments, surroundings: Surroundings): Promise<SearchIndex> {
  const notes = await withService(args, surroundings, (service) => service.listNotes({}));
  return indexNotes(notes.filter(({ deleted }) => deleted === null));
}

function readKinds(args: Arguments): readonly SearchKind[] | undefined {
  return args.list("kinds")?.map((given) => {
    const kind = KINDS.find((known) => known === given);
    if (kind === undefined) throw new UsageError(`--kinds ${given}: expected some of ${KINDS.join(",")}`);
    return kind;
  });
}

function readLimit(args: Arguments): number {
  const given = args.text("limit") ?? String(DEFAULT_LIMIT);
  const limit = /^\d+$/.test(given) ? Number(given) : 0;
  if (limit < 1 || limit > MOST) throw new UsageError(`--limit ${given}: expected a whole number from 1 to ${MOST}`);
  return limit;
}

function plainResults({ hits, totals }: SearchResults): object {
  return { totals, hits: hits.map(plainHit) };
}

function plainHit({ kind, ref, score, found }: SearchHit): object {
  const texts = found.map(({ field, text, marks, excerpt }) => {
    return { field, text, marks: marks.map(({ from, to }) => [from, to]), excerpt: [excerpt.from, excerpt.to] };
  });
  return { kind, ref, score: Number(score.toFixed(4)), found: texts };
}

function tableRows({ kind, ref, found }: SearchHit): readonly (readonly string[])[] {
  return found.map((marked, i) => [
    i === 0 ? kind : "",
    i === 0 ? ref : "",
    SEARCH_FIELDS[marked.field].label,
    markedExcerpt(marked),
  ]);
}

// A table has no style of its own: what is found stands in square brackets.
function markedExcerpt({ text, marks, excerpt }: MarkedText): string {
  const parts = partsOf(text, marks, excerpt).map((part) => (part.isMarked ? `[${part.text}]` : part.text));
  return `${excerpt.from > 0 ? "… " : ""}${parts.join("")}${excerpt.to < text.length ? " …" : ""}`;
}

function sentence({ hits, totals }: SearchResults): string {
  const found = KINDS.filter((kind) => totals[kind] > 0);
  if (found.length === 0) return "nothing found";
  const sum = found.reduce((all, kind) => all + totals[kind], 0);
  const parts = found.map((kind) => `${SEARCH_KINDS[kind].toLowerCase()} ${totals[kind]}`).join(", ");
  return `${hits.length} of ${sum} hits; ${parts}`;
}
