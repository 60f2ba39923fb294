import { draftOfPackage, returnedOf } from "../core/collection/draft-of-package.ts";
import { responseForms } from "../core/collection/response-template.ts";
import { NETWORK_NOTICE } from "../core/collection/template-instructions.ts";
import { audienceTitle, type Outgoing } from "../core/export/outgoing.ts";
import { zipPackage } from "./write-package-zip.ts";
import { writeResponseWorkbook } from "./write-response-workbook.ts";

/** One filled response workbook a respondent, in a zip; collecting them again gives the same answers, codes and summaries. */
export function writeWorkbooks({ audience, dataset }: Outgoing): Uint8Array<ArrayBuffer> {
  const draft = draftOfPackage(dataset);
  const workbooks = dataset.respondents.map(({ code }) => {
    const book = responseForms(draft, returnedOf(dataset, code), audience === "network" ? NETWORK_NOTICE : "");
    const titled = { ...book, title: audienceTitle(book.title, audience) };
    return [`${dataset.info.name}-${code}.xlsx`, writeResponseWorkbook(titled)] as const;
  });
  return zipPackage(Object.fromEntries(workbooks));
}
