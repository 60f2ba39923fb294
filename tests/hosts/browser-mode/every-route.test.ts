import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { describe, expect, onTestFinished, test } from "vitest";
import { CONTRACT, type MethodName } from "../../../src/api/contract.ts";
import { FILES_PATH, methodPath, PACKAGES_PATH } from "../../../src/api/paths.ts";
import { createWebHandler } from "../../../src/service/web-handler.ts";
import { isTorture, tell } from "../../fixtures/torture.ts";
import { openedService, type Sent, secretOf, send, started } from "./raw-requests.ts";

// The names of a table are its keys; the compiler only knows them to be strings.
const METHODS = Object.keys(CONTRACT) as readonly MethodName[];

const ROUTES: readonly (readonly [method: string, path: string])[] = [
  ...METHODS.map((name) => ["POST", methodPath(name)] as const),
  ["POST", `${FILES_PATH}?name=a`],
  ["POST", `${PACKAGES_PATH}?mode=neither`],
  ["POST", "/api/noSuchMethod"],
  ["POST", "/api/__proto__"],
  ["GET", methodPath("hostInfo")],
  ["PUT", methodPath("changeSettings")],
  ["DELETE", "/api/"],
];

interface Secrets {
  readonly host: string;
  readonly origin: string;
  readonly secret: string;
  readonly token: string;
}

interface Combination {
  readonly headers: Sent;
  readonly isRight: boolean;
}

/** Host x Origin x Sec-Fetch-Site x proof: 4 x 5 x 5 x 6. */
function combinationsFor({ host, origin, secret, token }: Secrets): readonly Combination[] {
  const { port } = new URL(origin);
  const hosts = [host, `localhost:${port}`, "127.0.0.1:1", "attacker.example"];
  const origins = [origin, `http://localhost:${port}`, "https://attacker.example", "null", null];
  const sites = ["same-origin", "same-site", "cross-site", "none", null];
  const proofs: readonly Sent[] = [
    { "x-ahq-session": secret },
    { "x-ahq-session": token },
    { "x-ahq-session": null, cookie: `ahq-session=${secret}` },
    { authorization: `Bearer ${token}` },
    { authorization: `Bearer ${secret}` },
    { authorization: `Bearer ${token}`, "x-ahq-session": secret },
  ];
  return hosts.flatMap((sentHost) =>
    origins.flatMap((sentOrigin) =>
      sites.flatMap((site) =>
        proofs.map((proof) => {
          const headers = { host: sentHost, origin: sentOrigin, "sec-fetch-site": site, ...proof };
          const isOwnOrigin = sentOrigin === origin;
          const isPage = proof["x-ahq-session"] === secret && proof.authorization === undefined;
          const isProgram = proof.authorization === `Bearer ${token}`;
          const isRight =
            sentHost === host &&
            ((isPage && isOwnOrigin && site === "same-origin") || (isProgram && (isOwnOrigin || sentOrigin === null)));
          return { headers, isRight };
        }),
      ),
    ),
  );
}

// A body that no method takes: whoever is let in is refused for it, and nothing is done.
async function isLetIn(server: { readonly origin: string }, route: (typeof ROUTES)[number], headers: Sent) {
  const [method, path] = route;
  const json = { "content-type": "application/json", "content-length": "2" };
  const { status, text } = await send(server, method, path, { ...json, ...headers }, "[]");
  expect([200, 400, 403, 404]).toContain(status);
  expect(text).not.toContain("dataFolder");
  return status !== 403;
}

/** The combinations that are let in and should not be, or should and are not. */
async function wrongAnswers(
  server: { readonly origin: string },
  combinations: readonly Combination[],
  routes = ROUTES,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [index, route] of routes.entries()) {
    await Promise.all(
      chosen(combinations, index).map(async ({ headers, isRight }) => {
        if ((await isLetIn(server, route, headers)) !== isRight)
          wrong.push(`${route.join(" ")} ${JSON.stringify(headers)}`);
      }),
    );
  }
  return wrong;
}

/** All of them for the first route and in a full run; else those that are right, and every twelfth of the others, from another one on for each route. */
function chosen(combinations: readonly Combination[], route: number): readonly Combination[] {
  if (isTorture || route === 0) return combinations;
  return combinations.filter(({ isRight }, index) => isRight || (index + route) % 12 === 0);
}

const savesNothing = { saveFile: async () => ({ path: null }) };

describe("each route of the API", () => {
  test("lets in only the page with its secret and a program with its token, of 600 combinations of headers", async () => {
    const server = await started(0, savesNothing);
    const { host } = new URL(server.origin);
    const secrets = { host, origin: server.origin, secret: await secretOf(server), token: server.apiToken };
    const combinations = combinationsFor(secrets);
    expect(combinations).toHaveLength(600);
    // The page once; a program with each site, with its own origin or none, with or without the page's secret.
    expect(combinations.filter(({ isRight }) => isRight)).toHaveLength(1 + 5 * 2 * 2);
    expect(await wrongAnswers(server, combinations)).toEqual([]);
    tell("loopback", { routes: ROUTES.length, "combinations of headers": combinations.length, "let in wrongly": 0 });
  }, 300_000);

  test("would let everyone in without the guard, and the check says so", async () => {
    const open = createServer(getRequestListener(createWebHandler(await openedService(savesNothing))));
    await new Promise<void>((resolve) => open.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void open.close());
    const address = open.address();
    if (address === null || typeof address === "string") throw new Error("an address");
    const [host, secret, token] = [`127.0.0.1:${address.port}`, "a".repeat(64), "b".repeat(64)];
    const origin = `http://${host}`;
    const combinations = combinationsFor({ host, origin, secret, token });
    const wrong = await wrongAnswers({ origin }, combinations, ROUTES.slice(0, 1));
    expect(wrong).toHaveLength(combinations.filter(({ isRight }) => !isRight).length);
  });
});
