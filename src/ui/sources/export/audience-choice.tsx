import { Radio } from "@mantine/core";
import type { ReactNode } from "react";
import type { Respondent } from "../../../core/dataset/resources.ts";
import { AUDIENCES, type Audience } from "../../../core/export/outgoing.ts";
import type { Mention } from "../../../core/export/withheld-mentions.ts";
import classes from "./export-package.module.css";

interface AudienceChoiceProps {
  readonly withheld: readonly Respondent[];
  readonly audience: Audience;
  /** Texts that name them in what is public. */
  readonly mentions: readonly Mention[];
  readonly onChange: (audience: Audience) => void;
}

/** For whom an export is, where states withheld wider dissemination. */
export function AudienceChoice({ withheld, audience, mentions, onChange }: AudienceChoiceProps): ReactNode {
  const codes = withheld.map(({ code }) => code).join(", ");
  return (
    <Radio.Group
      name="audience"
      label="For whom"
      value={audience}
      onChange={(value) => onChange(value === "network" ? "network" : "public")}
    >
      <div className={classes.forms}>
        <div className={classes.form} data-chosen={audience === "public"}>
          <Radio
            value="public"
            label={AUDIENCES.public}
            description={`Without ${codes}, who withheld wider dissemination, and without the source's own counts, which count everyone.`}
          />
        </div>
        <div className={classes.form} data-chosen={audience === "network"}>
          <Radio
            value="network"
            label={AUDIENCES.network}
            description={`With ${codes}. The file says for whom it is.`}
          />
        </div>
      </div>
      {mentions.length > 0 && (
        <details className={classes.mentions}>
          <summary>
            {mentions.length === 1 ? "1 text that goes out names" : `${mentions.length} texts that go out name`} them
            all the same
          </summary>
          <ul>
            {mentions.map(({ place, named }) => (
              <li key={place}>
                {place}: <b>{named}</b>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Radio.Group>
  );
}
