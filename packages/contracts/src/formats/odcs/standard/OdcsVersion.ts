/**
 * The versions of the Open Data Contract Standard that documents are checked
 * by; patches of them differ in words only.
 */
export type OdcsVersion = '3.0' | '3.1';
