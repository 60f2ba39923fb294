import type { Respondent } from "../dataset/resources.ts";
import { foldText } from "../query/fold-text.ts";
import { COUNTRIES, type Country } from "./countries.ts";

/** The country that a name or code means in any usual spelling, without regard to case, accents and punctuation; null where it means none, or several. */
export function findCountry(name: string): Country | null {
  const whole = BY_NAME.get(nameKey(name));
  if (whole !== undefined) return whole;
  const found = new Set(parts(name).flatMap((part) => BY_NAME.get(nameKey(part)) ?? []));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/** The respondent's row in a package: what is known of the country on the query's day (YYYY-MM-DD; an empty one is read as today's Union). */
export function respondentFrom(
  country: Country,
  day: string,
  dissemination: Respondent["dissemination"],
): Readonly<Respondent> {
  const { code, iso2, iso3, name, region, joined } = country;
  const isMember = isMemberOn(country, day);
  return {
    code,
    iso2,
    iso3,
    name,
    membership: isMember ? "member" : "not-member",
    region,
    joined_eu: isMember ? Number(joined.slice(0, 4)) : null,
    dissemination,
  };
}

/** Whether a country's membership changed since the network was founded (Council Decision 2008/381/EC), so that it depends on the query's day. */
export function changedMembership({ joined, left }: Country): boolean {
  return joined > "2008-05-14" || left !== "";
}

function isMemberOn({ joined, left }: Country, day: string): boolean {
  if (joined === "") return false;
  return day === "" ? left === "" : joined <= day && (left === "" || day <= left);
}

// "Belgium (BE)", "BE - Belgium", "EMN NCP / Belgium": every part that means a country must mean the same one.
function parts(name: string): readonly string[] {
  return name.split(/[()[\]/|,;:–—]|\s-|-\s/u);
}

// Words that say of what kind the state or the respondent is, not which one.
const KIND_WORDS =
  /^(?:(?:the|emn|ncp|national contact point|of|for|republic|kingdom|federal|grand duchy|principality|state) )+|(?: (?:emn|ncp))+$/g;

function nameKey(name: string): string {
  const words = foldText(name)
    .replace(/['’.*]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return words.replace(KIND_WORDS, "");
}

const BY_NAME: ReadonlyMap<string, Country> = new Map(
  COUNTRIES.flatMap((country) =>
    [country.code, country.iso2, country.iso3, country.name, ...country.alsoCalled.split("|")].map(
      (name) => [nameKey(name), country] as const,
    ),
  ),
);
