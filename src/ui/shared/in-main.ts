/** Where what opens over a part of the screen stands in the page: within its main part, so that assistive technology finds it there. */
export const IN_MAIN = { target: "#screen" } as const;
