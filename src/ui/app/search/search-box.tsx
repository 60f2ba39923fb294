import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from "react";
import { describeFilterFault, parseFilter, printFilter } from "../../../core/query/filter-text.ts";
import { vocabularyOf } from "../../../core/query/vocabulary.ts";
import { FILTER_INPUT_ID } from "../../shared/command-targets.ts";
import { NoteIndex } from "../../shared/note-index.ts";
import { useNotes } from "../../shared/use-notes.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./search-box.module.css";
import { SearchHitLine } from "./search-hit-line.tsx";
import { actionsFor, searchOptions, withSuggestion } from "./search-options.ts";

/**
 * The filter in its textual form, with completion of variables and codes, and a search over everything as one types.
 * Enter applies the filter; a text that is no filter is kept, with what is wrong and where.
 */
export function SearchBox(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { notes } = useNotes();
  const printed = printFilter(workspace.view.filter);
  const [draft, setDraft] = useState(printed);
  const [cursor, setCursor] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [shownFilter, setShownFilter] = useState(printed);
  // While it is drawn rather than after, or everything would be drawn twice at every change of the filter.
  if (shownFilter !== printed) {
    setShownFilter(printed);
    setDraft(printed);
    setFault(null);
  }

  const typed = useDeferredValue(combobox.dropdownOpened ? draft : "");
  const index = useRef(new NoteIndex());
  const options = useMemo(
    () =>
      combobox.dropdownOpened
        ? searchOptions(dataset, typed, Math.min(cursor, typed.length), index.current.of(notes))
        : null,
    [combobox.dropdownOpened, dataset, typed, cursor, notes],
  );
  const isEmpty = options === null || (options.suggestions.length === 0 && options.hits.length === 0);

  const apply = () => {
    combobox.closeDropdown();
    const parsed = parseFilter(draft, vocabularyOf(dataset));
    if (parsed.fault !== undefined) return setFault(describeFilterFault(parsed.fault, draft));
    setFault(null);
    return dispatch({ kind: "filter", filter: parsed.filter });
  };
  const choose = (value: string) => {
    const [group, at] = value.split(":");
    const hit = group === "hit" ? options?.hits[Number(at)] : undefined;
    const suggestion = group === "suggestion" ? options?.suggestions[Number(at)] : undefined;
    if (hit !== undefined) {
      combobox.closeDropdown();
      setDraft(printed);
      for (const action of actionsFor(dataset, hit, workspace.view.filter)) dispatch(action);
    }
    if (suggestion !== undefined) complete(withSuggestion(draft, suggestion));
  };
  const complete = ({ text, cursor: next }: ReturnType<typeof withSuggestion>) => {
    setDraft(text);
    setCursor(next);
    setFault(null);
    combobox.resetSelectedOption();
    // The field has the new text only once it is drawn.
    requestAnimationFrame(() => input.current?.setSelectionRange(next, next));
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      withinPortal={false}
      keepMounted={false}
      position="bottom-start"
      width="target"
    >
      <div className={classes.box}>
        <Combobox.Target withKeyboardNavigation={!isEmpty} withExpandedAttribute>
          <TextInput
            ref={input}
            id={FILTER_INPUT_ID}
            role="combobox"
            aria-label="Search and filter"
            aria-autocomplete="list"
            placeholder="Search, or filter: monitoring:yes"
            leftSection={<IconSearch size={15} aria-hidden />}
            rightSection={<kbd className={classes.key}>/</kbd>}
            value={draft}
            error={fault !== null}
            aria-invalid={fault !== null}
            aria-describedby={fault === null ? undefined : `${FILTER_INPUT_ID}-fault`}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              setDraft(event.currentTarget.value);
              setCursor(event.currentTarget.selectionStart ?? 0);
              setFault(null);
              combobox.openDropdown();
              combobox.resetSelectedOption();
            }}
            onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? 0)}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key === "Enter" && combobox.getSelectedOptionIndex() === -1) apply();
              if (event.key !== "Escape") return;
              if (combobox.dropdownOpened) return combobox.closeDropdown();
              setDraft(printed);
              setFault(null);
            }}
          />
        </Combobox.Target>
        {fault !== null && (
          <div className={classes.fault} id={`${FILTER_INPUT_ID}-fault`} role="alert">
            {fault}
          </div>
        )}
      </div>
      <Combobox.Dropdown hidden={isEmpty} className={classes.dropdown}>
        {options !== null && (
          <Combobox.Options aria-label="Suggestions and hits">
            {options.suggestions.length > 0 && (
              <Combobox.Group label="Filter by">
                {options.suggestions.map((suggestion, i) => (
                  <Combobox.Option key={`${suggestion.key}:${suggestion.value}`} value={`suggestion:${i}`}>
                    <span className={classes.suggestion}>
                      <code>{suggestion.text}</code> <span className={classes.field}>{suggestion.label}</span>
                    </span>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
            {options.hits.length > 0 && (
              <Combobox.Group label={options.more > 0 ? `Found, and ${options.more} more` : "Found"}>
                {options.hits.map((hit, i) => (
                  <Combobox.Option key={`${hit.kind}:${hit.ref}`} value={`hit:${i}`}>
                    <SearchHitLine dataset={dataset} hit={hit} />
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
          </Combobox.Options>
        )}
        <Combobox.Footer className={classes.footer}>
          <kbd>↵</kbd> filters by the text · <kbd>↓</kbd> goes through the list
        </Combobox.Footer>
      </Combobox.Dropdown>
    </Combobox>
  );
}
