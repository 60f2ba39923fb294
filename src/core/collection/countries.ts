import type { REGIONS } from "../dataset/resources.ts";

/** A country whose answers a query can hold. */
export interface Country {
  /** As EU texts print it (EL, UK). */
  readonly code: string;
  readonly iso2: string;
  readonly iso3: string;
  /** Short English name. */
  readonly name: string;
  /** Region of Europe after EuroVoc. */
  readonly region: (typeof REGIONS)[number];
  /** Day of joining the EU or its predecessors; empty for a country that never did. */
  readonly joined: string;
  /** Last day as a member; empty where it did not leave. */
  readonly left: string;
  /** Other spellings in use, joined by `|`: official names, earlier ones, the country's own, French and German ones. */
  readonly alsoCalled: string;
}

type Differences = Partial<Pick<Country, "iso2" | "left">>;

function country(
  code: string,
  iso3: string,
  name: string,
  region: Country["region"],
  joined: string,
  alsoCalled: string,
  differences: Differences = {},
): Country {
  return { code, iso2: code, iso3, name, region, joined, left: "", alsoCalled, ...differences };
}

/**
 * Every country that takes part in the European Migration Network or might: members of the EU, the United Kingdom, Norway and the other states of EFTA,
 * the network's observers and the candidates. In alphabetical order of their names.
 */
export const COUNTRIES: readonly Country[] = [
  country("AL", "ALB", "Albania", "central-eastern", "", "Shqipëria|Shqiperia|Albanie|Albanien"),
  country("AM", "ARM", "Armenia", "central-eastern", "", "Hayastan|Arménie|Armenien"),
  country("AT", "AUT", "Austria", "western", "1995-01-01", "Österreich|Oesterreich|Autriche|Oostenrijk"),
  country("BE", "BEL", "Belgium", "western", "1958-01-01", "Belgique|België|Belgien"),
  country(
    "BA",
    "BIH",
    "Bosnia and Herzegovina",
    "central-eastern",
    "",
    "Bosna i Hercegovina|Bosnia|Bosnia-Herzegovina|Bosnia & Herzegovina|Bosnie-Herzégovine|Bosnien und Herzegowina|Bosnien-Herzegowina",
  ),
  country("BG", "BGR", "Bulgaria", "central-eastern", "2007-01-01", "Balgariya|България|Bulgariya|Bulgarie|Bulgarien"),
  country("HR", "HRV", "Croatia", "central-eastern", "2013-07-01", "Hrvatska|Croatie|Kroatien"),
  country("CY", "CYP", "Cyprus", "southern", "2004-05-01", "Kypros|Κύπρος|Kıbrıs|Chypre|Zypern"),
  country(
    "CZ",
    "CZE",
    "Czechia",
    "central-eastern",
    "2004-05-01",
    "Czech Republic|Czech Rep|Česko|Česká republika|Tchéquie|République tchèque|Tschechien|Tschechische Republik",
  ),
  country("DK", "DNK", "Denmark", "northern", "1973-01-01", "Danmark|Danemark|Dänemark|Daenemark"),
  country("EE", "EST", "Estonia", "northern", "2004-05-01", "Eesti|Estonie|Estland"),
  country("FI", "FIN", "Finland", "northern", "1995-01-01", "Suomi|Finlande|Finnland"),
  country("FR", "FRA", "France", "western", "1958-01-01", "République française|French Republic|Frankreich|Frankrijk"),
  country("GE", "GEO", "Georgia", "central-eastern", "", "Sakartvelo|Géorgie|Georgien"),
  country("DE", "DEU", "Germany", "western", "1958-01-01", "Deutschland|Bundesrepublik Deutschland|BRD|Allemagne"),
  country(
    "EL",
    "GRC",
    "Greece",
    "southern",
    "1981-01-01",
    "Hellas|Ελλάδα|Ellada|Elláda|Hellenic Republic|Grèce|Griechenland",
    { iso2: "GR" },
  ),
  country("HU", "HUN", "Hungary", "central-eastern", "2004-05-01", "Magyarország|Hongrie|Ungarn"),
  country("IS", "ISL", "Iceland", "northern", "", "Ísland|Islande|Island"),
  country("IE", "IRL", "Ireland", "western", "1973-01-01", "Éire|Eire|Irlande|Irland|ROI"),
  country("IT", "ITA", "Italy", "southern", "1958-01-01", "Italia|Repubblica italiana|Italian Republic|Italie|Italien"),
  country("XK", "XKX", "Kosovo", "central-eastern", "", "Kosova|Kosovë|Kosovo*|XK*|KS"),
  country("LV", "LVA", "Latvia", "northern", "2004-05-01", "Latvija|Lettonie|Lettland"),
  country("LI", "LIE", "Liechtenstein", "western", "", "Principality of Liechtenstein|FL"),
  country("LT", "LTU", "Lithuania", "northern", "2004-05-01", "Lietuva|Lituanie|Litauen"),
  country("LU", "LUX", "Luxembourg", "western", "1958-01-01", "Luxemburg|Lëtzebuerg|Grand Duchy of Luxembourg"),
  country("MT", "MLT", "Malta", "southern", "2004-05-01", "Malte|Repubblika ta' Malta"),
  country("MD", "MDA", "Moldova", "central-eastern", "", "Moldavia|Republica Moldova|Moldavie|Moldau|Moldawien"),
  country("ME", "MNE", "Montenegro", "central-eastern", "", "Crna Gora|Monténégro"),
  country("NL", "NLD", "Netherlands", "western", "1958-01-01", "Nederland|Holland|Pays-Bas|Niederlande"),
  country(
    "MK",
    "MKD",
    "North Macedonia",
    "central-eastern",
    "",
    "Macedonia|FYROM|FYR Macedonia|Former Yugoslav Republic of Macedonia|Severna Makedonija|Makedonija|Macédoine du Nord|Nordmazedonien",
  ),
  country("NO", "NOR", "Norway", "northern", "", "Norge|Noreg|Norvège|Norwegen"),
  country("PL", "POL", "Poland", "central-eastern", "2004-05-01", "Polska|Pologne|Polen"),
  country("PT", "PRT", "Portugal", "southern", "1986-01-01", "República Portuguesa|Portuguese Republic"),
  country("RO", "ROU", "Romania", "central-eastern", "2007-01-01", "România|Roumanie|Rumänien|Rumaenien|ROM"),
  country("RS", "SRB", "Serbia", "central-eastern", "", "Srbija|Serbie|Serbien"),
  country(
    "SK",
    "SVK",
    "Slovakia",
    "central-eastern",
    "2004-05-01",
    "Slovak Republic|Slovak Rep|Slovensko|Slovenská republika|Slovaquie|République slovaque|Slowakei|Slowakische Republik",
  ),
  country("SI", "SVN", "Slovenia", "central-eastern", "2004-05-01", "Slovenija|Slovénie|Slowenien|SLO"),
  country("ES", "ESP", "Spain", "southern", "1986-01-01", "España|Espana|Espagne|Spanien"),
  country("SE", "SWE", "Sweden", "northern", "1995-01-01", "Sverige|Suède|Schweden"),
  country(
    "CH",
    "CHE",
    "Switzerland",
    "western",
    "",
    "Suisse|Schweiz|Svizzera|Svizra|Swiss Confederation|Confoederatio Helvetica",
  ),
  country("TR", "TUR", "Türkiye", "southern", "", "Turkey|Turkiye|Turquie|Türkei|Tuerkei"),
  country("UA", "UKR", "Ukraine", "central-eastern", "", "Ukraina|Україна|Ukrayina"),
  country(
    "UK",
    "GBR",
    "United Kingdom",
    "western",
    "1973-01-01",
    "Great Britain|Britain|UK of Great Britain and Northern Ireland|United Kingdom of Great Britain and Northern Ireland|Royaume-Uni|Grande-Bretagne|Vereinigtes Königreich|Großbritannien|Grossbritannien|U.K.",
    { iso2: "GB", left: "2020-01-31" },
  ),
];
