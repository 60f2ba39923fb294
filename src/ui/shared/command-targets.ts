/** Where a screen has its way to export, for the command of that name. */
export const EXPORT_BUTTON_ID = "export-button";

/** The field of the filter, and of the search. */
export const FILTER_INPUT_ID = "filter-input";

/** The field for a new question about the response that is open. */
export const NEW_NOTE_INPUT_ID = "new-note-about-response";
