import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useEditing } from "../../shared/use-editing.tsx";
import { Codebook } from "../codebook.tsx";
import { CodebookEditor } from "./codebook-editor.tsx";
import classes from "./codebook-part.module.css";

/** The codebook to be read and, in a package of one's own, to be corrected. */
export function CodebookPart(): ReactNode {
  const { isOwn } = useEditing();
  const [isEditing, setIsEditing] = useState(false);
  return (
    <div className={classes.part}>
      <header>
        <h1>Codebook</h1>
        {isOwn && (
          <Button
            size="compact-sm"
            variant={isEditing ? "outline" : "default"}
            leftSection={<IconPencil size={14} stroke={1.6} aria-hidden />}
            aria-pressed={isEditing}
            onClick={() => setIsEditing(!isEditing)}
          >
            Edit
          </Button>
        )}
      </header>
      {isOwn && isEditing ? <CodebookEditor /> : <Codebook />}
    </div>
  );
}
