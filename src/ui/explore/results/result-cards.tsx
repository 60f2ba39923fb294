import {
  type Dispatch,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useMemo,
  useState,
} from "react";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { type CardsBy, cardsOf } from "./card.ts";
import type { ResponseSelection, SelectionAction, Shown } from "./response-selection.ts";
import { ResultCard } from "./result-card.tsx";
import classes from "./result-cards.module.css";
import { useGrowing } from "./use-growing.ts";

interface ResultCardsProps {
  readonly shown: Shown;
  readonly by: CardsBy;
  readonly wanted: readonly string[];
  readonly selection: ResponseSelection;
  readonly select: Dispatch<SelectionAction>;
}

/** Cards that are drawn at a time: more than a high window shows. */
const STEP = 12;

/** A card a state or a question with the responses that the filter leaves. Arrows move, Enter opens, the box at the left selects. */
export function ResultCards({ shown, by, wanted, selection, select }: ResultCardsProps): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const cards = useMemo(() => cardsOf(dataset, shown, by), [dataset, shown, by]);
  const { drawn, end } = useGrowing(cards.length, STEP);
  const [focused, setFocused] = useState(-1);
  // What a range runs over, and what all is, is as it stands on the cards.
  const inOrder = useMemo(() => Uint32Array.from(cards.flatMap(({ positions }) => positions)), [cards]);
  const current = inOrder.includes(focused) ? focused : (inOrder[0] ?? -1);
  const { detail } = workspace;
  const open = dataset.responses.findIndex(
    ({ question, respondent }) => question === detail?.question && respondent === detail.respondent,
  );

  const toggleOpen = (position: number) => {
    const response = dataset.responses[position];
    if (response === undefined) return;
    const { question, respondent } = response;
    dispatch({ kind: "detail", detail: position === open ? null : { question, respondent } });
  };
  const onClick = (event: MouseEvent) => {
    const position = positionOf(event.target);
    // Around its box a press is passed on to the box, and comes a second time.
    if (position === null || event.target instanceof HTMLLabelElement) return;
    const isMany = event.shiftKey || event.ctrlKey || event.metaKey;
    if (!isBox(event.target) && !isMany) toggleOpen(position);
    else select(event.shiftKey ? { kind: "range", position, shown: inOrder } : { kind: "toggle", position });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") {
      event.preventDefault();
      select({ kind: "all", shown: inOrder });
    } else moveFocus(event);
  };
  const onFocus = (event: FocusEvent) => {
    const position = positionOf(event.target);
    if (position !== null) setFocused(position);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed is the buttons and boxes within, of which there may be thousands.
    <div className={classes.scroller} data-scroller onClick={onClick} onKeyDown={onKeyDown} onFocus={onFocus}>
      <div className={classes.cards}>
        {cards.slice(0, drawn).map((card) => (
          <ResultCard
            key={card.key}
            dataset={dataset}
            card={card}
            wanted={wanted}
            chosen={card.positions.filter((position) => selection.chosen.has(position))}
            open={card.positions.includes(open) ? open : -1}
            current={card.positions.includes(current) ? current : -1}
          />
        ))}
      </div>
      <div ref={end} className={classes.end} />
    </div>
  );
}

// Up and down go from response to response over all cards; left goes to its box, right back.
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const item = event.target instanceof Element ? event.target.closest("[data-position]") : null;
  const isLine = event.target instanceof HTMLButtonElement;
  const within = isLine ? "[data-line]" : "[type=checkbox]";
  const next = NEXT[event.key]?.(item, [...event.currentTarget.querySelectorAll("[data-position]")]) ?? null;
  const side = { ArrowLeft: "[type=checkbox]", ArrowRight: "[data-line]" }[event.key];
  const target = side === undefined ? next?.querySelector(within) : item?.querySelector(side);
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  target.focus();
}

type Step = (item: Element | null, all: readonly Element[]) => Element | null;

const NEXT: Readonly<Partial<Record<string, Step>>> = {
  ArrowDown: (item, all) => all[placeAmong(item, all) + 1] ?? null,
  ArrowUp: (item, all) => all[placeAmong(item, all) - 1] ?? null,
  Home: (_, all) => all[0] ?? null,
  End: (_, all) => all.at(-1) ?? null,
};

function placeAmong(item: Element | null, all: readonly Element[]): number {
  return item === null ? -1 : all.indexOf(item);
}

function positionOf(target: EventTarget): number | null {
  const item = target instanceof Element ? target.closest<HTMLElement>("[data-position]") : null;
  return item === null ? null : Number(item.dataset.position);
}

function isBox(target: EventTarget): boolean {
  return target instanceof HTMLInputElement;
}
