import { Button, Menu, Text } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { KeptMapping } from "../../../api/contract.ts";
import type { WideMapping } from "../../../core/collection/wide-mapping.ts";
import { callHost } from "../../shared/host-client.ts";

interface MappingToolsProps {
  readonly mapping: WideMapping;
  readonly onApply: (mapping: WideMapping) => void;
}

/** Keeps the mapping as it stands, and applies one that was kept to this table. */
export function MappingTools({ mapping, onApply }: MappingToolsProps): ReactNode {
  const { kept, outcome, keep, forget } = useKeptMappings();
  const name = mapping.package.title;
  return (
    <>
      <Text role="status" size="xs" c="dimmed" truncate maw={220} title={outcome}>
        {outcome}
      </Text>
      <Menu position="bottom-end" width={320} withinPortal={false}>
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            Mappings
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
          <Menu.Item onClick={() => keep(name, mapping)}>Keep this mapping as “{name}”</Menu.Item>
          {kept.length > 0 && <Menu.Label>Apply one that was kept</Menu.Label>}
          {kept.map((one) => (
            // What the package is called is this table's own, whatever the mapping was made for.
            <Menu.Item key={one.name} onClick={() => onApply({ ...one.mapping, package: mapping.package })}>
              {one.name} ({one.kept.slice(0, 10)})
            </Menu.Item>
          ))}
          {kept.length > 0 && <Menu.Label>Forget one that was kept</Menu.Label>}
          {kept.map((one) => (
            <Menu.Item key={one.name} color="red" onClick={() => forget(one.name)}>
              Forget {one.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

interface KeptMappings {
  readonly kept: readonly KeptMapping[];
  /** What became of the last change. */
  readonly outcome: string;
  readonly keep: (name: string, mapping: WideMapping) => void;
  readonly forget: (name: string) => void;
}

function useKeptMappings(): KeptMappings {
  const [kept, setKept] = useState<readonly KeptMapping[]>([]);
  const [outcome, setOutcome] = useState("");
  const list = useCallback(async () => setKept(await callHost("listMappings", {})), []);
  useEffect(() => {
    list().catch((error: Error) => setOutcome(error.message));
  }, [list]);
  const change = (work: Promise<unknown>, done: string) => {
    work.then(list).then(
      () => setOutcome(done),
      (error: Error) => setOutcome(error.message),
    );
  };
  return {
    kept,
    outcome,
    keep: (name, mapping) => change(callHost("keepMapping", { name, mapping }), `Kept as “${name}”`),
    forget: (name) => change(callHost("removeMapping", { name }), `“${name}” forgotten`),
  };
}
