import { mockCredentials } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';

/** Calls an app with some caller's token. */
export function as(app: express.Express, token: string) {
  const authorization = `Bearer ${token}`;
  return {
    get: (path: string) => request(app).get(path).set({ authorization }),
    post: (path: string, body: object, headers: Record<string, string> = {}) =>
      request(app)
        .post(path)
        .set({ authorization, ...headers })
        .send(body),
  };
}

export const person = (name: string) =>
  mockCredentials.user.token(`user:default/${name}`);

export const agentOf = (name: string) =>
  mockCredentials.user.token(`user:default/${name}`, {
    actor: { subject: 'plugin:mcp-actions' },
  });

export const service = () => mockCredentials.service.token();
