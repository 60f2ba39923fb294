import type { PackageInfo } from "./descriptor.ts";
import type { Tables } from "./resources.ts";

/** A validated package: every question x respondent has exactly one response, every reference resolves. */
export interface Dataset extends Content {
  /** SHA-256 over the tables' canonical content, in hexadecimal. */
  readonly digest: string;
}

/** What a validated package holds, before its digest is made. */
export interface Content extends Tables {
  readonly info: PackageInfo;
}
