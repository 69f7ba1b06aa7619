/** As much of an AsyncAPI 3 document as a page of it shows. */
export interface EventDescription {
  readonly info: { readonly title: string; readonly description?: string };
  readonly operations: Readonly<Record<string, Operation>>;
  readonly components: {
    readonly messages: Readonly<Record<string, EventMessage>>;
    readonly schemas: Readonly<Record<string, Schema>>;
  };
}

interface Operation {
  readonly title?: string;
  readonly description?: string;
  readonly messages: readonly Schema[];
}

interface EventMessage {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly payload: Schema;
  readonly 'x-ack'?: Schema;
  readonly 'x-offset'?: boolean;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly description?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** The document as one page that needs no script: headings, tables and links between them. */
export function eventsPage({ info, operations, components }: EventDescription): string {
  const messages = Object.values(operations).map((operation) => operationHtml(operation, components.messages));
  const schemas = Object.entries(components.schemas).map(([name, schema]) => schemaHtml(name, schema));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${text(info.title)}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: auto; padding: 1rem }
table { border-collapse: collapse; width: 100% }
code, td, th { overflow-wrap: anywhere }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8885 }
</style>
</head>
<body>
<header>
<h1>${text(info.title)}</h1>
<p>${prose(info.description)}</p>
<p><a href="/docs/events.yaml">This description as AsyncAPI</a> · <a href="/docs">The REST API</a></p>
</header>
<nav aria-label="Events"><ul>
${Object.keys(components.messages)
  .map((name) => `<li><a href="#${anchor(name)}"><code>${text(name)}</code></a></li>`)
  .join('\n')}
</ul></nav>
<main>
${messages.join('\n')}
<section>
<h2>Shapes</h2>
${schemas.join('\n')}
</section>
</main>
</body>
</html>
`;
}

function operationHtml(operation: Operation, messages: Readonly<Record<string, EventMessage>>): string {
  const own = operation.messages.flatMap(({ $ref = '' }) => messages[nameOf($ref)] ?? []);
  return `<section>
<h2>${text(operation.title)}</h2>
<p>${prose(operation.description)}</p>
${own.map(messageHtml).join('\n')}
</section>`;
}

function messageHtml(message: EventMessage): string {
  const notes = [
    `<dt>Payload</dt><dd>${typeHtml(message.payload)}</dd>`,
    ...(message['x-ack'] ? [`<dt>Acknowledgement</dt><dd>${typeHtml(message['x-ack'])}</dd>`] : []),
    ...(message['x-offset'] ? ['<dt>Second argument</dt><dd>the offset: it is told again after a reconnect</dd>'] : []),
  ];
  return `<article id="${anchor(message.name)}">
<h3><code>${text(message.name)}</code></h3>
<p>${prose([message.summary, message.description].filter(Boolean).join('. '))}</p>
<dl>${notes.join('')}</dl>
</article>`;
}

function schemaHtml(name: string, { description, properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(
    ([field, schema]) =>
      `<tr><th scope="row"><code>${text(field)}</code>${required.includes(field) ? '' : ' (optional)'}</th>` +
      `<td>${typeHtml(schema)}</td><td>${prose(schema.description)}</td></tr>`,
  );
  return `<article id="${anchor(name)}">
<h3>${text(name)}</h3>
${description === undefined ? '' : `<p>${prose(description)}</p>`}
<table>
<thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</article>`;
}

function typeHtml({ $ref, type = 'any', format, enum: values, const: value, items, properties }: Schema): string {
  if ($ref) return `<a href="#${anchor(nameOf($ref))}">${text(nameOf($ref))}</a>`;
  if (value !== undefined) return `<code>${text(JSON.stringify(value))}</code>`;
  if (values) return values.map((one) => `<code>${text(one)}</code>`).join(', ');
  if (items) return `list of ${typeHtml(items)}`;
  if (properties) return `object of ${Object.keys(properties).map(text).join(', ')}`;
  const kind = [type].flat().join(' or ');
  return text(format === undefined ? kind : `${kind} (${format})`);
}

function nameOf(reference: string): string {
  return reference.split('/').at(-1) ?? '';
}

function anchor(name: string): string {
  return encodeURIComponent(name.replace(':', '-'));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(plain = ''): string {
  return plain.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A text in which `code` stands between backticks. */
function prose(plain?: string): string {
  return text(plain).replace(/`([^`]+)`/g, '<code>$1</code>');
}
