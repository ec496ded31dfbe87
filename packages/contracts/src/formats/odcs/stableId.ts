/** What ODCS takes for an id of a part. */
export const STABLE_ID = /^[A-Za-z0-9_-]+$/;
