/** How often somebody wants to be written to first, from never to as often as the limits allow. */
export const FREQUENCIES = ['off', 'low', 'normal', 'high'] as const;

export type Frequency = (typeof FREQUENCIES)[number];
