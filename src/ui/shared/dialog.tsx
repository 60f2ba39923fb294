import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./dialog.module.css";

interface DialogProps {
  readonly title: string;
  /** What the button in the corner does. */
  readonly closeLabel: string;
  /** Small for a question, medium for a text, wide for a table, whole for work that needs all of the window. */
  readonly size: keyof typeof SIZES;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const SIZES = { small: "28rem", medium: "40rem", wide: "64rem", whole: "calc(100vw - 2rem)" } as const;

/** A dialog over the whole page, whose parts share its height. Its head is no `header` element, which readers of a page would take for the page's own. */
export function Dialog({ title, closeLabel, size, onClose, children }: DialogProps): ReactNode {
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={SIZES[size]}
      yOffset={size === "whole" ? "1rem" : "5dvh"}
      closeOnClickOutside={false}
      // A class of the content alone would be one of what it is centred in as well.
      classNames={{ content: `${classes.content} ${size === "whole" ? classes.whole : classes.fitting}` }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={closeLabel} />
        </div>
        <Modal.Body className={classes.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
