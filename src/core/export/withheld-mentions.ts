import type { Dataset } from "../dataset/dataset.ts";
import { withheldRespondents } from "../dataset/public-part.ts";
import { RESOURCES } from "../dataset/resources.ts";
import { presentTables } from "../dataset/table-text.ts";
import type { Outgoing } from "./outgoing.ts";

/** A text that goes out and names a respondent who withheld wider dissemination. */
export interface Mention {
  /** "responses.csv 3.1/EE summary", or "datapackage.json description". */
  readonly place: string;
  /** What it names: the code or the name, as it stands there. */
  readonly named: string;
}

/**
 * The texts of a public export that name a respondent left out of it, by code or name: taking its rows out cannot take it out of other rows' words.
 * A hint for whoever exports, not a proof: who is meant without being named is not found.
 */
export function withheldMentions(dataset: Dataset, { audience, dataset: part }: Outgoing): readonly Mention[] {
  const withheld = withheldRespondents(dataset);
  if (audience === "network" || withheld.length === 0) return [];
  const pattern = patternOf(withheld.flatMap(({ code, name }) => [code, name]));
  const named = (text: string): string | undefined => pattern.exec(text)?.[0];
  const mention = (place: string, text: string): readonly Mention[] => {
    const found = named(text);
    return found === undefined ? [] : [{ place, named: found }];
  };
  return [
    ...(["title", "description"] as const).flatMap((name) => mention(`datapackage.json ${name}`, part.info[name])),
    ...presentTables(part).flatMap((table) => {
      const { file, primaryKey } = RESOURCES[table];
      return part[table].flatMap((row) => {
        const cells = Object.entries(row).filter((cell): cell is [string, string] => typeof cell[1] === "string");
        const key = primaryKey.map((column) => String(Reflect.get(row, column))).join("/");
        return cells.flatMap(([column, text]) => mention(`${file} ${key} ${column}`, text));
      });
    }),
  ];
}

// Whole words, as they are written: "no" is not Norway's code, nor does "Germany's" hide Germany.
function patternOf(words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "u");
}
