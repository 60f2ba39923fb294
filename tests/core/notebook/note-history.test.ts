import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_FIELDS, type NoteFields } from "../../../src/core/notebook/note.ts";
import {
  type Changes,
  headsOf,
  inOrder,
  type NoteChange,
  newIn,
  unionOf,
} from "../../../src/core/notebook/note-change.ts";
import { noteHistory, noteOf } from "../../../src/core/notebook/note-history.ts";

const ID = "11111111-1111-4111-8111-111111111111";
const NONE: Changes = new Map();

function at(minute: number): string {
  return `2026-01-01T10:${String(minute).padStart(2, "0")}:00.000Z`;
}

function version(number: number): string {
  return number.toString(16).padStart(32, "0");
}

/** A copy of the note after one more change there. */
function written(changes: Changes, number: number, given: Partial<NoteChange>): Changes {
  const change = {
    version: version(number),
    parents: headsOf(changes),
    kind: "change",
    at: at(number),
    by: "",
    fields: {},
  } as const;
  return unionOf(changes, new Map([[change.version, { ...change, ...given }]]));
}

const FIRST = written(NONE, 1, { kind: "add", by: "Ana", fields: { ...EMPTY_FIELDS, title: "Which tools?" } });

/** The copies of one note at several colleagues after a life of edits and merges. */
function copies(): fc.Arbitrary<readonly Changes[]> {
  const who = fc.nat(2);
  const fields: fc.Arbitrary<Partial<NoteFields>> = fc.oneof(
    fc.record({ title: fc.constantFrom("A", "B", "C") }),
    fc.record({ body: fc.constantFrom("x", "y"), tags: fc.constantFrom<string[]>(["t"], []) }),
    fc.record({ priority: fc.constantFrom("low" as const, "high" as const) }),
  );
  const edit = fc.record({ who, kind: fc.constant("change" as const), fields, minute: fc.nat(59) });
  const flip = fc.record({ who, kind: fc.constantFrom("delete" as const, "restore" as const), minute: fc.nat(59) });
  const merge = fc.record({ who, kind: fc.constant("merge" as const), from: who });
  return fc.array(fc.oneof(edit, edit, flip, merge), { maxLength: 25 }).map((steps) => {
    const held: Changes[] = [FIRST, FIRST, FIRST];
    steps.forEach((step, i) => {
      const own = held[step.who] ?? NONE;
      if (step.kind === "merge") held[step.who] = unionOf(own, held[step.from] ?? NONE);
      else
        held[step.who] = written(own, i + 2, {
          ...step,
          fields: step.kind === "change" ? step.fields : {},
          at: at(step.minute),
        });
    });
    return held;
  });
}

function states(changes: Changes): unknown {
  return { note: noteOf(ID, changes), history: noteHistory(changes) };
}

describe("merging the copies of a note", () => {
  test("gives the same note and history in whatever order", () => {
    fc.assert(
      fc.property(copies(), ([a = NONE, b = NONE, c = NONE]) => {
        expect(states(unionOf(a, b))).toEqual(states(unionOf(b, a)));
        expect(states(unionOf(unionOf(a, b), c))).toEqual(states(unionOf(a, unionOf(b, c))));
      }),
    );
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(copies(), ([a = NONE, b = NONE]) => {
        const merged = unionOf(a, b);
        expect(newIn(merged, b)).toEqual([]);
        expect(newIn(merged, a)).toEqual([]);
        expect(states(unionOf(merged, b))).toEqual(states(merged));
        expect(states(unionOf(merged, new Map(newIn(merged, b).map((own) => [own.version, own]))))).toEqual(
          states(merged),
        );
      }),
    );
  });

  test("loses no value that was written last in some copy, unless another copy knew it and wrote over it", () => {
    fc.assert(
      fc.property(copies(), (held) => {
        const merged = held.reduce(unionOf, NONE);
        const { contested, ...note } = noteOf(ID, merged);
        const values = contested.title?.map(({ value }) => value) ?? [note.title];
        for (const { fields, version: own } of merged.values()) {
          if (fields.title === undefined || values.includes(fields.title)) continue;
          const isFollowed = [...merged.values()].some(
            (other) => other.fields.title !== undefined && isBehind(merged, other.version, own),
          );
          expect(isFollowed).toBe(true);
        }
      }),
    );
  });
});

describe("what two wrote without knowing of each other", () => {
  const ana = written(FIRST, 2, { by: "Ana", fields: { title: "Which programs?" } });
  const ben = written(FIRST, 3, { by: "Ben", fields: { title: "Which crawlers?", body: "Since 2016." } });
  const both = unionOf(ana, ben);

  test("stands side by side, the latest first, and what one alone wrote is taken", () => {
    expect(noteOf(ID, both)).toMatchObject({
      title: "Which crawlers?",
      body: "Since 2016.",
      contested: {
        title: [
          { value: "Which crawlers?", at: at(3), by: "Ben" },
          { value: "Which programs?", at: at(2), by: "Ana" },
        ],
      },
    });
    expect(noteOf(ID, both).contested.body).toBeUndefined();
  });

  test("is settled by an edit of it, wherever that is merged, and by no other", () => {
    const settled = written(both, 4, { fields: { title: "Which crawlers?" } });
    expect(noteOf(ID, settled).contested).toEqual({});
    expect(noteOf(ID, unionOf(ana, settled)).contested).toEqual({});
    expect(Object.keys(noteOf(ID, written(both, 4, { fields: { body: "More." } })).contested)).toEqual(["title"]);
  });

  test("is no matter of dispute where it is the same", () => {
    const same = written(FIRST, 4, { fields: { title: "Which programs?" } });
    expect(noteOf(ID, unionOf(ana, same)).contested).toEqual({});
  });

  test("brings a note out of the trash where one deleted what the other changed", () => {
    const deleted = written(FIRST, 4, { kind: "delete" });
    expect(noteOf(ID, deleted).deleted).toBe(at(4));
    expect(noteOf(ID, unionOf(deleted, ben))).toMatchObject({ deleted: null, body: "Since 2016." });
    expect(noteOf(ID, unionOf(deleted, FIRST)).deleted).toBe(at(4));
  });
});

describe("the history of a note", () => {
  test("says who changed what and when, from what to what", () => {
    const second = written(FIRST, 2, { by: "Ben", fields: { title: "Which tools?", status: "ready" } });
    expect(noteHistory(second).map(({ by, kind, at: when }) => [by, kind, when])).toEqual([
      ["Ana", "add", at(1)],
      ["Ben", "change", at(2)],
    ]);
    expect(noteHistory(second)[1]).toMatchObject({
      changed: [{ field: "status", from: "idea", to: "ready" }],
      fields: { title: "Which tools?", status: "ready" },
    });
  });

  test("that runs in a circle has no order", () => {
    const change = (own: number, parent: number): NoteChange => {
      return { version: version(own), parents: [version(parent)], kind: "change", at: at(1), by: "", fields: {} };
    };
    expect(inOrder(new Map([change(1, 2), change(2, 1)].map((own) => [own.version, own])))).toBeNull();
  });
});

function isBehind(changes: Changes, from: string, wanted: string): boolean {
  const parents = changes.get(from)?.parents ?? [];
  return parents.includes(wanted) || parents.some((parent) => isBehind(changes, parent, wanted));
}
