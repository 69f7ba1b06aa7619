import { AppError } from '#kernel';

export const feedNotFound = () =>
  new AppError('autonomy.feed-not-found', 'There is no such feed: look at GET /api/autonomy/feeds.', {
    kind: 'not-found',
  });

export const feedExists = () =>
  new AppError('autonomy.feed-exists', 'This address is listed already: change that feed instead.', {
    kind: 'conflict',
  });

export const feedIsLink = () =>
  new AppError('autonomy.feed-is-link', 'A link is shared as it is: there is nothing to fetch.', { kind: 'conflict' });

export const tooManyFeeds = (most: number) =>
  new AppError('autonomy.too-many-feeds', `There are ${most} feeds already: remove one first.`, { kind: 'conflict' });

export const linkWithoutTitle = () =>
  new AppError('autonomy.link-without-title', 'Give a link a title: what it is, in a few words.', { kind: 'invalid' });

export const linkRefused = () =>
  new AppError(
    'autonomy.link-refused',
    'A link must be one that everybody in a group can open: https, and a public host.',
    { kind: 'invalid' },
  );

export const feedUnreadable = () =>
  new AppError('autonomy.feed-unreadable', 'The address answered something that is neither RSS nor Atom.', {
    kind: 'invalid',
  });

export const feedAnswered = (status: number) =>
  new AppError('autonomy.feed-answered', `The address answered ${status}. Check it in a browser.`, {
    kind: 'invalid',
    details: { status },
  });
