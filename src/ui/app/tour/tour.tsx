import { Button, CloseButton, Popover } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from "react";
import { useSettings } from "../../shared/use-settings.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./tour.module.css";
import { TOUR_STEPS, type TourStep } from "./tour-steps.ts";
import { usePlaceOf } from "./use-place-of.ts";

/** Leads from screen to screen and points at what each is for; ends where it began, with the focus where it was. */
export function Tour({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const { change } = useSettings();
  const [at, setAt] = useState(0);
  const [before] = useState({ screen: workspace.screen, focus: document.activeElement });
  const step = TOUR_STEPS[at];
  useEffect(() => change({ knowsTour: true }), [change]);
  const screen = step?.screen;
  useEffect(() => {
    if (screen !== undefined) dispatch({ kind: "go", screen });
  }, [screen, dispatch]);
  const end = () => {
    onClose();
    dispatch({ kind: "go", screen: before.screen });
    const { focus } = before;
    if (focus instanceof HTMLElement && focus !== document.body && focus.isConnected) focus.focus();
    else document.getElementById("screen")?.focus();
  };
  const go = (by: number) => {
    if (at + by >= TOUR_STEPS.length) end();
    else setAt(Math.max(0, at + by));
  };
  // Before its screen is there, another one may have what looks like its target.
  if (step === undefined || workspace.screen !== step.screen) return null;
  return <Stop key={at} step={step} at={at} onGo={go} onEnd={end} />;
}

interface StopProps {
  readonly step: TourStep;
  readonly at: number;
  readonly onGo: (by: number) => void;
  readonly onEnd: () => void;
}

function Stop({ step, at, onGo, onEnd }: StopProps): ReactNode {
  const place = usePlaceOf(step.target);
  const [title, text] = [useId(), useId()];
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowRight: () => onGo(1),
      ArrowLeft: () => onGo(-1),
      Escape: onEnd,
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  if (place === null) return null;
  const isLast = at === TOUR_STEPS.length - 1;
  return (
    <Popover
      opened
      position={step.side}
      width={340}
      withArrow
      arrowSize={12}
      offset={12}
      trapFocus
      withRoles={false}
      hideDetached={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      shadow="md"
    >
      <Popover.Target>
        <div className={classes.ring} style={{ ...boxOf(place) }} aria-hidden />
      </Popover.Target>
      <Popover.Dropdown>
        <div
          role="dialog"
          aria-labelledby={title}
          aria-describedby={text}
          className={classes.card}
          onKeyDown={onKeyDown}
        >
          <div className={classes.head}>
            <h2 id={title}>{step.title}</h2>
            <CloseButton size="sm" aria-label="Leave the tour" onClick={onEnd} />
          </div>
          <p id={text}>{step.text}</p>
          <div className={classes.foot}>
            <span className={classes.count}>
              {at + 1} of {TOUR_STEPS.length}
            </span>
            {at > 0 && (
              <Button size="compact-sm" variant="default" onClick={() => onGo(-1)}>
                Back
              </Button>
            )}
            <Button ref={takeFocus} size="compact-sm" data-autofocus onClick={() => onGo(1)}>
              {isLast ? "Done" : "Next"}
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

// In the moment it is there: its keys are the card's.
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus({ preventScroll: true });
}

function boxOf({ left, top, width, height }: Readonly<Record<"left" | "top" | "width" | "height", number>>) {
  return { left, top, width, height };
}
