import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

// Writes docs/dependencies.md from what the program's own code imports and what package-lock.json says of it; with --print it only prints.
const root = resolve(import.meta.dirname, "..");
const packages = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;

/** Why each package that the program imports is there: what it does, and why not by our own code. */
const WHY = {
  "@hono/node-server": "serves the one web handler on the loopback port: Node's requests as the web's",
  "@mantine/core": "the parts of the page: dialogs, fields, menus with keys and names for screen readers",
  "@tabler/icons-react": "icons, drawn in the page; none is fetched",
  "@tanstack/react-virtual": "draws only the rows in sight of tables of any length",
  "@zip.js/zip.js": "reads and writes zips in page and Node alike; limits and names are checked by our own code before",
  docx: "writes Word documents",
  electron: "the desktop program's window: Chromium and Node; installed beside the bundle, not in it",
  fflate: "inflates the parts of zips whose limits were checked",
  hono: "routes the requests of page and programs in one handler, in every host",
  lowdb: "holds settings and snapshots; its own file adapter is not used, which may lose what it has acknowledged",
  papaparse: "reads CSV; encoding, delimiter and names of columns are decided by our own code",
  react: "draws the page and the charts",
  "react-dom": "draws the page and the charts",
  "react-markdown": "shows a note's Markdown as React elements: raw HTML stays text, pictures are not fetched",
  "remark-gfm": "reads the tables of the guide",
  saxes: "reads the XML of workbooks as a stream, without entities of its own",
  zod: "checks whatever comes in, at every border",
};

const direct = importedPackages();
const unexplained = direct.filter((name) => WHY[name] === undefined);
if (unexplained.length > 0) {
  console.error(`scripts/dependencies.mjs does not say why the program needs ${unexplained.join(", ")}.`);
  process.exit(1);
}
const text = page();
if (process.argv.includes("--print")) process.stdout.write(text);
else writeFileSync(join(root, "docs/dependencies.md"), text);

function importedPackages() {
  const files = ["src", "electron"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const names = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/(?:^import|\bfrom|\bimport\() ?"([^".][^"]*)"/gm)].map(([, name]) => name),
  );
  const bare = names.filter((name) => !name.startsWith("node:")).map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)[0]);
  return [...new Set(bare)].filter((name) => packages[`node_modules/${name}`] !== undefined).sort();
}

/** The packages that these need in turn, each with who needs it; those that only bring types are in no bundle. */
function neededBy(names) {
  const found = new Map();
  const queue = names.filter((name) => name !== "electron").map((name) => [name, `node_modules/${name}`]);
  const seen = new Set(queue.map(([, path]) => path));
  for (const [name, path] of queue) {
    const { dependencies, peerDependencies } = packages[path];
    for (const dependency of Object.keys({ ...dependencies, ...peerDependencies })) {
      const at = placeOf(dependency, path);
      if (at === null || dependency.startsWith("@types/")) continue;
      found.set(at, [...(found.get(at) ?? []), name]);
      if (!seen.has(at)) queue.push([dependency, at]);
      seen.add(at);
    }
  }
  return found;
}

// As Node looks for it: beside the package's own, then further up.
function placeOf(name, from) {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf("/node_modules/"))) {
    const own = `${folder}/node_modules/${name}`;
    if (packages[own] !== undefined) return own;
    if (!folder.includes("/node_modules/"))
      return packages[`node_modules/${name}`] === undefined ? null : `node_modules/${name}`;
  }
}

function page() {
  const indirect = [...neededBy(direct)].filter(([path]) => !direct.includes(nameOf(path))).sort();
  return `# What is in the program

Written by \`node scripts/dependencies.mjs\` from the code's imports and \`package-lock.json\`; a test holds it to both. Everything here is bundled when the
program is built: the published package has no \`dependencies\`, and nothing is fetched when it is installed or when it runs. Versions are pinned.

## What the code imports

| package | version | licence | why |
|---|---|---|---|
${direct.map((name) => row(`node_modules/${name}`, WHY[name])).join("\n")}

## What those need in turn

Only what is really used of them is in the bundle. The build writes the licence texts of that beside it: \`out/page/licences.md\`, \`out/hosts/licences.md\`,
\`out/main/licences.md\`.

| package | version | licence | for |
|---|---|---|---|
${indirect.map(([path, users]) => row(path, usersOf(users))).join("\n")}
`;
}

function usersOf(users) {
  const named = [...new Set(users)].sort().map((user) => `\`${user}\``);
  return named.length > 3 ? `${named.slice(0, 2).join(", ")} and ${named.length - 2} others` : named.join(", ");
}

function row(path, last) {
  const { version, license } = packages[path];
  return `| \`${nameOf(path)}\` | ${version} | ${license ?? "?"} | ${last} |`;
}

function nameOf(path) {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}
