import { type Dispatch, useMemo, useReducer } from "react";
import { type Applied, applyMapping } from "../../../core/collection/apply-mapping.ts";
import { type MappingAction, type MappingState, mappingReducer } from "./mapping-state.ts";

/** A mapping in the making, and what becomes of the table under it: a dataset, or its faults. */
export interface MappingInHand {
  readonly state: MappingState;
  readonly applied: Applied;
  readonly dispatch: Dispatch<MappingAction>;
}

/** Holds a mapping while it is corrected; the result follows every correction. */
export function useMapping(start: MappingState): MappingInHand {
  const [state, dispatch] = useReducer(mappingReducer, start);
  const { grid, mapping } = state;
  const applied = useMemo(() => applyMapping(grid, mapping), [grid, mapping]);
  return { state, applied, dispatch };
}
