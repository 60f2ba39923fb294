import { useMantineColorScheme } from "@mantine/core";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { Settings, SettingsChange } from "../../api/settings.ts";
import { callHost } from "./host-client.ts";

interface SettingsAccess {
  readonly settings: Settings;
  readonly change: (change: SettingsChange) => void;
}

const SettingsContext = createContext<SettingsAccess | null>(null);

interface SettingsProviderProps {
  readonly initial: Settings;
  readonly children: ReactNode;
}

/** The settings that shape the page, applied as they change and kept by the host. */
export function SettingsProvider({ initial, children }: SettingsProviderProps): ReactNode {
  const [settings, setSettings] = useState(initial);
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(settings.colorScheme), [settings.colorScheme, setColorScheme]);
  useEffect(() => {
    document.documentElement.dataset.density = settings.density;
  }, [settings.density]);
  const change = useCallback((wanted: SettingsChange) => {
    setSettings((current) => ({ ...current, ...(wanted as Partial<Settings>) }));
    // Looks hold for this window even where a reader may not keep them.
    callHost("changeSettings", wanted).catch(() => undefined);
  }, []);
  const access = useMemo(() => ({ settings, change }), [settings, change]);
  return <SettingsContext value={access}>{children}</SettingsContext>;
}

/** The settings and the way to change them. */
export function useSettings(): SettingsAccess {
  const access = useContext(SettingsContext);
  if (access === null) throw new Error("useSettings needs a SettingsProvider around it");
  return access;
}
