/** Reads whatever is in the catalog, without a look at each entity. */
export const UNCONDITIONAL_ROLE = 'payments-scientist';

/** Of the same team, but the catalog looks at each entity before this role sees it. */
export const CONDITIONAL_ROLE = 'payments-lead';
