import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorSchemeManager,
} from "@mantine/core";
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
    // What is higher than the window scrolls within itself.
    Popover: { defaultProps: { middlewares: { flip: true, shift: true, size: true } } },
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

/** Leaves it to the host, which keeps the settings, to remember the scheme: reading the browser's storage holds up the first page. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: (defaultScheme) => defaultScheme,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

// Mantine's own greys for quiet text are below AA contrast.
const QUIET = { "--mantine-color-dimmed": "var(--ahq-quiet)", "--mantine-color-placeholder": "var(--ahq-quiet)" };

/** What Mantine's own colours lack, and the colour of every meaning from the core's one table. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...QUIET,
    // Mantine's own red for what is wrong, and its titles of warnings, are below AA contrast.
    "--mantine-color-error": "#c92a2a",
    "--mantine-color-yellow-light-color": "#7a4a00",
    // So is the accent on the ground that it gets beneath the pointer.
    "--mantine-color-indigo-light-hover": "#dbe4ff",
    ...meaningColours("light"),
  },
  dark: {
    ...QUIET,
    "--mantine-color-error": "#ff8787",
    ...meaningColours("dark"),
  },
});

function meaningColours(scheme: "light" | "dark"): Record<string, string> {
  return Object.fromEntries(MEANING_ORDER.map((meaning) => [`--meaning-${meaning}`, MEANINGS[meaning].colour[scheme]]));
}
