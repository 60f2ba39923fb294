import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { describeTerms } from "../../core/query/describe-filter.ts";
import { evaluate } from "../../core/query/evaluate.ts";
import type { Reading, Term } from "../../core/query/filter.ts";
import { printTerm } from "../../core/query/filter-text.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { withoutTerm } from "../shared/workspace.ts";

/** Says that nothing passes the filter, and what each part's removal would bring back. */
export function NothingLeft(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { filter, reading } = workspace.view;
  const ways = describeTerms(dataset, filter, reading).map(({ term, text }) => {
    const left = evaluate(dataset, withoutTerm(filter, term), reading);
    return { term, text, count: reading === "states" ? left.respondents.count : left.responses.count };
  });
  const remove = (term: Term) => {
    dispatch({ kind: "remove-term", term });
    // The button goes with what it says: the focus stays on the screen that shows what came back.
    document.getElementById("screen")?.focus();
  };
  return (
    <Stack gap="sm" py="xl" px="md">
      <Text>No {reading === "states" ? "state" : "response"} passes all parts of the filter. Remove one:</Text>
      {ways.map(({ term, text, count }) => (
        <Group key={printTerm(term)} gap="sm">
          <Button variant="default" size="compact-sm" onClick={() => remove(term)}>
            {text}
          </Button>
          <Text c="dimmed">leaves {inWords(count, reading)}</Text>
        </Group>
      ))}
    </Stack>
  );
}

function inWords(count: number, reading: Reading): string {
  const one = reading === "states" ? "state" : "response";
  return count === 0 ? `no ${one} either` : `${count} ${count === 1 ? one : reading}`;
}
