import type { PackageInfo } from "./descriptor.ts";
import type { Tables } from "./resources.ts";

/** A validated package: every question x respondent has exactly one response, every reference resolves. */
export interface Dataset extends Tables {
  readonly info: PackageInfo;
  /** SHA-256 over the tables' canonical content, in hexadecimal. */
  readonly digest: string;
}
