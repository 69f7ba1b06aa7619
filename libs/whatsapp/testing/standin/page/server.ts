/** Tells the server, and gives its answer. Rejects when the line is cut. */
export async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(`/wa/${path}`, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as T;
}

export async function ask<T>(path: string): Promise<T> {
  const response = await fetch(`/wa/${path}`);
  return (await response.json()) as T;
}
