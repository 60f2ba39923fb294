import { Button, Group, Text } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import Markdown, { type Components } from "react-markdown";
import { Dialog } from "../shared/dialog.tsx";
import classes from "./markdown-preview.module.css";

/**
 * Markdown as it reads. What is written can come from anyone: raw HTML stands as text, pictures are named and not fetched,
 * and a link leads outside only over https and after a question.
 */
export function MarkdownPreview({ text }: { readonly text: string }): ReactNode {
  const [outside, setOutside] = useState<string | null>(null);
  const components = useMemo(() => partsOf(setOutside), []);
  return (
    <div className={classes.text}>
      <Markdown components={components} urlTransform={httpsOnly}>
        {text}
      </Markdown>
      {outside !== null && <OutsideQuestion address={outside} onClose={() => setOutside(null)} />}
    </div>
  );
}

interface OutsideQuestionProps {
  readonly address: string;
  readonly onClose: () => void;
}

function OutsideQuestion({ address, onClose }: OutsideQuestionProps): ReactNode {
  return (
    <Dialog title="Open this address in your browser?" closeLabel="Close" size="small" onClose={onClose}>
      <Text className={classes.address}>{address}</Text>
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          Cancel
        </Button>
        <Button component="a" href={address} target="_blank" rel="noopener noreferrer" onClick={onClose}>
          Open
        </Button>
      </Group>
    </Dialog>
  );
}

/** The address itself where it is a complete https address; otherwise nothing. */
function httpsOnly(address: string): string {
  return URL.canParse(address) && new URL(address).protocol === "https:" ? address : "";
}

// A link without an address of its own cannot be followed by any key or click that would pass over the question.
function partsOf(ask: (address: string) => void): Components {
  return {
    a: ({ href, children }) =>
      href === undefined || href === "" ? (
        <span>{children}</span>
      ) : (
        <button type="button" className={classes.link} title={href} onClick={() => ask(href)}>
          {children}
        </button>
      ),
    img: ({ alt }) => <span className={classes.picture}>[picture not shown{alt ? `: ${alt}` : ""}]</span>,
    // The page has its own first and second headings.
    h1: "h3",
    h2: "h4",
    h3: "h5",
    h4: "h6",
    h5: "h6",
  };
}
