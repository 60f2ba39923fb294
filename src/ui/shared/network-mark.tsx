import { IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Respondent } from "../../core/dataset/resources.ts";
import classes from "./network-mark.module.css";

const NAME = "Wider dissemination withheld: for the network only";

/** A small lock beside a respondent who withheld wider dissemination; nothing beside others. */
export function NetworkMark({ respondent }: { readonly respondent: Respondent }): ReactNode {
  if (respondent.dissemination !== "network") return null;
  return (
    <span className={classes.mark} role="img" aria-label={NAME} title={NAME}>
      <IconLock size="1em" stroke={2} aria-hidden />
    </span>
  );
}
