import { ActionIcon, Button, type CSSVariablesResolver, createTheme } from "@mantine/core";
import { MEANING_ORDER, MEANINGS } from "../../core/dataset/meanings.ts";

// WCAG 2.2, 2.5.8: Mantine's own smallest buttons are two pixels short of it.
const LEAST_TARGET = "1.5rem";

const SYSTEM_FONTS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** One ground, one accent: the look of every Mantine part. Shade 8 is the one that keeps AA contrast on white. */
export const theme = createTheme({
  primaryColor: "indigo",
  primaryShade: 8,
  autoContrast: true,
  fontFamily: SYSTEM_FONTS,
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  components: {
    // An empty stop within a menu is nothing that a menu may hold.
    ActionIcon: ActionIcon.extend({
      vars: (_, { size }) => ({ root: size === "sm" ? { "--ai-size": LEAST_TARGET } : {} }),
    }),
    Button: Button.extend({
      vars: (_, { size }) => ({ root: size === "compact-xs" ? { "--button-height": LEAST_TARGET } : {} }),
    }),
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
  headings: {
    fontWeight: "600",
    sizes: { h1: { fontSize: "1.125rem" }, h2: { fontSize: "0.9375rem" }, h3: { fontSize: "0.875rem" } },
  },
});

// Mantine's own greys for quiet text are below AA contrast.
const QUIET = { "--mantine-color-dimmed": "var(--ahq-quiet)", "--mantine-color-placeholder": "var(--ahq-quiet)" };

/** The workbench's own variables: neutral surfaces, and the colour of every meaning from the core's one table. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...QUIET,
    "--ahq-ground": "#f6f7f9",
    "--ahq-surface": "#ffffff",
    "--ahq-raised": "#eef0f4",
    "--ahq-line": "#d9dde3",
    "--ahq-line-strong": "#b6bdc7",
    "--ahq-text": "#1b2026",
    "--ahq-quiet": "#59626d",
    "--ahq-accent": "#364fc7",
    "--ahq-accent-soft": "#e7ebfd",
    // Mantine's own red for what is wrong, and its titles of warnings, are below AA contrast.
    "--mantine-color-error": "#c92a2a",
    "--mantine-color-yellow-light-color": "#7a4a00",
    ...meaningColours("light"),
  },
  dark: {
    ...QUIET,
    "--ahq-ground": "#16181c",
    "--ahq-surface": "#1d2025",
    "--ahq-raised": "#272b31",
    "--ahq-line": "#33383f",
    "--ahq-line-strong": "#4b525c",
    "--ahq-text": "#e7e9ec",
    "--ahq-quiet": "#a2aab4",
    "--ahq-accent": "#91a7ff",
    "--ahq-accent-soft": "#2a3152",
    "--mantine-color-error": "#ff8787",
    ...meaningColours("dark"),
  },
});

function meaningColours(scheme: "light" | "dark"): Record<string, string> {
  return Object.fromEntries(MEANING_ORDER.map((meaning) => [`--meaning-${meaning}`, MEANINGS[meaning].colour[scheme]]));
}
