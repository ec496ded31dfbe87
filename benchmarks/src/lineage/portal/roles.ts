/** Somebody who reads whatever is in the catalog, without a look at each entity. */
export const UNCONDITIONAL_ROLE = 'payments-scientist';
