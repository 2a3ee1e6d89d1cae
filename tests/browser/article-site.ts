import { createServer } from 'node:http';
import { inject, onTestFinished } from 'vitest';

/** What a careful news site allows on its pages: the embed's script and frame, its own style, no more. */
const policyFor = (site: string) =>
  [
    "default-src 'none'",
    `script-src ${site}`,
    `frame-src ${site}`,
    `img-src ${site}`,
    "style-src 'self'"
  ].join('; ');

const STYLE = `
  body { margin: 0 auto; max-inline-size: 44rem; padding: 1rem; font: 18px/1.5 serif }
  dateline-story, iframe { display: block; block-size: 600px }
  iframe { inline-size: 100%; border: 0 }
  .framed { border: 1px solid; box-sizing: border-box }
  .far { block-size: 3000px }
  .long { min-block-size: 100vh }
  [data-dateline-current] { font-weight: bold }
`;

/** Serves one page of an article on an origin of its own until the test ends. `body` gets the address of the site that stories come from. */
export async function article(
  body: (site: string) => string,
  policy: (site: string) => string | null = policyFor
): Promise<string> {
  const site = new URL(inject('site'));
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="/style.css"></head><body><main>${body(site.href)}</main></body></html>`;
  const server = createServer(({ url }, response) => {
    const style = url === '/style.css';
    response.setHeader('content-type', style ? 'text/css' : 'text/html; charset=utf-8');
    const allowed = policy(site.origin);
    if (allowed) response.setHeader('content-security-policy', allowed);
    response.end(style ? STYLE : page);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
}
