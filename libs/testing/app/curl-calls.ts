import { TEST_API_KEY } from './test-app.js';

/** A curl command as it stands in the docs. */
export interface CurlCall {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string;
}

/** The curl commands of a document, one in each block of bash. */
export function curlCalls(document: string): readonly CurlCall[] {
  return [...document.matchAll(/```bash\n(curl [^`]+)```/g)].map(([, text = '']) => callOf(text));
}

function callOf(command: string): CurlCall {
  const url = /http:\/\/localhost:8001([^\s"]+)/.exec(command)?.[1];
  if (url === undefined) throw new Error(`no address in: ${command}`);
  const headers = new Headers();
  for (const [, name = '', value = ''] of command.matchAll(/-H "([\w-]+): ([^"]*)"/g)) {
    headers.set(name, value.replace('$ADMIN_API_KEY', TEST_API_KEY));
  }
  const body = /-d '([^']*)'/.exec(command)?.[1];
  return { method: /-X (\w+)/.exec(command)?.[1] ?? 'GET', url, headers, ...(body !== undefined && { body }) };
}
