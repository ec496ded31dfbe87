/**
 * Talks to a portal's HTTP API, either as one of the demo roles or with the
 * token for outside clients.
 */
export class PortalApi {
  #url;
  #token;

  /**
   * @param {string} url
   * @param {string} token
   */
  constructor(url, token) {
    this.#url = url;
    this.#token = token;
  }

  /**
   * Signs in as a role.
   *
   * @param {string} url
   * @param {string} role
   */
  static async asRole(url, role) {
    const response = await fetch(`${url}/api/auth/roles/refresh`, {
      headers: { 'x-understudy-role': role },
    });
    if (!response.ok) {
      throw new Error(`No sign-in as ${role}: ${await response.text()}`);
    }
    const { backstageIdentity } = await response.json();
    return new PortalApi(url, backstageIdentity.token);
  }

  /** To hand on to other clients. */
  get token() {
    return this.#token;
  }

  /**
   * @param {string} path below `/api`, with its query
   * @returns {Promise<any>} the answer's JSON, or undefined for a 404
   */
  async get(path) {
    const answer = await this.send('GET', path);
    if (answer.status === 404) {
      return undefined;
    }
    return expectOk(path, answer);
  }

  /**
   * @param {string} path
   * @param {unknown} [body]
   */
  async post(path, body) {
    return expectOk(path, await this.send('POST', path, body));
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @returns {Promise<{ status: number, body: any }>}
   */
  async send(method, path, body) {
    const response = await fetch(`${this.#url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }
}

/**
 * @param {string} path
 * @param {{ status: number, body: any }} answer
 */
function expectOk(path, answer) {
  if (answer.status >= 300) {
    throw new Error(
      `${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`,
    );
  }
  return answer.body;
}
