import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { problemOf } from "../../src/api/problem.ts";
import { problemSchema } from "../../src/api/problem-schema.ts";

function thrown(stack: string, message = "a secret note"): Error {
  return Object.assign(new Error(message), { stack });
}

describe("what is told of an error", () => {
  test("is its name and the places in the program, of all browsers and of Node", () => {
    const stacks = [
      "Error: a secret note\n    at Class.method (file:///home/ana/app/out/main.js:10:20)\n    at async http://127.0.0.1:4711/assets/main-Ab_1.js:1:2",
      "method@http://127.0.0.1:4711/assets/main.js:10:20\n@http://127.0.0.1:4711/assets/main.js:1:2",
      "Error: a secret note\n    at new Class (C:\\Users\\ana\\app\\main.js:10:20)",
    ];
    expect(stacks.map((stack) => problemOf("internal", thrown(stack)).frames)).toEqual([
      ["Class.method main.js:10:20", "main-Ab_1.js:1:2"],
      ["method main.js:10:20", "main.js:1:2"],
      ["Class main.js:10:20"],
    ]);
  });

  test("is its code where the system gives one", () => {
    const error = Object.assign(new Error("ENOSPC: no space left, write '/home/ana/secret'"), { code: "ENOSPC" });
    expect(problemOf("storage", error)).toMatchObject({ kind: "storage", name: "ENOSPC" });
    expect(problemOf("uncaught", "a secret note")).toEqual({ kind: "uncaught", name: "NoError", frames: [] });
    expect(problemOf("uncaught", Object.assign(new Error(""), { name: "two words" })).name).toBe("Error");
  });

  test("fits its schema and holds nothing of the message, whatever that is", () => {
    const words = fc
      .array(fc.string({ minLength: 3 }), { minLength: 1 })
      .map((parts) => `zebra ${parts.join("\n    at ")} (zebra.docx:1:2)\n    at zebra (zebra.docx:3:4)`);
    fc.assert(
      fc.property(words, (message) => {
        const problem = problemOf("internal", new Error(message));
        expect(problemSchema.parse(problem)).toEqual(problem);
        expect(JSON.stringify(problem)).not.toContain("zebra");
      }),
    );
  });

  test("would hold words of the message if the stack were taken as it is, as this check would see", () => {
    expect(thrown(new Error("zebra").stack ?? "").stack).toContain("zebra");
  });

  test("is refused where it holds words, whoever sends it", () => {
    const sound = { kind: "crash", name: "TypeError", frames: ["render main.js:1:2"] };
    expect(problemSchema.safeParse(sound).success).toBe(true);
    for (const wrong of [
      { ...sound, name: "a secret note" },
      { ...sound, frames: ["a secret note"] },
      { ...sound, frames: ["a secret note main.js:1:2"] },
      { ...sound, frames: ["render main.js:1:2\nsecret"] },
      { ...sound, frames: Array.from({ length: 21 }, () => "main.js:1:2") },
      { ...sound, message: "a secret note" },
    ])
      expect(problemSchema.safeParse(wrong).success).toBe(false);
  });
});
