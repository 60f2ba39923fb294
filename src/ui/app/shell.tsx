import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import type { HostInfo } from "../../api/contract.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { OverviewScreen } from "../overview/overview-screen.tsx";
import { SCREENS, type Screen } from "../shared/screens.ts";
import { useNotesHistory } from "../shared/use-notes-history.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { type CommandDialog, useActions } from "./commands/use-actions.ts";
import { CrashBoundary } from "./failure/crash-boundary.tsx";
import filterBar from "./filter-bar.module.css";
import { IncomingFiles } from "./incoming-files.tsx";
import { Notices } from "./notices.tsx";
import { Rail } from "./rail.tsx";
import classes from "./shell.module.css";
import topBar from "./top-bar.module.css";
import { TourOffer } from "./tour/tour-offer.tsx";
import { useClippedTitles } from "./use-clipped-titles.ts";
import { useCommands } from "./use-commands.ts";
import { useDesktopRequests } from "./use-desktop-requests.ts";
import { useKeptFocus } from "./use-kept-focus.ts";

// Their menus and fields cost more than all else of the first page, and come a blink behind what one came to see.
const TopBar = lazy(async () => {
  await nextPaint();
  return { default: (await import("./top-bar.tsx")).TopBar };
});
const FilterBar = lazy(async () => {
  await nextPaint();
  return { default: (await import("./filter-bar.tsx")).FilterBar };
});
const ExploreScreen = lazy(() =>
  import("../explore/explore-screen.tsx").then((file) => ({ default: file.ExploreScreen })),
);
const CompareScreen = lazy(() =>
  import("../compare/compare-screen.tsx").then((file) => ({ default: file.CompareScreen })),
);
const NotebookScreen = lazy(() =>
  import("../notebook/notebook-screen.tsx").then((file) => ({ default: file.NotebookScreen })),
);
const SourcesScreen = lazy(() =>
  import("../sources/sources-screen.tsx").then((file) => ({ default: file.SourcesScreen })),
);
const GuideScreen = lazy(() => import("../guide/guide-screen.tsx").then((file) => ({ default: file.GuideScreen })));
// Its editor is heavy, and most looks at a matrix open no response.
const ResponsePanel = lazy(() =>
  import("../shared/response-panel.tsx").then((file) => ({ default: file.ResponsePanel })),
);

const loadPalette = () => import("./palette/palette.tsx").then((file) => ({ default: file.Palette }));
const Palette = lazy(loadPalette);
const loadCapture = () => import("./capture/capture-dialog.tsx").then((file) => ({ default: file.CaptureDialog }));
const CaptureDialog = lazy(loadCapture);
const Tour = lazy(() => import("./tour/tour.tsx").then((file) => ({ default: file.Tour })));
const ShortcutsDialog = lazy(() =>
  import("./commands/shortcuts-dialog.tsx").then((file) => ({ default: file.ShortcutsDialog })),
);
const DiagnosticsDialog = lazy(() =>
  import("./commands/diagnostics-dialog.tsx").then((file) => ({ default: file.DiagnosticsDialog })),
);

interface ShellProps {
  readonly host: HostInfo;
  /** Why not the package that was asked for is open; empty where it is. */
  readonly problem: string;
}

/** The frame of every screen: rail, top bar, the filter as a sentence, the screen, and beside it the response that is open. */
export function Shell({ host, problem }: ShellProps): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const shape = useMemo(() => shapeOf(dataset), [dataset]);
  const [dialog, setDialog] = useState<CommandDialog | null>(null);
  const actions = useActions(setDialog);
  useCommands(actions);
  useClippedTitles();
  useKeptFocus(workspace.screen);
  useDesktopRequests(actions);
  useNotesHistory();
  usePageTitle(SCREENS[workspace.screen], dataset.info.title);
  // Fetched once the screen stands, so that what is typed right behind the keys that open a dialog is not lost.
  useEffect(() => {
    const idle = setTimeout(() => Promise.all([loadPalette(), loadCapture()]), 500);
    return () => clearTimeout(idle);
  }, []);
  return (
    <div className={classes.shell}>
      <Rail host={host} screen={workspace.screen} />
      <div className={classes.main}>
        <Suspense fallback={<div className={topBar.bar} />}>
          <TopBar />
        </Suspense>
        <TourOffer onTake={actions["take-tour"]} />
        <Notices host={host} problem={problem} />
        {showsFilter(workspace.screen) && (
          <Suspense fallback={<div className={filterBar.bar} />}>
            <FilterBar powers={host.powers} />
          </Suspense>
        )}
        <div className={classes.content}>
          <main className={classes.screen} id="screen" tabIndex={-1}>
            <Suspense fallback={null}>
              <CrashBoundary key={workspace.screen}>
                <ScreenOf key={shape} screen={workspace.screen} host={host} />
              </CrashBoundary>
            </Suspense>
          </main>
          <Suspense fallback={null}>
            {workspace.detail !== null && workspace.screen !== "guide" && <ResponsePanel detail={workspace.detail} />}
          </Suspense>
        </div>
      </div>
      <IncomingFiles powers={host.powers} />
      <Suspense fallback={null}>
        {dialog === "palette" && <Palette actions={actions} onClose={() => setDialog(null)} />}
        {dialog === "capture" && <CaptureDialog onClose={() => setDialog(null)} />}
        {dialog === "diagnostics" && <DiagnosticsDialog onClose={() => setDialog(null)} />}
        {dialog === "tour" && <Tour onClose={() => setDialog(null)} />}
        {dialog === "shortcuts" && <ShortcutsDialog onClose={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
}

/** Names the screen and the package in the title of the page, which the desktop's window and the list of windows show as well. */
function usePageTitle(screen: string, title: string): void {
  useEffect(() => {
    document.title = `${screen} · ${title} · AHQ Workbench`;
  }, [screen, title]);
}

// A screen remembers by itself what is chosen on it: it begins anew where an edit adds or takes away what could be.
function shapeOf({ questions, respondents, variables }: Dataset): string {
  const ids = [
    ...questions.map(({ id }) => id),
    ...respondents.map(({ code }) => code),
    ...variables.map(({ id }) => id),
  ];
  return ids.join(" ");
}

// The notebook and the sources are not narrowed by the filter, so its sentence would mislead there.
function showsFilter(screen: Screen): boolean {
  return screen === "overview" || screen === "explore" || screen === "compare";
}

function ScreenOf({ screen, host }: Pick<ShellProps, "host"> & { readonly screen: Screen }): ReactNode {
  switch (screen) {
    case "overview":
      return <OverviewScreen powers={host.powers} />;
    case "explore":
      return <ExploreScreen powers={host.powers} />;
    case "compare":
      return <CompareScreen powers={host.powers} />;
    case "notebook":
      return <NotebookScreen powers={host.powers} />;
    case "sources":
      return <SourcesScreen host={host} />;
    case "guide":
      return <GuideScreen />;
  }
}

// A window that is not seen is not painted, and has its bars all the same.
function nextPaint(): Promise<void> {
  return new Promise((painted) => {
    requestAnimationFrame(() => setTimeout(painted));
    setTimeout(painted, 200);
  });
}
