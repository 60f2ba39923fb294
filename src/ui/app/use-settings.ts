import { useMantineColorScheme } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import type { Settings, SettingsChange } from "../../api/settings.ts";
import { callHost } from "../shared/host-client.ts";

export interface SettingsAccess {
  readonly settings: Settings;
  readonly change: (change: SettingsChange) => void;
}

/** The settings that shape the page, applied as they change and kept by the host. */
export function useSettings(initial: Settings): SettingsAccess {
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
  return { settings, change };
}
