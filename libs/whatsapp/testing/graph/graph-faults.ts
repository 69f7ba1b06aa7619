/** An error as the Graph API answers it. */
export interface GraphError {
  readonly status: number;
  readonly code: number;
  readonly subcode?: number;
  readonly isTransient?: boolean;
}

/** What goes wrong on the server, from now on. */
export interface GraphFaults {
  /** Every message is refused with it. */
  error: GraphError | null;
  /** The first try of each message is refused, as by a server that is overloaded. */
  refuseFirst: boolean;
  /** Messages are accepted, their statuses are told, and then the connection breaks without an answer. */
  loseAnswers: boolean;
  /** Messages are accepted, and something between us and Graph answers with a page. The status of the page. */
  pageInstead: number | null;
  /** No request is ever answered. */
  hang: boolean;
  /** Statuses are kept back until `releaseStatuses`. */
  holdStatuses: boolean;
  /** The latest status comes first. */
  reverseStatuses: boolean;
  /** How often each webhook is delivered. */
  times: number;
  /** WhatsApp's own limits: 80 messages a second for a number, one in 6 seconds for a recipient. */
  limits: boolean;
}

export const NO_GRAPH_FAULTS: GraphFaults = {
  error: null,
  refuseFirst: false,
  loseAnswers: false,
  pageInstead: null,
  hang: false,
  holdStatuses: false,
  reverseStatuses: false,
  times: 1,
  limits: false,
};
