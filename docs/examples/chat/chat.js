// A chat on a page of your own: a token, a conversation, an element. Copy it, and fetch the token from your server.
import { mountChat, SecretaryClient } from './secretary-chat.js';

const door = document.querySelector('#door');
const choice = document.querySelector('#choice');
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
    const { conversations } = await client.conversations({ status: 'active', limit: 1 });
    door.hidden = true;
    if (conversations[0]) show(token, conversations[0]);
    else await choose(client, token);
  } catch (error) {
    sessionStorage.removeItem('token');
    door.hidden = false;
    tell(error.message);
  }
}

/** The first time: with whom? */
async function choose(client, token) {
  const { data } = await client.rest.GET('/api/v1/characters');
  const select = choice.elements.character;
  select.replaceChildren(...data.characters.map(({ id, name }) => new Option(name, id)));
  choice.hidden = false;
  choice.onsubmit = async (event) => {
    event.preventDefault();
    try {
      const conversation = await client.createConversation({ characterId: select.value });
      choice.hidden = true;
      show(token, conversation);
    } catch (error) {
      tell(error.message);
    }
  };
}

function show(token, { id, title }) {
  mountChat(document.querySelector('#chat'), { url, path, token, conversationId: id, name: title ?? 'Chat' });
}

function tell(text) {
  document.querySelector('#problem').textContent = text;
}
