import { firstOpening } from "./first-opening.ts";
import "@mantine/core/styles.css";
import "./colours.css";
import "./base.css";
import "./opening-frame.css";
import "../shared/meaning-ground.css";
import { MantineProvider } from "@mantine/core";
import { createRoot } from "react-dom/client";
import { metaContent } from "../shared/session.ts";
import { CrashBoundary } from "./failure/crash-boundary.tsx";
import { UncaughtProblems } from "./failure/uncaught-problems.tsx";
import { colorSchemeManager, resolveVariables, theme } from "./theme.ts";
import { Workbench } from "./workbench.tsx";

declare global {
  // Read by Mantine's dependencies for the style elements that they add.
  var __webpack_nonce__: string | undefined;
}

const nonce = metaContent("csp-nonce");
globalThis.__webpack_nonce__ = nonce;

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element #root");
// The frame that index.html has stays until there is a package to show: opening takes less than a blink, and a spinner would only flicker.
firstOpening.then((first) =>
  createRoot(root).render(
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme={first.kind === "open" ? first.open.settings.colorScheme : "auto"}
      getStyleNonce={() => nonce}
    >
      <CrashBoundary isWhole>
        <Workbench first={first} />
      </CrashBoundary>
      <UncaughtProblems />
    </MantineProvider>,
  ),
);
