/** What is known of some versions of a sample model, in short form. */
export interface EvidenceDefinition {
  /** Entity ref of the model. */
  model: string;
  /** The record whose versions they are. */
  record: string;
  /** Labels of the versions, which are the numbers of the record. */
  versions: number[];
  /** The role that adds it, of the team that owns the model. */
  role: string;
  /** Rows of the dataset that is evaluated on. */
  rows: number;
  /** What the dataset is cut by, and which part of the rows each value has. */
  slices: { key: string; shares: Record<string, number> }[];
  /** Version ref of what it was trained on. */
  trainedOn: string[];
  repository: string;
  /** Fields whose values were counted at training, and the prediction. */
  fields: {
    field: string;
    mean: number;
    deviation: number;
    /** Lowest and highest value. */
    range: [number, number];
  }[];
  /** Whose key signs the files; `sample-ci` is in the configuration. */
  signer: string;
  riskTier: { tier: string; rationale: string };
  card: string;
}
