import { MOST_ITEMS, readFeed } from './read-feed.js';

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Garden &amp; co</title><link>https://garden.example/</link>
<item><title>Old</title><link>https://garden.example/1</link><guid>1</guid><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item>
<item><title>&lt;b&gt;New&lt;/b&gt; hedgehogs</title><link>https://garden.example/2</link><guid>2</guid>
<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>They are <i>back</i>.</p><script>alert(1)</script>]]></description></item>
</channel></rss>`;

const ATOM = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://sea.example/">
<title>Sea</title><entry><id>urn:a</id><title>Tide</title><link href="/tide"/><updated>2026-03-02T10:00:00Z</updated></entry></feed>`;

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://old.example/"><title>Old</title><link>https://old.example/</link></channel>
<item rdf:about="https://old.example/1"><title>Thing</title><link>https://old.example/1</link></item></rdf:RDF>`;

const read = (text: string, type?: string) => readFeed(Buffer.from(text), type);
const rss = (items: string) => `<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;
const item = (title: string, rest = '<link>https://a.example/1</link>') =>
  `<item><title>${title}</title>${rest}</item>`;

describe('readFeed', () => {
  it('reads RSS, the newest first, without its markup', () => {
    const { title, items } = read(RSS);
    expect(title).toBe('Garden & co');
    expect(items).toMatchObject([
      { title: 'New hedgehogs', url: 'https://garden.example/2', summary: 'They are back.' },
      { title: 'Old', publishedAt: new Date('2026-03-02T10:00:00Z'), summary: null },
    ]);
  });

  it('reads Atom and RDF', () => {
    expect(read(ATOM).items).toMatchObject([{ title: 'Tide', url: 'https://sea.example/tide' }]);
    expect(read(RDF).items).toMatchObject([{ title: 'Thing', url: 'https://old.example/1', publishedAt: null }]);
  });

  it('reads the letters as the server or the file says they are written', () => {
    const body = Buffer.from(rss(item('Ca\u00f1a')), 'latin1');
    expect(readFeed(body, 'text/xml; charset=ISO-8859-1').items[0]?.title).toBe('Caña');
    const declared = Buffer.from(`<?xml version="1.0" encoding="iso-8859-1"?>${rss(item('Ca\u00f1a'))}`, 'latin1');
    expect(readFeed(declared).items[0]?.title).toBe('Caña');
    expect(read(rss(item('Caña')), 'text/xml; charset=nonsense').items[0]?.title).toBe('Caña');
  });

  it('takes each thing once, and the newest fifty', () => {
    const many = Array.from({ length: 80 }, (_, day) =>
      item(
        `n${day}`,
        `<link>https://a.example/${day}</link><pubDate>${new Date(day * 86_400_000).toUTCString()}</pubDate>`,
      ),
    );
    const { items } = read(rss([...many, ...many].join('')));
    expect(items).toHaveLength(MOST_ITEMS);
    expect(items[0]?.title).toBe('n79');
  });

  it.each([
    ['without a title', item('')],
    ['without an address', item('Something', '')],
    ['with nothing but markup for a title', item('&lt;img src=x onerror=alert(1)&gt;')],
  ])('leaves out an item %s', (_, text) => {
    expect(read(rss(text)).items).toEqual([]);
  });

  it.each([
    ['a script', '&lt;script&gt;alert(1)&lt;/script&gt;Tide', 'Tide'],
    ['markup that was escaped twice', '&amp;lt;b&amp;gt;Tide&amp;lt;/b&amp;gt;', 'Tide'],
    ['markup that was escaped and quoted', '<![CDATA[&amp;lt;b&amp;gt;Tide]]>', 'Tide'],
    ['markup that was quoted', '<![CDATA[&lt;b&gt;Tide]]>', 'Tide'],
    ['half a tag', 'Tide &lt;img src=x', 'Tide img src=x'],
    ['hidden characters', 'Ti\u200Bde\u{E0041}', 'Tide'],
    ['lines', 'Ti\n\n  de', 'Ti de'],
    ['a novel', 'so '.repeat(2_000), `${'so '.repeat(66)}s…`],
  ])('has no %s in a title', (_, title, plain) => {
    expect(read(rss(item(title))).items[0]?.title).toBe(plain);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><html><body>hello</body></html>'],
    ['JSON', '{"items":[]}'],
    ['XML of something else', '<svg/>'],
    ['entities of its own', `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss(item('&b;'))}`],
    ['a file of ours', `<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rss(item('&a;'))}`],
    ['a deep well', '<a>'.repeat(100_000)],
  ])('is told from %s', (_, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'autonomy.feed-unreadable' }) as Error);
  });

  it('is done soon with a megabyte of brackets', () => {
    expect(read(rss(item('&lt;'.repeat(200_000)))).items).toEqual([]);
  });
});
