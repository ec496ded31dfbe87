export interface Config {
  ml?: {
    /**
     * Outside registries that hold model versions, by an id of small letters,
     * digits and dashes. The id is what `spec.registries[].server` of a Model
     * names.
     */
    registries?: {
      [id: string]: {
        /**
         * The kind of registry. The other keys here are those of `mlflow`.
         */
        type: string;
        /**
         * Where the backend reaches the server, such as
         * `https://mlflow.example.com`, including any path prefix.
         */
        baseUrl?: string;
        /**
         * Where people reach the server's pages. The same as baseUrl when left
         * out.
         */
        uiUrl?: string;
        /**
         * The workspace to read, on a server that has them (MLflow 3.10 and
         * later). Make one entry for each workspace.
         */
        workspace?: string;
        /** Name for people. The id when left out. */
        title?: string;
        /** How the backend signs in. Without it, it does not. */
        auth?: {
          /** One of `none`, `bearer` and `basic`. */
          type: 'none' | 'bearer' | 'basic';
          /**
           * The token of `bearer`.
           * @visibility secret
           */
          token?: string;
          /** The user name of `basic`. */
          username?: string;
          /**
           * The password of `basic`.
           * @visibility secret
           */
          password?: string;
        };
        /** Most requests that start in one second. Default 20. */
        requestsPerSecond?: number;
        /**
         * Time limit of one request, as `30s` or `{ seconds: 30 }`. Default 30
         * seconds.
         */
        timeout?: string | { [unit: string]: number };
        /**
         * How often versions are read, as `5m` or `{ minutes: 5 }`. Default 5
         * minutes.
         */
        interval?: string | { [unit: string]: number };
      };
    };
  };
}
