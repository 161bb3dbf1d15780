import { afterEach } from 'vitest';
import { TestClient, type TestClientOptions } from './test-client.ts';

const started: TestClient[] = [];

afterEach(() => {
  for (const client of started.splice(0)) client.dispose();
});

/** A client whose server ends with the test. */
export function startClient(options?: TestClientOptions): TestClient {
  const client = new TestClient(options);
  started.push(client);
  return client;
}

/** The same, ready to be asked. */
export async function readyClient(options?: TestClientOptions): Promise<TestClient> {
  const client = startClient(options);
  await client.initialize();
  return client;
}
