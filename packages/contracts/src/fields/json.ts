/**
 * A value as JSON can hold it: defaults, symbols of enums, what a finding quotes.
 *
 * @public
 */
export type Json =
  null | boolean | number | string | Json[] | { [key: string]: Json };
