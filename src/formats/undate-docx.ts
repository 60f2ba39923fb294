import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const CORE = "docProps/core.xml";
const FIRST_MOMENT = "1980-01-01T00:00:00Z";

/** The same Word document without the time at which it was written, so that the same content gives the same bytes. */
export function undateDocx(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const core = parts[CORE];
  if (core === undefined) throw new Error(`these bytes are no Word document: they have no ${CORE}`);
  const undated = strFromU8(core).replaceAll(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g,
    (_, before: string, after: string) => `${before}${FIRST_MOMENT}${after}`,
  );
  return zipSync({ ...parts, [CORE]: strToU8(undated) }, { mtime: new Date(1980, 0, 1), level: 6 });
}
