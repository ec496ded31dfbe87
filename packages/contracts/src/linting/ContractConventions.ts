/**
 * What an organisation asks of the form of its contracts.
 *
 * @public
 */
export interface ContractConventions {
  /** Patterns in the syntax of RE2, matched against the whole name. */
  naming?: {
    /** Of fields at any depth. */
    fields?: string;
    ports?: string;
    /** Of `metadata.name`. */
    contracts?: string;
    /** How the names of top-level fields start in the contracts of an owner, given as entity ref. */
    fieldPrefixes?: readonly { owner: string; prefix: string }[];
  };
  /** Metadata that has to be there. */
  required?: readonly ('owner' | 'title' | 'description' | 'source')[];
  /** What each field has to say about itself. */
  requiredOfFields?: readonly (
    'description' | 'unit' | 'classification' | 'semanticType'
  )[];
  versioning?: {
    /** `0.y.z` may be used; unless `false`. */
    allowInitial?: boolean;
    /** Pre-releases may be used; unless `false`. */
    allowPrerelease?: boolean;
  };
  /** What a contract may declare; any unless said. */
  packaging?: {
    protocols?: readonly string[];
    /** A model that declares flavors has to have one of these. */
    flavors?: readonly string[];
    serializations?: readonly string[];
  };
}
