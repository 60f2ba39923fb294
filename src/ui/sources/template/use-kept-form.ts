import { type Dispatch, useEffect, useReducer } from "react";
import { type DraftForm, EMPTY_FORM, type FormAction, reduceForm } from "./draft-form.ts";

// While the window is open: whoever looks up something on another screen finds the draft as it was left.
let kept: DraftForm = EMPTY_FORM;

/** The draft that is being written, kept while the window is open. */
export function useKeptForm(): readonly [DraftForm, Dispatch<FormAction>] {
  const [form, dispatch] = useReducer(reduceForm, kept);
  useEffect(() => {
    kept = form;
  }, [form]);
  return [form, dispatch];
}
