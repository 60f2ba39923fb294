import { Menu } from "@mantine/core";
import { type ComponentPropsWithoutRef, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { NOTE_STATUSES, type Note } from "../../core/notebook/note.ts";
import classes from "./notes-mark.module.css";
import { usePackage } from "./use-workspace.tsx";

/** What the button of a mark is given. */
export type MarkProps = ComponentPropsWithoutRef<"button">;

interface NotesMenuProps {
  readonly mark: MarkProps;
  readonly notes: readonly Note[];
  /** Whether its list stands where it is in the page, within a part that closes at a click elsewhere. */
  readonly isInPopover: boolean;
}

/** A mark with the list of its notes, which opens at once. */
export function NotesMenu({ mark, notes, isInPopover }: NotesMenuProps): ReactNode {
  const { dispatch } = usePackage();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  // It takes the place of the mark that was clicked, and the list that opens then gives the focus back to it.
  useLayoutEffect(() => {
    button.current?.focus();
    setOpen(true);
  }, []);
  const open = (note: string) => {
    dispatch({ kind: "note", note });
    dispatch({ kind: "go", screen: "notebook" });
  };
  return (
    <Menu
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      returnFocus
      withinPortal={!isInPopover}
      portalProps={{ target: "#screen" }}
    >
      <Menu.Target>
        <button {...mark} ref={button} />
      </Menu.Target>
      {/* Escape closes the list, and not the response as well that it is open over. */}
      <Menu.Dropdown onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}>
        {notes.slice(0, MOST_LISTED).map(({ id, title, status }) => (
          <Menu.Item
            key={id}
            rightSection={<span className={classes.status}>{NOTE_STATUSES[status]}</span>}
            onClick={(event) => {
              event.stopPropagation();
              open(id);
            }}
          >
            <span className={classes.title}>{title}</span>
          </Menu.Item>
        ))}
        {notes.length > MOST_LISTED && <Menu.Label>and {notes.length - MOST_LISTED} more in the notebook</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}

const MOST_LISTED = 12;
