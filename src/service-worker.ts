/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { offline as t } from '$lib/i18n/en/offline';
import { answer, type Site } from '$lib/offline/answer';
import { Copies } from '$lib/offline/copies';

/** Registered only when a reader saves a story; without copies it hands everything on. */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** A reader who has a copy need not wait longer for a page. */
const PATIENCE_MS = 5000;
const DATA = '__data.json';

const root = worker.registration.scope;
const network: typeof fetch = (...of) => fetch(...of);
const site: Site = {
  root,
  copies: new Copies({ caches, fetch: network, now: Date.now, root }),
  fetch: network,
  banner: ({ savedAt }) => t.banner(savedAt ?? 0),
  patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
};

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request, clientId } = event;
  if (request.method !== 'GET' || request.cache === 'reload' || !request.url.startsWith(root))
    return;
  event.respondWith(
    request.url.split('?')[0]?.endsWith(DATA)
      ? network(request).catch(() => openWhole(request.url, clientId))
      : answer(request, site)
  );
});

/** Copies have whole pages: a visit that lost its network half-way goes on with those, which say so. */
async function openWhole(data: string, clientId: string): Promise<Response> {
  const client = await worker.clients.get(clientId);
  if (client instanceof WindowClient) {
    await client.navigate(data.slice(0, data.indexOf(DATA)));
    return new Promise(() => undefined);
  }
  return Response.error();
}
