import { useCallback, useEffect, useRef } from "react";
import { LONGEST_ADDRESS } from "../../api/paths.ts";
import { callHost } from "../shared/host-client.ts";

const QUIET_BEFORE_SAVING_MS = 400;

type Addresses = Readonly<Record<string, string>>;

interface RememberedAddresses {
  /** Where a package was left; empty where it never was open. */
  readonly addressOf: (packageId: string) => string;
  readonly remember: (packageId: string, address: string) => void;
}

/** Keeps where each package was left, and saves it a moment after the last move. Losing it costs nothing but a click, so a refusal is left alone. */
export function useRememberedAddresses(saved: Addresses): RememberedAddresses {
  const addresses = useRef<Addresses>({});
  const unsaved = useRef<Addresses>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const known = useRef(saved);
  useEffect(() => {
    known.current = saved;
  }, [saved]);

  const addressOf = useCallback((packageId: string) => {
    return addresses.current[packageId] ?? known.current[packageId] ?? "";
  }, []);

  const remember = useCallback((packageId: string, address: string) => {
    addresses.current = { ...addresses.current, [packageId]: address };
    if (address.length > LONGEST_ADDRESS) return;
    unsaved.current = { ...unsaved.current, [packageId]: address };
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      callHost("changeSettings", { lastAddress: unsaved.current }).catch(() => undefined);
      unsaved.current = {};
    }, QUIET_BEFORE_SAVING_MS);
  }, []);

  return { addressOf, remember };
}
