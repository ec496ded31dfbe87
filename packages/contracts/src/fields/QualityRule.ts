/**
 * A promise about the values of a field or of a whole port that data can be measured against.
 *
 * @public
 */
export interface QualityRule {
  id: string;
  dimension?:
    | 'accuracy'
    | 'completeness'
    | 'conformity'
    | 'consistency'
    | 'coverage'
    | 'timeliness'
    | 'uniqueness';
  metric:
    | 'nullValues'
    | 'missingValues'
    | 'invalidValues'
    | 'duplicateValues'
    | 'rowCount'
    | 'sql'
    | 'custom'
    | 'text';
  op?: '=' | '!=' | '>' | '>=' | '<' | '<=' | 'between' | 'notBetween';
  value?: number | [number, number];
  unit?: 'rows' | 'percent';
  severity?: 'error' | 'warning' | 'info';
  query?: string;
  engine?: string;
  implementation?: string;
  schedule?: string;
}
