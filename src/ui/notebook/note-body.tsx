import { Switch, Textarea } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useDeferredValue, useState } from "react";
import classes from "./note-body.module.css";
import { isReadableMarkdown } from "./readable-markdown.ts";

// Markdown is read only where a note is open.
const MarkdownPreview = lazy(() =>
  import("./markdown-preview.tsx").then((file) => ({ default: file.MarkdownPreview })),
);

const LONGEST_BODY = 100_000;

interface NoteBodyProps {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** A text in Markdown, and beside it how it reads. */
export function NoteBody({ label, text, onChange }: NoteBodyProps): ReactNode {
  const [isShown, setShown] = useState(true);
  const read = useDeferredValue(text);
  return (
    <div className={classes.body} data-preview={isShown}>
      <div className={classes.written}>
        <Textarea
          label={label}
          autosize
          minRows={8}
          maxRows={24}
          value={text}
          maxLength={LONGEST_BODY}
          error={text.length >= LONGEST_BODY ? "100,000 characters, which is all that a note can hold" : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <div className={classes.beside}>
        <Switch
          size="xs"
          label="As it reads"
          checked={isShown}
          onChange={(event) => setShown(event.currentTarget.checked)}
        />
        {isShown && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          <section className={classes.preview} aria-label="As it reads" tabIndex={0}>
            {read.trim() === "" ? (
              <p className={classes.empty}>What you write at the left reads here.</p>
            ) : isReadableMarkdown(read) ? (
              <Suspense fallback={null}>
                <MarkdownPreview text={read} />
              </Suspense>
            ) : (
              <>
                <p className={classes.empty}>
                  Too long, or with too many marks, to be read as Markdown. As it is written:
                </p>
                <p className={classes.plain}>{read}</p>
              </>
            )}
          </section>
        )}
      </div>
    </div>
  );
}
