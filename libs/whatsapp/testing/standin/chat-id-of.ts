/** The id behind what a test writes: `+34600000001` is `34600000001@c.us`, an id is itself. */
export function chatIdOf(phoneOrId: string): string {
  return phoneOrId.includes('@') ? phoneOrId : `${phoneOrId.replace(/\D/g, '')}@c.us`;
}
