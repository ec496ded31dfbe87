export interface Config {
  catalog?: {
    understudy?: {
      /**
       * Which fields of feature views become entities of kind Feature: all, those that a Model
       * consumes, or none. A view may say otherwise in `spec.emitFeatures`. By default all.
       */
      emitFeatures?: 'all' | 'used' | 'none';
    };
  };
  ml?: {
    /**
     * The risk tiers that uses of a model may have, from lowest to highest. By default minimal,
     * limited, high, critical. A use with another tier carries a finding.
     */
    riskTiers?: string[];
  };
}
