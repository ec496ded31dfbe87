import { personalDataFlags, physicalRoles } from './dataVocabulary';

/**
 * One column of a dataset or one feature of a view.
 *
 * @public
 */
export type DataField = {
  /** The name in the data, verbatim. */
  name: string;
  type?: string;
  unit?: string;
  description?: string;
  classification?: string;
  /** Empty: looked at, none. Absent: not looked at. */
  personalData?: (typeof personalDataFlags)[number][];
  deprecated?: { since?: string; reason?: string; replacedBy?: string };
  tags?: string[];
  /** Entity ref of the group that owns this field instead of the whole's owner. */
  owner?: string;
};

/**
 * Where data physically are, in the naming of OpenLineage. Either a name or a
 * pattern is given.
 *
 * @public
 */
export type PhysicalDataset = {
  role: (typeof physicalRoles)[number];
  platform: string;
  namespace: string;
  name?: string;
  pattern?: string;
  environment: string;
  region?: string;
};
