import { Button, Popover, TextInput } from "@mantine/core";
import { IconBookmark } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useState } from "react";
import type { SavedView } from "../../../api/saved-view.ts";
import { parseAddress, printAddress } from "../../shared/address.ts";
import { useViews } from "../../shared/use-views.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { ViewLine } from "./view-line.tsx";
import classes from "./views-menu.module.css";

/** The views that were saved of this package, and the way to save the one on screen. */
export function ViewsMenu(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { views, problem, save, rename, move, remove, bringBack } = useViews(dataset.info.name);
  const [isOpen, setOpen] = useState(false);
  const [removed, setRemoved] = useState<SavedView | null>(null);
  const address = printAddress(workspace);
  const open = (view: SavedView) => {
    setOpen(false);
    dispatch({ kind: "open", place: parseAddress(view.address, dataset) });
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconBookmark size={15} aria-hidden />}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          Views{views.length > 0 && ` ${views.length}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Views">
        <SaveForm
          taken={views.map(({ name }) => name)}
          onSave={(name) => {
            save(name, address);
            setRemoved(null);
          }}
        />
        {views.length === 0 && (
          <p className={classes.empty}>
            A view keeps the screen, the filter and the comparison under a name, to come back to.
          </p>
        )}
        <ul className={classes.list}>
          {views.map((view, i) => (
            <ViewLine
              key={view.id}
              view={view}
              isCurrent={view.address === address}
              isFirst={i === 0}
              isLast={i === views.length - 1}
              onOpen={() => open(view)}
              onRename={(name) => rename(view, name)}
              onMove={(step) => move(view, step)}
              onRemove={() => {
                remove(view);
                setRemoved(view);
              }}
            />
          ))}
        </ul>
        <div role="status" className={classes.status}>
          {problem !== "" && <span className={classes.problem}>{problem}</span>}
          {problem === "" && removed !== null && (
            <>
              “{removed.name}” removed.
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => {
                  bringBack(removed);
                  setRemoved(null);
                }}
              >
                Bring back
              </Button>
            </>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface SaveFormProps {
  readonly taken: readonly string[];
  readonly onSave: (name: string) => void;
}

function SaveForm({ taken, onSave }: SaveFormProps): ReactNode {
  const [name, setName] = useState("");
  const trimmed = name.trim();
  const isTaken = taken.includes(trimmed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (trimmed === "" || isTaken) return;
    onSave(trimmed);
    setName("");
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        size="xs"
        aria-label="Name for what is on screen"
        placeholder="Name of the view"
        maxLength={120}
        value={name}
        error={isTaken && "There is a view of this name"}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" disabled={trimmed === "" || isTaken}>
        Save view
      </Button>
    </form>
  );
}
