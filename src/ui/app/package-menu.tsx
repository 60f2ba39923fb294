import { Menu, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import type { PackageSummary } from "../../api/contract.ts";
import { useLibrary } from "../shared/use-library.tsx";
import { usePackage } from "../shared/use-workspace.tsx";
import classes from "./package-menu.module.css";

/** The package that is open, and the way to every other of the library. */
export const PackageMenu = memo(function PackageMenu(): ReactNode {
  const { dataset, dispatch } = usePackage();
  const { packages, open } = useLibrary();
  const { name, title, version } = dataset.info;
  const others = packages.filter(({ id }) => id !== name).length;
  const manage = () => {
    dispatch({ kind: "part", part: "library" });
    dispatch({ kind: "go", screen: "sources" });
  };
  return (
    <Menu position="bottom-start" width={360} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.package} title={`${title} (${name}, version ${version})`}>
          <span className={classes.names}>
            <span className={classes.title}>{title}</span>
            <span className={classes.id}>
              {name} {version}
              {others > 0 && ` · ${others} more`}
            </span>
          </span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Packages</Menu.Label>
        <div className={classes.list}>
          {packages.map((summary) => (
            <PackageChoice
              key={`${summary.origin}/${summary.id}/${summary.file}`}
              summary={summary}
              isOpen={summary.id === name && summary.faults.length === 0}
              onOpen={() => open(summary.id)}
            />
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item onClick={manage}>Manage packages…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});

interface PackageChoiceProps {
  readonly summary: PackageSummary;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function PackageChoice({ summary, isOpen, onOpen }: PackageChoiceProps): ReactNode {
  const { id, title, version, respondents, questions, faults } = summary;
  const isSound = faults.length === 0;
  return (
    <Menu.RadioItem value={id} checked={isOpen} disabled={!isSound} closeMenuOnClick onChange={onOpen}>
      <span className={`${classes.choice} ${isOpen ? classes.isOpen : ""}`}>{title}</span>
      <span className={classes.id}>
        {id} {version} · {isSound ? `${respondents} states × ${questions} questions` : "cannot be opened"}
      </span>
    </Menu.RadioItem>
  );
}
