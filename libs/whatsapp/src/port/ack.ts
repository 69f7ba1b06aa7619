/** How far a message of ours got, in WhatsApp's numbers: -1 error, 0 pending, 1 server, 2 device, 3 read. */
export type Ack = -1 | 0 | 1 | 2 | 3;
