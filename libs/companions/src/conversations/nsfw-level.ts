/** From this level on, of 10, a message is not safe for work. */
export const NSFW_LEVEL = 4;
