import type { ReactNode } from "react";
import { MEANING_ORDER, MEANINGS, type Meaning } from "../core/dataset/meanings.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartTarget } from "./chart-target.tsx";
import { inWords } from "./chart-text.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { ALWAYS_SHOWN, placedTiles, type Tile } from "./europe-tiles.ts";
import { keyHeight, MeaningKey } from "./meaning-key.tsx";
import { MeaningSwatch, onMeaning } from "./meaning-swatch.tsx";

/** A respondent as the map shows it. */
export interface MapState {
  readonly code: string;
  readonly name: string;
  readonly meaning: Meaning;
  /** The answer in words. */
  readonly answer: string;
  /** Whether the filter lets it pass; the others stay visible, faint. */
  readonly passes: boolean;
}

interface EuropeMapProps {
  readonly states: readonly MapState[];
  readonly title: string;
  /** In pixels; the height follows. */
  readonly width: number;
  readonly theme: ChartTheme;
  readonly onChoose?: (code: string) => void;
}

const LARGEST_TILE = 58;

/** A tile a state, where it lies in Europe: its answer by ground and sign. States of the network that did not answer are there too, empty. */
export function EuropeMap({ states, title, width, theme, onChoose }: EuropeMapProps): ReactNode {
  const absent = ALWAYS_SHOWN.filter((code) => !states.some((state) => state.code === code));
  const { tiles, columns, rows } = placedTiles([...states.map(({ code }) => code), ...absent]);
  const tile = Math.min(LARGEST_TILE, Math.floor(width / columns));
  const left = Math.max(0, (width - tile * columns) / 2);
  const unplaced = states.filter(({ code }) => !tiles.has(code));
  // A respondent that is no state of Europe stands in a row of its own below the map.
  const tileOf = (code: string): Tile =>
    tiles.get(code) ?? [unplaced.findIndex((state) => state.code === code), rows + 0.3];
  const used = MEANING_ORDER.filter((meaning) => states.some((state) => state.meaning === meaning));
  const mapHeight = tile * (rows + (unplaced.length > 0 ? 1.3 : 0));
  const height = mapHeight + 34 + keyHeight(used, width);
  return (
    <ChartFrame
      width={width}
      height={height}
      title={title}
      alternative={mapInWords(states, absent)}
      theme={theme}
      isInteractive={onChoose !== undefined}
    >
      <g transform={`translate(${left} 0)`}>
        {absent.map((code) => (
          <AbsentTile key={code} code={code} at={tileOf(code)} tile={tile} theme={theme} />
        ))}
        {states.map((state, i) => (
          <StateTile key={state.code} {...{ state, tile, theme, onChoose }} at={tileOf(state.code)} isFirst={i === 0} />
        ))}
      </g>
      <text y={mapHeight + 18} fontSize={11} fill={theme.quiet}>
        Dashed: takes part in the network, did not answer this query ({absent.length})
      </text>
      <MeaningKey meanings={used} y={mapHeight + 28} width={width} theme={theme} />
    </ChartFrame>
  );
}

interface StateTileProps {
  readonly state: MapState;
  readonly at: Tile;
  readonly tile: number;
  readonly theme: ChartTheme;
  readonly onChoose: EuropeMapProps["onChoose"] | undefined;
  readonly isFirst: boolean;
}

function StateTile({ state, at, tile, theme, onChoose, isFirst }: StateTileProps): ReactNode {
  const { code, name, meaning, answer, passes } = state;
  const [x, y] = [at[0] * tile, at[1] * tile];
  const ink = onMeaning(meaning, theme);
  const halo = MEANINGS[meaning].isSilent ? { stroke: theme.surface, strokeWidth: 3, paintOrder: "stroke" } : {};
  return (
    <ChartTarget
      label={`${name}: ${answer}${passes ? "" : " (left out by the filter)"}`}
      onChoose={onChoose && (() => onChoose(code))}
      isFirst={isFirst}
    >
      <g opacity={passes ? 1 : 0.3}>
        <MeaningSwatch meaning={meaning} x={x + 1} y={y + 1} width={tile - 2} height={tile - 2} theme={theme} />
        <text x={x + tile / 2} y={y + tile / 2} textAnchor="middle" fontWeight={600} fill={ink} {...halo}>
          {code}
        </text>
        <text x={x + tile / 2} y={y + tile / 2 + 15} textAnchor="middle" fontSize={11} fill={ink} {...halo}>
          {MEANINGS[meaning].sign}
        </text>
      </g>
    </ChartTarget>
  );
}

interface AbsentTileProps {
  readonly code: string;
  readonly at: Tile;
  readonly tile: number;
  readonly theme: ChartTheme;
}

function AbsentTile({ code, at: [column, row], tile, theme }: AbsentTileProps): ReactNode {
  return (
    <g>
      <rect
        x={column * tile + 2.5}
        y={row * tile + 2.5}
        width={tile - 5}
        height={tile - 5}
        rx={2}
        fill="none"
        stroke={theme.line}
        strokeDasharray="3 3"
      />
      <text x={column * tile + tile / 2} y={row * tile + tile / 2 + 4} textAnchor="middle" fill={theme.quiet}>
        {code}
      </text>
    </g>
  );
}

function mapInWords(states: readonly MapState[], absent: readonly string[]): string {
  const told = MEANING_ORDER.flatMap((meaning) => {
    const own = states.filter((state) => state.meaning === meaning).map(({ code }) => code);
    return own.length === 0 ? [] : [`${MEANINGS[meaning].word}: ${inWords(own)}.`];
  });
  return [...told, `Did not answer: ${inWords(absent)}.`].join(" ");
}
