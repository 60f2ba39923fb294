/** The width of the column of states, and the least width of a question's: however many questions there are, the word of an answer has room. */
export const CORNER_REM = 9.5;
export const COLUMN_REM = 5.2;
