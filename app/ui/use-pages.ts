import { useNavigate } from "@remix-run/react";
import type { IndexTableProps } from "@shopify/polaris";

/** The queries of a list's neighbouring pages; null where there is none. */
export interface Neighbours {
  previous: string | null;
  next: string | null;
}

/** A table's buttons for turning its pages; none where the list has only one. `label` says what is turned. */
export function usePages({ previous, next }: Neighbours, label: string): Pick<IndexTableProps, "pagination"> {
  const navigate = useNavigate();
  if (previous === null && next === null) return {};
  const turn = (query: string | null) => () => {
    if (query !== null) navigate(query);
  };
  return {
    pagination: {
      ...{ hasPrevious: previous !== null, hasNext: next !== null, accessibilityLabel: label },
      ...{ onPrevious: turn(previous), onNext: turn(next) },
    },
  };
}
