import { ActionIcon, Button, Checkbox, Popover, SegmentedControl } from "@mantine/core";
import { IconColumns3, IconMinus, IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { DEFAULT_SETTINGS } from "../../../api/settings.ts";
import { useSettings } from "../../shared/use-settings.tsx";
import classes from "./column-menu.module.css";
import { ALWAYS_SHOWN, layoutOf, RESULT_COLUMN_IDS, RESULT_COLUMNS, withColumn, withWidth } from "./table-layout.ts";

const STEP = 32;

/** Which columns the table of responses has, how wide they are, and how many lines a row; remembered from one day to the next. */
export function ColumnMenu(): ReactNode {
  const { settings, change } = useSettings();
  const remembered = settings.responseTable;
  const { columns, widths, lines } = layoutOf(remembered);
  const keep = (responseTable: typeof remembered) => change({ responseTable });
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconColumns3 size={15} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns of the table" className={classes.menu}>
        {RESULT_COLUMN_IDS.map((id) => {
          const { label } = RESULT_COLUMNS[id];
          const at = columns.indexOf(id);
          const widen = (step: number) => keep(withWidth(remembered, id, (widths[at] ?? 0) + step));
          return (
            <div key={id} className={classes.column}>
              <Checkbox
                size="xs"
                label={label}
                checked={at !== -1}
                disabled={id === ALWAYS_SHOWN}
                onChange={() => keep(withColumn(remembered, id))}
              />
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={`${label}: narrower`}
                disabled={at === -1}
                onClick={() => widen(-STEP)}
              >
                <IconMinus size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={`${label}: wider`}
                disabled={at === -1}
                onClick={() => widen(STEP)}
              >
                <IconPlus size={14} aria-hidden />
              </ActionIcon>
            </div>
          );
        })}
        <div className={classes.foot}>
          <SegmentedControl
            size="xs"
            name="row-lines"
            aria-label="Lines of a row"
            data={[
              { value: "one", label: "One line" },
              { value: "three", label: "Three lines" },
            ]}
            value={lines}
            onChange={(value) => keep({ ...remembered, lines: value === "three" ? "three" : "one" })}
          />
          <Button size="compact-xs" variant="subtle" onClick={() => keep(DEFAULT_SETTINGS.responseTable)}>
            As at first
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
