import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AnswerBars } from "../../src/charts/answer-bars.tsx";
import { chartFile } from "../../src/charts/chart-file.ts";
import { PAGE_THEME, PAPER_THEME } from "../../src/charts/chart-theme.ts";
import { CombinationPlot } from "../../src/charts/combination-plot.tsx";
import { EuropeMap } from "../../src/charts/europe-map.tsx";
import { answerShares } from "../../src/core/analysis/answer-shares.ts";
import { codeCombinations } from "../../src/core/analysis/code-combinations.ts";
import { tinyDataset } from "../fixtures/tiny-dataset.ts";

const dataset = tinyDataset({
  respondents: ["BE", "CZ", "ZZ"],
  questions: [
    {
      id: "1",
      variable: "does",
      answers: ["yes", "no", "unknown"],
      multiple: { tools: { codes: ["axe", "saw"], of: { BE: ["axe", "saw"] } } },
    },
  ],
});
const everyone = ["BE", "CZ", "ZZ"];
const shares = answerShares(dataset, everyone);
const states = [
  { code: "BE", name: "Belgium", meaning: "affirmative", answer: "Yes", passes: true },
  { code: "ZZ", name: "Elsewhere", meaning: "no-information", answer: "Unknown", passes: false },
] as const;

describe("bars", () => {
  test("tell each part with its number and its states", () => {
    const svg = renderToStaticMarkup(
      <AnswerBars shares={shares} title="Answers" width={600} theme={PAGE_THEME} onChoose={() => undefined} />,
    );
    expect(svg).toContain('aria-label="1 Affirmative: 1 of 3, BE"');
    expect(svg).toContain('aria-label="1 No information: 1 of 3, ZZ"');
  });

  test("fill what is known, and draw silence as an outline", () => {
    const svg = renderToStaticMarkup(<AnswerBars shares={shares} title="Answers" width={600} theme={PAPER_THEME} />);
    expect(svg).toContain(`fill="${PAPER_THEME.meaning("affirmative")}"`);
    expect(svg).not.toContain(`fill="${PAPER_THEME.meaning("no-information")}" fill-opacity`);
  });
});

describe("the map", () => {
  test("shows states of the network that did not answer, and respondents that are not on it", () => {
    const svg = renderToStaticMarkup(<EuropeMap states={states} title="Map" width={600} theme={PAPER_THEME} />);
    expect(svg).toContain(">AT</text>");
    expect(svg).toContain(">ZZ</text>");
    expect(svg).toContain("Did not answer: AT, BG");
    expect(svg).toContain("did not answer this query (27)");
  });
});

describe("combinations", () => {
  test("say whom each column stands for, and who names nothing or is not known", () => {
    const data = codeCombinations(dataset, "tools", everyone);
    const svg = renderToStaticMarkup(<CombinationPlot data={data} title="Tools" width={600} theme={PAPER_THEME} />);
    expect(svg).toContain("Label of axe and Label of saw: BE.");
    expect(svg).toContain("None named: CZ. Not known: ZZ.");
  });
});

describe("a file", () => {
  const file = chartFile(<AnswerBars shares={shares} title="Answers" width={600} theme={PAPER_THEME} />, {
    title: 'Answers <of> "3" & more',
    lines: ["All states: 3 of 3 states."],
  });

  test("carries title and caption, escaped", () => {
    expect(file).toContain("Answers &lt;of> &quot;3&quot; &amp; more</text>");
    expect(file).toContain(">All states: 3 of 3 states.</text>");
  });

  test("holds plain colours and nothing to click", () => {
    expect(file).not.toContain("var(--");
    expect(file).not.toContain('role="button"');
  });
});
