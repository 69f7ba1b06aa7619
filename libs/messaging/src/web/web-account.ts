/** The account of all web chats. It has no phone, no connection and no lease: its messages are delivered by a transaction. */
export const WEB_ACCOUNT_ID = '01930000-0000-7000-8000-000000000777';
