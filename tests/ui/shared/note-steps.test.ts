import { describe, expect, test } from "vitest";
import { EMPTY_FIELDS, type NoteFields } from "../../../src/core/notebook/note.ts";
import { applyEdit, EMPTY_NOTEBOOK, type Notebook, type NotebookEdit } from "../../../src/core/notebook/notebook.ts";
import { editOfStep, joinSteps, type NoteStep, stepBack } from "../../../src/ui/shared/note-steps.ts";

const id = "1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b";
const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 10, 0, second)).toISOString();
const add: NotebookEdit = { kind: "add", id, at: at(0), fields: { ...EMPTY_FIELDS, title: "Which tools?" } };

function withEdit(notebook: Notebook, edit: NotebookEdit): Notebook {
  const edited = applyEdit(notebook, edit);
  if (edited.refusal !== undefined) throw new Error(edited.refusal.kind);
  return edited.notebook;
}

const added = withEdit(EMPTY_NOTEBOOK, add);

function change(notebook: Notebook, fields: Partial<NoteFields>, second = 1): NotebookEdit {
  return { kind: "change", id, at: at(second), basedOn: notebook.notes[id]?.revision ?? 0, fields };
}

function step(edit: NotebookEdit, notebook: Notebook): NoteStep {
  const back = stepBack(edit, notebook.notes[id]);
  if (back === null) throw new Error("there is no step back");
  return back;
}

describe("undo of notes", () => {
  test("takes a change back and makes it again", () => {
    const edit = change(added, { status: "ready", tags: ["tools"] });
    const changed = withEdit(added, edit);
    const undo = editOfStep(step(edit, added), changed.notes[id], at(2));
    if (undo === null) throw new Error("it could not be undone");
    const undone = withEdit(changed, undo);
    expect(undone.notes[id]).toMatchObject({ status: "idea", tags: [], title: "Which tools?" });
    const redo = editOfStep(step(undo, changed), undone.notes[id], at(3));
    expect(redo).toMatchObject({ fields: { status: "ready", tags: ["tools"] } });
  });

  test("of an added note puts it in the trash, and of a deleted one takes it out", () => {
    const undo = editOfStep(step(add, EMPTY_NOTEBOOK), added.notes[id], at(1));
    expect(undo).toMatchObject({ kind: "delete", id });
    if (undo === null) return;
    const gone = withEdit(added, undo);
    expect(editOfStep(step(undo, added), gone.notes[id], at(2))).toMatchObject({ kind: "restore", id });
  });

  test("writes over nothing that was written since", () => {
    const edit = change(added, { body: "mine" });
    const since = withEdit(withEdit(added, edit), change(withEdit(added, edit), { body: "another’s" }));
    expect(editOfStep(step(edit, added), since.notes[id], at(5))).toBeNull();
  });

  test("leaves other fields as they became since", () => {
    const edit = change(added, { body: "mine" });
    const mine = withEdit(added, edit);
    const since = withEdit(mine, change(mine, { tags: ["seen"] }));
    expect(editOfStep(step(edit, added), since.notes[id], at(5))).toMatchObject({ fields: { body: "" } });
  });

  test("is no step where nothing changed", () => {
    expect(stepBack(change(added, { title: "Which tools?" }), added.notes[id])).toBeNull();
  });
});

describe("one piece of writing", () => {
  const first = change(added, { body: "a" }, 1);
  const one = withEdit(added, first);
  const second = change(one, { body: "ab" }, 3);
  const two = withEdit(one, second);

  test("is one step back to where it began", () => {
    const joined = joinSteps([step(first, added)], [step(second, one)]);
    const [back] = joined ?? [];
    if (back === undefined) throw new Error("they were not joined");
    expect(editOfStep(back, two.notes[id], at(4))).toMatchObject({ fields: { body: "" } });
  });

  test("ends with a rest, and is of one field of one note", () => {
    const later = change(one, { body: "ab" }, 45);
    expect(joinSteps([step(first, added)], [step(later, one)])).toBeNull();
    expect(joinSteps([step(first, added)], [step(change(one, { title: "b" }), one)])).toBeNull();
    const status = change(added, { status: "ready" });
    expect(
      joinSteps(
        [step(status, added)],
        [step(change(withEdit(added, status), { status: "asked" }), withEdit(added, status))],
      ),
    ).toBeNull();
  });
});
