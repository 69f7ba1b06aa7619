/** Events that only tests publish. */
declare module '#realtime' {
  interface RealtimeEventMap {
    'test:read': { scope: 'tests:read'; payload: { readonly text: string } };
    'test:write': { scope: 'tests:write'; payload: { readonly text: string } };
  }
}

export const news = (text: string) => ({ event: 'test:read', scope: 'tests:read', payload: { text } }) as const;

export const secretNews = (text: string) => ({ event: 'test:write', scope: 'tests:write', payload: { text } }) as const;
