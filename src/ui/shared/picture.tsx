import { Button, Menu } from "@mantine/core";
import { IconDownload, IconReport, IconTable } from "@tabler/icons-react";
import { type ReactElement, type ReactNode, useState } from "react";
import type { HostPower } from "../../api/contract.ts";
import type { ReportPictureKind } from "../../api/kept-report.ts";
import { type ChartTheme, PAGE_THEME, PAPER_THEME } from "../../charts/chart-theme.ts";
import { printAddress } from "./address.ts";
import { CopyButton } from "./copy-button.tsx";
import { IN_MAIN } from "./in-main.ts";
import classes from "./picture.module.css";
import { pngBytes, svgBytes } from "./picture-file.ts";
import { saveFile } from "./save-file.ts";
import { useReport } from "./use-report.tsx";
import { useWidth } from "./use-width.ts";
import { useWorkspace } from "./use-workspace.tsx";

/** The table behind a picture: the same content for whoever reads rather than looks. */
export interface PictureTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a picture shows, in each of its forms. */
export interface PictureContent {
  readonly title: string;
  readonly draw: (theme: ChartTheme, width: number) => ReactElement;
  readonly table: PictureTable;
}

/** A picture as it leaves the workbench. */
export interface OutgoingPicture extends Pick<PictureContent, "title" | "draw"> {
  /** What is said below it. */
  readonly captionLines: readonly string[];
  /** The file's name without its extension. */
  readonly fileName: string;
}

interface PictureProps {
  readonly shown: PictureContent;
  /** What a report remembers of it, to draw it anew; a picture that no report takes has none. */
  readonly picture?: ReportPictureKind;
  /** Made when it is saved: of the public part of the data, and with nothing to choose. */
  readonly outgoing: () => OutgoingPicture;
  readonly powers: readonly HostPower[];
  readonly widest?: number;
}

const FILE_WIDTH = 860;

const FILES = {
  svg: { label: "SVG", type: "image/svg+xml", bytes: svgBytes },
  png: { label: "PNG", type: "image/png", bytes: pngBytes },
} as const;

/** A picture with its table behind it, and the way to take it along. */
export function Picture({ shown, picture, outgoing, powers, widest = 1100 }: PictureProps): ReactNode {
  const { title, draw, table } = shown;
  const [element, width] = useWidth<HTMLDivElement>();
  const [isTable, setTable] = useState(false);
  return (
    <figure className={classes.picture} aria-label={title}>
      <figcaption className={classes.head}>
        <h2>{title}</h2>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconTable size={14} aria-hidden />}
          aria-pressed={isTable}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? "Picture" : "Table"}
        </Button>
        {picture !== undefined && <AddToReport title={title} picture={picture} />}
        <CopyButton label="Copy" copy={() => copyPicture(outgoing())} />
        <SaveMenu outgoing={outgoing} powers={powers} />
      </figcaption>
      <div ref={element} className={classes.body}>
        {isTable && <BehindTable title={title} table={table} />}
        {!isTable && width > 0 && draw(PAGE_THEME, Math.min(width, widest))}
      </div>
    </figure>
  );
}

// As a picture with its citation in it, which is what a report takes.
async function copyPicture({ title, draw, captionLines }: OutgoingPicture): Promise<void> {
  const png = await pngBytes(draw(PAPER_THEME, FILE_WIDTH), { title, lines: captionLines });
  await navigator.clipboard.write([new ClipboardItem({ "image/png": new Blob([png], { type: "image/png" }) })]);
}

function AddToReport({ title, picture }: { readonly title: string; readonly picture: ReportPictureKind }): ReactNode {
  const { workspace } = useWorkspace();
  const { add } = useReport();
  const [isAdded, setAdded] = useState(false);
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconReport size={14} aria-hidden />}
      onClick={() => {
        add({ kind: "picture", id: crypto.randomUUID(), label: title, address: printAddress(workspace), picture });
        setAdded(true);
      }}
    >
      {isAdded ? "Added to the report" : "Add to report"}
    </Button>
  );
}

function SaveMenu({ outgoing, powers }: Pick<PictureProps, "outgoing" | "powers">): ReactNode {
  const [outcome, setOutcome] = useState("");
  const save = (format: keyof typeof FILES) => {
    const { type, bytes } = FILES[format];
    const { title, draw, captionLines, fileName } = outgoing();
    const name = `${fileName}.${format}`;
    bytes(draw(PAPER_THEME, FILE_WIDTH), { title, lines: captionLines })
      .then((content) => saveFile(powers, name, type, content))
      .then(
        (path) => setOutcome(path === null && powers.includes("save-file") ? "" : `Saved ${path ?? name}`),
        (error: Error) => setOutcome(`Not saved: ${error.message}`),
      );
  };
  return (
    <>
      <span role="status" className={classes.outcome} title={outcome}>
        {outcome}
      </span>
      <Menu position="bottom-end" portalProps={IN_MAIN}>
        <Menu.Target>
          <Button size="compact-xs" variant="subtle" leftSection={<IconDownload size={14} aria-hidden />}>
            Save
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(FILES) as (keyof typeof FILES)[]).map((format) => (
            <Menu.Item key={format} onClick={() => save(format)}>
              {FILES[format].label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function BehindTable({ title, table }: { readonly title: string; readonly table: PictureTable }): ReactNode {
  return (
    <table className={classes.table}>
      <caption className={classes.hidden}>{title}</caption>
      <thead>
        <tr>
          {table.headers.map((header) => (
            <th scope="col" key={header}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.join("|")}>
            {row.map((cell, i) => (
              <td key={table.headers[i]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
