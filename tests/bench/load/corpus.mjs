import { pick, seeded } from "../seeded.mjs";

const WORDS = "border police monitors open groups reports content providers network evidence court closed posts".split(
  " ",
);
const CODES = [
  ["yes", "affirmative"],
  ["no-practice", "none-reported"],
  ["no-information", "no-information"],
];
const RESPONDENTS = 300;
const SUMMARY_WORDS = 58;

/** The files of a package with about n responses in it, of some 470 characters each. */
export function makeCorpus(n) {
  const random = seeded(1055);
  const states = range(RESPONDENTS).map((i) => `S${i}`);
  const questions = range(Math.ceil(n / RESPONDENTS)).map((i) => `3.${i}`);
  const summary = () =>
    range(SUMMARY_WORDS)
      .map(() => pick(random, WORDS))
      .join(" ");
  const empty = {
    "observations.csv": "variable,respondent,code,basis,locator",
    "examples.csv": "id,question,respondent,variable,code,text,locator",
    "findings.csv": "id,question,variable,code,speaker,scope,text,locator",
    "stated-counts.csv": "id,question,variable,codes,base,printed,relation,value,locator",
    "tensions.csv": "id,when,why,follow_up,locator",
    "caveats.csv": "id,about,what,handling,locator",
  };
  return {
    "datapackage.json": JSON.stringify({
      name: "large",
      title: "A large query",
      version: "1.0.0",
      query: { title: "A large query" },
    }),
    "respondents.csv": csv(
      "code,iso2,iso3,name,membership,region,joined_eu,dissemination",
      states.map((state) => [state, state, state, `State ${state}`, "member", "western", "1958", "unknown"]),
    ),
    "questions.csv": csv(
      "id,order,parent,label,wording,theme",
      questions.map((id, i) => [id, i + 1, "", `Question ${id}`, "What is asked?", "unknown"]),
    ),
    "variables.csv": csv(
      "id,question,label,kind,definition",
      questions.map((id) => [`v${id}`, id, `Answer ${id}`, "answer", "What is coded."]),
    ),
    "codes.csv": csv(
      "variable,code,label,meaning,order,definition",
      questions.flatMap((id) =>
        CODES.map(([code, meaning], i) => [`v${id}`, code, code, meaning, i + 1, "When it is given."]),
      ),
    ),
    "responses.csv": csv(
      "question,respondent,answer,summary,basis,locator",
      questions.flatMap((id) =>
        states.map((state) => [
          id,
          state,
          pick(random, CODES)[0],
          `"${summary()}, as ""told"""`,
          "listed",
          "3.1 ¶1;3.1 ¶4",
        ]),
      ),
    ),
    ...Object.fromEntries(Object.entries(empty).map(([file, header]) => [file, `${header}\n`])),
  };
}

function csv(header, rows) {
  return `${[header, ...rows.map((cells) => cells.join(","))].join("\n")}\n`;
}

function range(length) {
  return Array.from({ length }, (_, i) => i);
}
