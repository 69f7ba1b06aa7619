// A chat on a page of your own: a token, a conversation, an element. Copy it, and fetch the token from your server.
import { ChatError, inPlainWords, mountChat, SecretaryClient } from './secretary-chat.js';

const door = document.querySelector('#door');
const choice = document.querySelector('#choice');
const bar = document.querySelector('#bar');
/** Takes away the chat that is shown. */
let leave = () => undefined;
// Where Secretary is: this page's own address unless <html data-secretary="https://…"> says otherwise.
const { secretary: url = location.origin, path } = document.documentElement.dataset;
// After the #: never sent to a server, and gone from the address when it has been read.
const given = new URLSearchParams(location.hash.slice(1)).get('token');
if (given) {
  sessionStorage.setItem('token', given);
  history.replaceState(null, '', location.pathname + location.search);
}

door.addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem('token', new FormData(door).get('token'));
  void begin();
});
if (sessionStorage.getItem('token')) void begin();

async function begin() {
  const token = sessionStorage.getItem('token');
  const client = new SecretaryClient({ url, path, token });
  try {
    tell('');
    const list = await named(client);
    door.hidden = true;
    if (list[0]) show(client, token, list[0].id, list);
    else await choose(client, token);
  } catch (error) {
    // A lost line, or a page that is left meanwhile, says nothing about the token.
    const isOver = error.code === 'auth.required' || error.code === 'auth.expired';
    if (isOver) sessionStorage.removeItem('token');
    door.hidden = false;
    tell(isOver ? 'This token does not hold (any more).' : inPlainWords(error));
  }
}

/** The conversations, the one that was talked in last first, each with the name of its character. */
async function named(client) {
  const { conversations } = await client.conversations({ status: 'active', limit: 20 });
  const names = new Map();
  const nameOf = async (id) => {
    const { data } = await client.rest.GET('/api/v1/characters/{id}', { params: { path: { id } } });
    // One that answers nobody any more has no name for us.
    return data?.name ?? 'Chat';
  };
  for (const { characterId: id } of conversations) if (!names.has(id)) names.set(id, nameOf(id));
  return Promise.all(
    conversations.map(async ({ id, title, characterId }) => ({ id, title, name: await names.get(characterId) })),
  );
}

/** A new conversation: with whom? */
async function choose(client, token) {
  const { data, error } = await client.rest.GET('/api/v1/characters');
  if (!data) throw new ChatError(error.code, error.detail);
  const select = choice.elements.character;
  select.replaceChildren(...data.characters.map(({ id, name }) => new Option(name, id)));
  leave();
  choice.hidden = false;
  select.focus();
  choice.onsubmit = (event) => {
    event.preventDefault();
    void telling(async () => {
      const { id } = await client.createConversation({ characterId: select.value });
      show(client, token, id, await named(client));
    });
  };
}

function show(client, token, conversationId, list) {
  const { title, name } = list.find(({ id }) => id === conversationId);
  leave();
  choice.hidden = true;
  bar.hidden = false;
  bar.querySelector('h1').textContent = document.title = title ?? name;
  const others = bar.querySelector('#others');
  others.replaceChildren(...list.map((one) => new Option(one.title ?? one.name, one.id)));
  others.value = conversationId;
  others.onchange = () => show(client, token, others.value, list);
  bar.querySelector('#another').onclick = () => void telling(() => choose(client, token));
  leave = mountChat(document.querySelector('#chat'), { url, path, token, conversationId, name, autoFocus: true });
}

/** Does it, and says what went wrong. */
async function telling(work) {
  try {
    tell('');
    await work();
  } catch (error) {
    tell(inPlainWords(error));
  }
}

function tell(text) {
  document.querySelector('#problem').textContent = text;
}
