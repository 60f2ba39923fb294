import { UnstyledButton } from "@mantine/core";
import {
  IconColumns3,
  IconFileDescription,
  IconFilter,
  IconHelpCircle,
  IconLayoutGrid,
  IconMoon,
  IconNotebook,
  IconSun,
  IconSunMoon,
} from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import type { HostInfo } from "../../api/contract.ts";
import type { Settings } from "../../api/settings.ts";
import { PACKAGE_SCREENS, SCREENS, type Screen } from "../shared/screens.ts";
import { useNotes } from "../shared/use-notes.tsx";
import { useSettings } from "../shared/use-settings.tsx";
import { usePackage } from "../shared/use-workspace.tsx";
import { nameWithKeys } from "./commands/keys-here.ts";
import classes from "./rail.module.css";

const ICONS: Readonly<Record<Screen, typeof IconFilter>> = {
  overview: IconLayoutGrid,
  explore: IconFilter,
  compare: IconColumns3,
  notebook: IconNotebook,
  sources: IconFileDescription,
  guide: IconHelpCircle,
};

const SCHEMES: Readonly<
  Record<
    Settings["colorScheme"],
    { readonly next: Settings["colorScheme"]; readonly icon: typeof IconSun; readonly name: string }
  >
> = {
  auto: { next: "light", icon: IconSunMoon, name: "as the system" },
  light: { next: "dark", icon: IconSun, name: "light" },
  dark: { next: "auto", icon: IconMoon, name: "dark" },
};

interface RailProps {
  readonly host: HostInfo;
  /** The screen that is shown. */
  readonly screen: Screen;
}

/** The way between the screens, and the look of the page. */
export const Rail = memo(function Rail({ host, screen: current }: RailProps): ReactNode {
  const { dispatch } = usePackage();
  const { notes } = useNotes();
  const { settings, change } = useSettings();
  const scheme = SCHEMES[settings.colorScheme];
  const item = (screen: Screen, count = 0) => {
    const Icon = ICONS[screen];
    return (
      <UnstyledButton
        key={screen}
        className={classes.item}
        aria-current={current === screen ? "page" : undefined}
        title={nameWithKeys(SCREENS[screen], `go-${screen}`)}
        onClick={() => dispatch({ kind: "go", screen })}
      >
        <Icon size={20} stroke={1.6} aria-hidden />
        <span>
          {SCREENS[screen]}
          {count > 0 && <span className={classes.count}> {count}</span>}
        </span>
      </UnstyledButton>
    );
  };
  return (
    <nav className={classes.rail} aria-label="Screens">
      {PACKAGE_SCREENS.map((screen) => item(screen, screen === "notebook" ? notes.length : 0))}
      <div className={classes.foot}>
        {item("guide")}
        <UnstyledButton
          className={classes.scheme}
          title={`Colours: ${scheme.name}`}
          aria-label={`Colours: ${scheme.name}. Change`}
          onClick={() => change({ colorScheme: scheme.next })}
        >
          <scheme.icon size={18} stroke={1.6} aria-hidden />
        </UnstyledButton>
        <span className={classes.version}>{host.version}</span>
      </div>
    </nav>
  );
});
