import { useMantineColorScheme } from "@mantine/core";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
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

/** The settings that shape the page, applied as they change and kept by the host. How it looks changes in the other windows too. */
export function SettingsProvider({ initial, children }: SettingsProviderProps): ReactNode {
  const [settings, setSettings] = useState(initial);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isApplied = colorScheme === settings.colorScheme;
  // Before anything is laid out, and only where it changes something: either has the whole page styled anew.
  useLayoutEffect(() => {
    if (!isApplied) setColorScheme(settings.colorScheme);
  }, [isApplied, settings.colorScheme, setColorScheme]);
  useLayoutEffect(() => {
    document.documentElement.dataset.density = settings.density;
  }, [settings.density]);
  const channel = useRef<BroadcastChannel | null>(null);
  const apply = useCallback((wanted: SettingsChange) => {
    setSettings((current) => ({ ...current, ...(wanted as Partial<Settings>) }));
  }, []);
  useEffect(() => {
    channel.current = new BroadcastChannel("ahq-settings");
    channel.current.onmessage = ({ data }: MessageEvent<SettingsChange>) => apply(data);
    return () => channel.current?.close();
  }, [apply]);
  const change = useCallback(
    (wanted: SettingsChange) => {
      apply(wanted);
      if (isLook(wanted)) channel.current?.postMessage(wanted);
      // Looks hold for this window even where a reader may not keep them.
      callHost("changeSettings", wanted).catch(() => undefined);
    },
    [apply],
  );
  const access = useMemo(() => ({ settings, change }), [settings, change]);
  return <SettingsContext value={access}>{children}</SettingsContext>;
}

// What a window shows is its own, how it looks is one for all.
function isLook(change: SettingsChange): boolean {
  return "colorScheme" in change || "density" in change;
}

/** The settings and the way to change them. */
export function useSettings(): SettingsAccess {
  const access = useContext(SettingsContext);
  if (access === null) throw new Error("useSettings needs a SettingsProvider around it");
  return access;
}
