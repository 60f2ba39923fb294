import { expect, test } from "vitest";
import { readPackage } from "../../src/formats/read-package.ts";
import { hostGate } from "../../src/service/host-gate.ts";
import { smallPackage } from "../fixtures/small-package.ts";

test("a host names a package by the same digest as a page, whatever characters are in it", () => {
  for (const said of ["plain", "Übergang, ¶ 3 •", 'a ""word""', "🦊 and \ud800 alone", "two\nlines"]) {
    const caveats = `id,about,what,handling,locator\nc1,small,"${said}",left,3.1\n`;
    const files = smallPackage({ "caveats.csv": caveats });
    const [inPage, inHost] = [readPackage(files), readPackage(files, hostGate)];
    expect(inPage.faults).toBeUndefined();
    expect(inHost.dataset?.digest).toBe(inPage.dataset?.digest);
  }
});
