/** Where the loopback host serves pages and scripts of its own. */
export const LAUNCH_PATH = "/launch/";

const PATHS = {
  keepSecret: `${LAUNCH_PATH}keep-secret.js`,
  giveSecret: `${LAUNCH_PATH}give-secret.js`,
  again: `${LAUNCH_PATH}again`,
  style: `${LAUNCH_PATH}plain.css`,
} as const;

/** A run of the host: its public name, and the secret that the page proves itself by. Both are hexadecimal digits. */
export interface Run {
  readonly name: string;
  readonly secret: string;
}

/**
 * The page's way to its secret. The page behind a launch address keeps it in the browser's storage for this very origin, port included, and goes on to the clean address;
 * there a script puts it into the page's head. A cookie would not do: a browser sends it to every other port of 127.0.0.1, and whoever listens there could use it.
 */
export function launchPage({ name, secret }: Run): Response {
  const head = `<meta name="ahq-launch" content="${name}.${secret}"><script src="${PATHS.keepSecret}" defer></script>`;
  return html(200, head, "<p>Opening AHQ Workbench …</p><noscript><p>AHQ Workbench needs JavaScript.</p></noscript>");
}

/** Says how to open the workbench where an address was used before, or was not printed by this run. */
export function openAgainPage(status: 200 | 403): Response {
  return html(
    status,
    "",
    `<h1>Open AHQ Workbench from its terminal</h1>
    <p>An address that starts the workbench works once. Go to the terminal in which it runs, press Enter, and open the address that is printed.</p>`,
  );
}

/** The page with the script that gives it its secret: right behind the place where that is kept, so that it is fetched before the page's own scripts, and run before them. */
export function withSecretScript(page: string): string {
  const place = /<meta name="ahq-session"[^>]*>/;
  return page
    .replaceAll("__AHQ_SESSION__", "")
    .replace(place, (meta) => `${meta}<script src="${PATHS.giveSecret}"></script>`);
}

/** The launch pages' fixed parts by path; null for every other path. */
export function launchAsset(path: string, run: Run): Response | null {
  switch (path) {
    case PATHS.keepSecret:
      return script(KEEP_SECRET);
    case PATHS.giveSecret:
      return script(giveSecret(run.name));
    case PATHS.again:
      return openAgainPage(200);
    case PATHS.style:
      return new Response(STYLE, { headers: { "content-type": "text/css; charset=utf-8" } });
    default:
      return null;
  }
}

const KEEP_SECRET = `try {
  localStorage.setItem("ahq-session", document.querySelector('meta[name="ahq-launch"]').content);
  location.replace("/");
} catch {
  document.querySelector("p").textContent = "AHQ Workbench needs the browser's storage for 127.0.0.1, which is blocked here.";
}
`;

// A secret of an earlier run on the same port opens nothing, so the page says how to open it instead.
function giveSecret(run: string): string {
  return `{
  let kept = null;
  try {
    kept = localStorage.getItem("ahq-session");
  } catch {}
  const [run, secret] = (kept ?? "").split(".");
  if (run === "${run}") document.querySelector('meta[name="ahq-session"]').content = secret;
  else location.replace("${PATHS.again}");
}
`;
}

const STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 36rem; margin: 15vh auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; }
`;

function html(status: number, head: string, body: string): Response {
  const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>AHQ Workbench</title>
    <link rel="stylesheet" href="${PATHS.style}">
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`;
  return new Response(page, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

function script(text: string): Response {
  return new Response(text, { headers: { "content-type": "text/javascript; charset=utf-8" } });
}
