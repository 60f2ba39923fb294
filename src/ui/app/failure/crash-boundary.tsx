import { Component, type ReactNode } from "react";
import { reportProblem } from "../../shared/diagnostics.ts";
import { CrashPage } from "./crash-page.tsx";
import { type FieldText, fieldTexts } from "./field-texts.ts";

interface Crash {
  readonly error: unknown;
  /** What stood in the fields of the page, which go with the part that failed. */
  readonly fields: readonly FieldText[];
}

interface CrashBoundaryProps {
  /** Whether the whole page is within it. */
  readonly isWhole?: boolean;
  readonly children: ReactNode;
}

/** Shows what happened in the place of a part that failed, keeps what was typed in it, and offers to reload. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly crash: Crash | null }> {
  override state: { readonly crash: Crash | null } = { crash: null };

  // React calls this while the failed part is still on screen, so its fields can still be read.
  static getDerivedStateFromError(error: unknown): { readonly crash: Crash } {
    return { crash: { error, fields: fieldTexts(document) } };
  }

  override componentDidCatch(error: unknown): void {
    reportProblem("crash", error);
  }

  override render(): ReactNode {
    const { crash } = this.state;
    const { isWhole = false, children } = this.props;
    return crash === null ? children : <CrashPage error={crash.error} fields={crash.fields} isAlone={isWhole} />;
  }
}
