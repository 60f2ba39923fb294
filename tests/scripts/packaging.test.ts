import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { isZipName } from "../../src/formats/file-kind.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const ROOT = resolve(import.meta.dirname, "../..");

interface Target {
  readonly target: string;
  readonly arch: readonly string[];
}

/** What of electron-builder's configuration is held to here; it checks the rest by its own schema before it does anything. */
interface BuilderConfig {
  readonly files: readonly string[];
  readonly asar: boolean;
  readonly extraResources: readonly { readonly from: string; readonly to: string }[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly fileAssociations: readonly { readonly ext: string }[];
  readonly win: { readonly target: readonly Target[]; readonly requestedExecutionLevel: string; readonly icon: string };
  readonly nsis: { readonly perMachine: boolean };
  readonly portable: { readonly requestExecutionLevel: string };
  readonly mac: { readonly target: readonly Target[]; readonly icon: string; readonly hardenedRuntime: boolean };
  readonly linux: { readonly target: readonly Target[]; readonly icon: string; readonly maintainer: string };
}

let config: BuilderConfig;
beforeAll(async () => {
  const file = join(ROOT, "scripts/packaging/builder-config.mjs");
  config = (await import(pathToFileURL(file).href)).default;
});

const source = (file: string) => readFileSync(join(ROOT, file), "utf8");

describe("the configuration of the installers", () => {
  test("makes what each system installs: per user and portable, universal, AppImage and deb", () => {
    const made = ({ target }: { readonly target: readonly Target[] }) =>
      target.flatMap(({ target: name, arch }) => arch.map((one) => `${name} ${one}`));
    expect(made(config.win)).toEqual(["nsis x64", "portable x64"]);
    expect(made(config.mac)).toEqual(["dmg universal"]);
    expect(made(config.linux)).toEqual(["AppImage x64", "deb x64"]);
  });

  test("asks no one for an administrator's rights", () => {
    expect(config.nsis.perMachine).toBe(false);
    expect(config.portable.requestExecutionLevel).toBe("user");
    expect(config.win.requestedExecutionLevel).toBe("asInvoker");
  });

  test("packs what the build makes and package.json names, and no package beside it", () => {
    const built = source("electron.vite.config.ts").match(/outDir: resolve\(root, "(out\/[a-z]+)"\)/g) ?? [];
    const folders = built.map((line) => `${/"(.*)"/.exec(line)?.[1]}/**`);
    expect(folders).toHaveLength(3);
    expect(config.files).toEqual(expect.arrayContaining([...folders, "package.json", "!node_modules/**"]));
    const { main } = JSON.parse(source("package.json"));
    expect(folders).toContain(`${main.split("/").slice(0, 2).join("/")}/**`);
  });

  test("puts data where the desktop program looks for it, outside the archive", () => {
    expect(source("electron/main.ts")).toContain('join(app.isPackaged ? process.resourcesPath : root, "data")');
    expect(config.extraResources).toContainEqual({ from: "data", to: "data" });
    for (const { from } of config.extraResources) expect(existsSync(join(ROOT, from))).toBe(true);
    expect(config.asar).toBe(true);
  });

  test("leaves no way in: what would run other code is off, what holds the program together is on", () => {
    const { electronFuses } = config;
    const off = [
      "runAsNode",
      "enableNodeOptionsEnvironmentVariable",
      "enableNodeCliInspectArguments",
      "grantFileProtocolExtraPrivileges",
      "loadBrowserProcessSpecificV8Snapshot",
    ];
    const on = ["onlyLoadAppFromAsar", "enableEmbeddedAsarIntegrityValidation", "enableCookieEncryption"];
    expect(off.filter((name) => electronFuses[name] !== false)).toEqual([]);
    expect(on.filter((name) => electronFuses[name] !== true)).toEqual([]);
  });

  test("opens by a double click only what the workbench reads as a package", () => {
    expect(config.fileAssociations.map(({ ext }) => ext)).toEqual(["ahqz"]);
    for (const { ext } of config.fileAssociations) expect(isZipName(`a.${ext}`)).toBe(true);
  });

  test("signs ad hoc without the hardened runtime, which such a signature cannot satisfy", () => {
    expect(config.mac.hardenedRuntime).toBe(false);
  });
});

test("every icon is drawn from the one SVG, in the sizes that the systems ask for", async () => {
  const out = await temporaryFolder();
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "scripts/make-icons.mjs"), "--out", out], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const pictures = readdirSync(join(out, "png")).map((name) => [name, sizeOf(readFileSync(join(out, "png", name)))]);
  expect(pictures.filter(([name, size]) => name !== `${size}.png`)).toEqual([]);
  expect(pictures.map(([name]) => name)).toEqual(
    expect.arrayContaining(["16x16.png", "32x32.png", "48x48.png", "256x256.png", "512x512.png", "1024x1024.png"]),
  );

  const ico = readFileSync(join(out, "icon.ico"));
  const inIco = Array.from({ length: ico.readUInt16LE(4) }, (_, i) => pictureAt(ico, 6 + 16 * i));
  expect(inIco).toEqual(expect.arrayContaining(["16x16", "32x32", "48x48", "256x256"]));

  const icns = readFileSync(join(out, "icon.icns"));
  expect(icns.subarray(0, 4).toString()).toBe("icns");
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  expect(chunkSizes(icns)).toMatchObject({ ic07: "128x128", ic08: "256x256", ic09: "512x512", ic10: "1024x1024" });
  for (const name of ["icon.ico", "icon.icns"])
    expect(Object.values([config.win.icon, config.mac.icon]).join()).toContain(name);
}, 60_000);

/** Width and height of a PNG, as its header says. */
function sizeOf(png: Buffer): string {
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

function pictureAt(ico: Buffer, entry: number): string {
  const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
  return sizeOf(ico.subarray(offset, offset + length));
}

function chunkSizes(icns: Buffer): Readonly<Record<string, string>> {
  const sizes: Record<string, string> = {};
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    sizes[icns.subarray(at, at + 4).toString()] = sizeOf(icns.subarray(at + 8));
  return sizes;
}
