const SESSION = "ahq-session";

/** A value that the host wrote into the page's head. */
export function metaContent(name: string): string {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute("content") ?? "";
}

/** Takes the secret of the run that was opened last in this browser; false where the page has it already, or where the host keeps none there. */
export function takeLatestSecret(): boolean {
  const [, secret = ""] = (localStorage.getItem(SESSION) ?? "").split(".");
  const meta = document.querySelector(`meta[name="${SESSION}"]`);
  if (meta === null || secret === "" || secret === metaContent(SESSION)) return false;
  meta.setAttribute("content", secret);
  return true;
}
