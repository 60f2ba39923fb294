import type { ReactNode } from "react";
import { PACKAGE_SCREENS, SCREENS } from "../shared/screens.ts";

/** The frame of every screen before there is anything to show in it. index.html has the same, which is painted before any script has run. */
export function OpeningFrame(): ReactNode {
  return (
    <div className="opening-frame">
      <div className="opening-rail">
        {PACKAGE_SCREENS.map((screen) => (
          <span key={screen}>{SCREENS[screen]}</span>
        ))}
      </div>
      <div className="opening-bar" />
    </div>
  );
}
