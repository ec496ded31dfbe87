export interface Config {
  ml?: {
    /**
     * The risk tiers of uses from lowest to highest. Without it these are
     * minimal, limited, high and critical.
     *
     * @visibility frontend
     */
    riskTiers?: string[];
  };
}
